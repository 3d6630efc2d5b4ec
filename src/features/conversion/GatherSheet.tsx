import { useLineage, useRecords, useRecordsLike } from '#api/conversions.ts';
import { problemOf } from '#api/problemError.ts';
import type { RecordRow } from '#contract/records.ts';
import { trackingOf } from '#domain/tracking.ts';
import { useWords } from '#ui/useLanguage.ts';
import { type ConversionRouteProps, ConversionSheet } from './ConversionSheet.tsx';
import { GatherForm } from './GatherForm.tsx';

interface GatherSheetProps extends ConversionRouteProps {
  type: 'pool' | 'merge';
  ids: readonly string[];
  onMembers(ids: readonly string[]): void;
}

/** Pooling or merging the records that the address names. */
export function GatherSheet({ type, ids, session, onMembers, onDone, onLeave }: GatherSheetProps) {
  const { conversions } = useWords();
  const { records, isLoading, problem, refetch } = useRecords(ids);
  const { data: others = [] } = useRecordsLike(records[0]);
  const batch = useBatchOf(records);
  const like = others.filter((row) => type === 'pool' || trackingOf(row) === 'bulk');
  return (
    <ConversionSheet
      session={session}
      onLeave={onLeave}
      label={conversions.titles[type]}
      isLoading={isLoading || batch === 'unknown'}
      problem={problem && problemOf(problem)}
      onRetry={refetch}
    >
      <GatherForm
        type={type}
        members={records}
        like={like}
        batch={batch === 'unknown' ? null : batch}
        currency={session.workspace.currency}
        onMembers={onMembers}
        onDone={onDone}
        onLeave={onLeave}
      />
    </ConversionSheet>
  );
}

/** The batch that all of these were taken from; null when they were not, or when it is one of them. */
function useBatchOf(members: readonly RecordRow[]): RecordRow | null | 'unknown' {
  const [first] = members;
  const { data: own } = useLineage(first?.id ?? null);
  const parent = own?.parents.nodes.find(
    ({ type, isUndone, generation }) =>
      generation === 1 && !isUndone && (type === 'serialize' || type === 'split'),
  );
  const parentId = parent?.recordId ?? null;
  const { data: siblings } = useLineage(parentId);
  const { records } = useRecords(parentId === null ? [] : [parentId]);
  if (first && !own) return 'unknown';
  if (parentId === null) return null;
  const [batch] = records;
  if (!siblings || !batch) return 'unknown';
  const children = new Set(
    siblings.children.nodes.filter(({ generation }) => generation === 1).map(({ recordId }) => recordId),
  );
  const isOfAll = members.every(({ id }) => children.has(id));
  return isOfAll ? batch : null;
}
