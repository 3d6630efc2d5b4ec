import type { BulkBatch } from '#api/batch.ts';
import type { RecordListQuery } from '#api/recordCache.ts';
import type { AdjustmentReason } from '#domain/adjustment.ts';
import type { BulkChange } from '#domain/bulkChange.ts';
import type { QuantityAnswers } from '#domain/cellEdit.ts';
import { usualReason } from './lastReason.ts';

export const BULK_KINDS = ['location', 'category', 'sku', 'quantity', 'codePrefix', 'archive'] as const;

export type BulkScope = 'selected' | 'filtered';

/** What stands in the form. */
export interface BulkDraft {
  kind: (typeof BULK_KINDS)[number];
  text: string;
  reason: AdjustmentReason | undefined;
  answers: QuantityAnswers;
}

/** The request that the form means; null while it says nothing yet. An empty place is a place: none. */
export function bulkBatch(
  draft: BulkDraft,
  {
    scope,
    selectedIds,
    filter,
  }: { scope: BulkScope; selectedIds: readonly string[]; filter: Omit<RecordListQuery, 'sort'> },
): BulkBatch | null {
  const change = changeOf(draft);
  if (!change) return null;
  const answers = { increase: usualReason(1), decrease: usualReason(-1), ...draft.answers };
  const common = { mode: 'valid' as const, answers, change };
  return scope === 'selected' ? { ...common, records: [...selectedIds] } : { ...common, filter };
}

function changeOf({ kind, text, reason }: BulkDraft): BulkChange | null {
  switch (kind) {
    case 'location':
    case 'category':
    case 'sku':
      return { kind: 'text', field: kind, text };
    case 'quantity':
      return text.trim() === '' ? null : { kind, text };
    case 'codePrefix':
      return text.trim() === '' ? null : { kind, prefix: text };
    case 'archive':
      return reason ? { kind, reason } : null;
  }
}
