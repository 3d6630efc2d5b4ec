import { useVerification } from '#api/verification.ts';
import { problemOf } from '#api/problemError.ts';
import { whyForbidden, type Role } from '#domain/access.ts';
import { Button } from '#ui/Button.tsx';
import { explain } from '#ui/explain.ts';
import { useLanguage } from '#ui/useLanguage.ts';

interface StockCheckProps {
  role: Role;
  onShow(recordId: string): void;
}

/** For admins: does everything that is stored equal what its lines add up to, and what differs? */
export function StockCheck({ role, onShow }: StockCheckProps) {
  const language = useLanguage();
  const { words, formats } = language;
  const { check } = words.conversions;
  const { data, error, isFetching, refetch } = useVerification();
  if (whyForbidden(role, 'workspace.manage')) return null;
  const isWhole =
    data !== undefined && data.differences.length === 0 && data.storedHash === data.replayedHash;
  return (
    <section className="stock-check" aria-label={check.title}>
      <p>{check.text}</p>
      <Button isBusy={isFetching} onClick={() => void refetch()}>
        {check.start}
      </Button>
      <div role="status">
        {isFetching && <p>{check.busy}</p>}
        {error && !isFetching && <p>{explain(problemOf(error), language)}</p>}
        {data && !isFetching && (
          <p>
            <strong>{isWhole ? check.whole : check.broken(formats.number(data.differences.length))}</strong>{' '}
            {check.counted(formats.number(data.records), formats.number(data.lines))}{' '}
            <code title={data.replayedHash}>{data.replayedHash.slice(0, 12)}</code>
          </p>
        )}
      </div>
      {data && data.differences.length > 0 && (
        <ul>
          {data.differences.map(({ recordId, recordName, what, stored, replayed }) => (
            <li key={`${recordId} ${what} ${stored}`}>
              <button type="button" className="ui-link" onClick={() => onShow(recordId)}>
                {recordName}
              </button>{' '}
              {check.difference(check.what[what], stored, replayed)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
