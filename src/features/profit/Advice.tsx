import { type TrackingAdvice, useTrackingAdvice } from '#api/advice.ts';
import { problemOf } from '#api/problemError.ts';
import type { Session } from '#api/session.ts';
import { whyForbidden } from '#domain/access.ts';
import { Button } from '#ui/Button.tsx';
import { explain } from '#ui/explain.ts';
import { Loading } from '#ui/Loading.tsx';
import { FailedState } from '#ui/States.tsx';
import { usePageLanguage } from '#ui/pageWords.ts';
import { SerializeReason } from './SerializeReason.tsx';
import './advice.css';

export interface AdviceActions {
  onVisit(recordId: string): void;
  /** Opens the preview of making a batch into units. */
  onSerialize(recordId: string): void;
  /** Opens the preview of making these units one batch. */
  onPool(recordIds: readonly string[]): void;
}

interface AdviceProps extends AdviceActions {
  session: Session;
}

/** As many as one address carries. */
const POOLED_AT_ONCE = 200;

/** Which batches deserve serials and which serials are not worth the attention, each with its reasons in figures. */
export function Advice({ session, ...actions }: AdviceProps) {
  const language = usePageLanguage();
  const { words, formats } = language;
  const { advice } = words;
  const { data, error, refetch } = useTrackingAdvice();
  if (!data) {
    if (!error) return <Loading label={words.profit.loading} />;
    return (
      <FailedState title={advice.failed} onRetry={() => void refetch()}>
        {explain(problemOf(error), language)}
      </FailedState>
    );
  }
  const forbidden = whyForbidden(session.person.role, 'records.convert');
  const why = forbidden && words.common.needsRole(words.common.roleNames[forbidden.leastRole]);
  const { typicalUnitValue: typical } = data;
  return (
    <div className="advice">
      <p className="ui-hint">
        {advice.lead} {typical ? advice.typical(formats.money(typical)) : advice.noTypical}
      </p>
      <ToSerialize data={data} why={why} {...actions} />
      <ToPool data={data} why={why} {...actions} />
    </div>
  );
}

interface ListProps extends AdviceActions {
  data: TrackingAdvice;
  /** Why the buttons are off; null where they are on. */
  why: string | null;
}

function ToSerialize({ data: { serialize }, why, onVisit, onSerialize }: ListProps) {
  const { words, formats } = usePageLanguage();
  const { advice } = words;
  const { rows, total } = serialize;
  return (
    <section className="advice-list" aria-label={advice.serialize}>
      <h2>{advice.serialize}</h2>
      <p className="ui-hint">{rows.length === 0 ? advice.noneToSerialize : advice.serializeText}</p>
      <ul>
        {rows.map(({ record, reasons }) => (
          <li key={record.id}>
            <div className="advice-what">
              <button
                type="button"
                className="profit-open advice-name"
                aria-label={advice.open(record.name)}
                onClick={() => onVisit(record.id)}
              >
                {record.name}
              </button>
              <small>
                {[advice.batchOf(formats.number(record.quantity)), record.sku, record.location]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </small>
            </div>
            <ul className="advice-reasons">
              {reasons.map((reason) => (
                <li key={reason.code}>
                  <SerializeReason reason={reason} />
                </li>
              ))}
            </ul>
            <Button
              aria-label={advice.serializeNamed(record.name)}
              disabledBecause={why}
              onClick={() => onSerialize(record.id)}
            >
              {advice.startSerialize}
            </Button>
          </li>
        ))}
      </ul>
      {total > rows.length && (
        <p className="ui-hint">{advice.more(formats.number(rows.length), formats.number(total))}</p>
      )}
    </section>
  );
}

function ToPool({ data: { pool, typicalUnitValue: typical }, why, onPool }: ListProps) {
  const { words, formats } = usePageLanguage();
  const { advice } = words;
  return (
    <section className="advice-list" aria-label={advice.pool}>
      <h2>{advice.pool}</h2>
      <p className="ui-hint">{pool.length === 0 ? advice.noneToPool : advice.poolText}</p>
      <ul>
        {pool.map(({ sku, units, unitValue, entries, recordIds }) => (
          <li key={sku}>
            <div className="advice-what">
              <strong className="advice-name">{sku}</strong>
              <small>{advice.units(formats.number(units))}</small>
            </div>
            <ul className="advice-reasons">
              {typical && <li>{advice.cheap(formats.money(unitValue), formats.money(typical))}</li>}
              <li>{advice.quiet(formats.number(entries), formats.number(units), entries)}</li>
              {units > POOLED_AT_ONCE && (
                <li>{advice.firstOf(formats.number(POOLED_AT_ONCE), formats.number(units))}</li>
              )}
            </ul>
            <Button
              aria-label={advice.poolNamed(sku)}
              disabledBecause={why}
              onClick={() => onPool(recordIds.slice(0, POOLED_AT_ONCE))}
            >
              {advice.startPool}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
