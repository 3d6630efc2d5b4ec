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
        <Side key={side} title={lineage[side]} side={data[side]} onVisit={onVisit} />
      ))}
    </div>
  );
}

interface SideProps {
  title: string;
  side: Lineage['parents'];
  onVisit(id: string): void;
}

function Side({ title, side: { nodes, total }, onVisit }: SideProps) {
  const { words, formats } = useLanguage();
  const { lineage, undo } = words.conversions;
  const by: Readonly<Record<string, string>> = lineage.by;
  const rest = total - nodes.length;
  return (
    <section aria-label={title}>
      <h3>
        {title} · {formats.number(total)}
      </h3>
      <ul>
        {nodes.map(({ recordId, name, quantity, operationId, type, at, isUndone }) => (
          <li key={`${operationId} ${recordId}`} data-undone={isUndone || undefined}>
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
          </li>
        ))}
      </ul>
      {rest > 0 && <p className="ui-hint">{lineage.more(formats.number(rest))}</p>}
    </section>
  );
}
