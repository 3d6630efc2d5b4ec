import { type Lineage, useLineage } from '#api/conversions.ts';
import { problemOf } from '#api/problemError.ts';
import { explain } from '#ui/explain.ts';
import { Loading } from '#ui/Loading.tsx';
import { EmptyState, FailedState } from '#ui/States.tsx';
import { TimeText } from '#ui/TimeText.tsx';
import { useLanguage } from '#ui/useLanguage.ts';

interface LineageTabProps {
  recordId: string;
  onVisit(id: string): void;
}

/** What a record was made from, and what was made from it. */
export function LineageTab({ recordId, onVisit }: LineageTabProps) {
  const language = useLanguage();
  const { lineage } = language.words.conversions;
  const { data, error, refetch } = useLineage(recordId);
  if (!data) {
    if (!error) return <Loading />;
    return (
      <FailedState title={lineage.failed} onRetry={() => void refetch()}>
        {explain(problemOf(error), language)}
      </FailedState>
    );
  }
  const sides = (['parents', 'children'] as const).filter((side) => data[side].total > 0);
  if (sides.length === 0)
    return (
      <EmptyState icon="lineage" title={lineage.empty}>
        {lineage.emptyText}
      </EmptyState>
    );
  return (
    <div className="lineage">
      {sides.map((side) => (
        <Side key={side} title={lineage[side]} rootId={recordId} side={data[side]} onVisit={onVisit} />
      ))}
    </div>
  );
}

interface SideProps {
  title: string;
  rootId: string;
  side: Lineage['parents'];
  onVisit(id: string): void;
}

type Node = Lineage['parents']['nodes'][number];

function Side({ title, rootId, side: { nodes, total }, onVisit }: SideProps) {
  const { words, formats } = useLanguage();
  const { lineage } = words.conversions;
  const nodesByRecord = Map.groupBy(nodes, ({ of, generation }) => `${generation} ${of}`);
  const rest = total - nodes.filter(({ generation }) => generation === 1).length;
  return (
    <section aria-label={title}>
      <h3>
        {title} · {formats.number(total)}
      </h3>
      <Branch of={rootId} generation={1} nodesByRecord={nodesByRecord} onVisit={onVisit} />
      {rest > 0 && <p className="ui-hint">{lineage.more(formats.number(rest))}</p>}
    </section>
  );
}

interface BranchProps extends Pick<SideProps, 'onVisit'> {
  of: string;
  generation: number;
  nodesByRecord: ReadonlyMap<string, readonly Node[]>;
}

/** What hangs on one record, and under each of it what hangs on that. */
function Branch({ of, generation, nodesByRecord, onVisit }: BranchProps) {
  const nodes = nodesByRecord.get(`${generation} ${of}`);
  if (!nodes) return null;
  return (
    <ul>
      {nodes.map((node) => (
        <li key={`${node.operationId} ${node.recordId}`} data-undone={node.isUndone || undefined}>
          <LineageLine node={node} onVisit={onVisit} />
          <Branch
            of={node.recordId}
            generation={generation + 1}
            nodesByRecord={nodesByRecord}
            onVisit={onVisit}
          />
        </li>
      ))}
    </ul>
  );
}

function LineageLine({ node, onVisit }: Pick<SideProps, 'onVisit'> & { node: Node }) {
  const { words, formats } = useLanguage();
  const { lineage, undo } = words.conversions;
  const by: Readonly<Record<string, string>> = lineage.by;
  const { recordId, name, quantity, type, at, isUndone, units, carried } = node;
  return (
    <div className="lineage-line">
      <a
        href={`/inventory/${recordId}/lineage`}
        onClick={(event) => {
          // Another tab or window is the browser's own affair.
          if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
          event.preventDefault();
          onVisit(recordId);
        }}
      >
        {name}
      </a>
      <span className="ui-hint">
        {isUndone && <span className="ui-tag">{undo.isUndone}</span>}{' '}
        {lineage.quantity(formats.number(quantity))} · {by[type] ?? type} <TimeText instant={at} />
      </span>
      <span className="ui-hint lineage-came">
        {[
          lineage.units(formats.number(units), units),
          ...(carried ?? []).map(({ kind, amount }) => `${words.kinds[kind]} ${formats.money(amount)}`),
        ].join(' · ')}
        {carried?.length === 0 && ` · ${lineage.noMoney}`}
      </span>
    </div>
  );
}
