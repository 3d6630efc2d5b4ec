import type { RecordRow } from '#contract/records.ts';

/** A row as a list of records has it: one unit without codes, but for what is said otherwise. */
export function listedRow(said: Partial<RecordRow> & Pick<RecordRow, 'id' | 'name'>): RecordRow {
  return {
    version: 1,
    sku: '',
    category: '',
    location: '',
    notes: '',
    reference: '',
    quantity: 1,
    tracking: 'serialized',
    codes: [],
    codeCount: 0,
    individualSince: null,
    openedOn: '2026-11-23',
    changedAt: '2026-11-23T08:00:00.000Z',
    ...said,
  };
}
