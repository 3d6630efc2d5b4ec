import { useDescribeRecord } from '#api/describeRecord.ts';
import { newKey } from '#api/newKey.ts';
import { problemOf } from '#api/problemError.ts';
import type { RecordRow } from '#contract/records.ts';
import { type EditedField, forgetUnsaved, keepUnsaved } from './unsavedEdits.ts';

export interface TextEdit {
  row: RecordRow;
  field: EditedField;
  /** As the domain has accepted it, and as it was typed. */
  after: string;
  typed: string;
  /** What stood in the cell when the person began. */
  seen: string;
}

/** Sends an edit and lets the person go on; a refusal that comes later is kept with what was typed. */
export function useEditText(): (edit: TextEdit) => void {
  const describe = useDescribeRecord();

  async function send({ row, field, after, typed, seen }: TextEdit): Promise<void> {
    const cell = { recordId: row.id, columnId: field };
    forgetUnsaved(cell);
    const { id, version } = row;
    try {
      await describe({ id, version, base: { [field]: seen }, key: newKey(), body: { [field]: after } });
    } catch (fault) {
      keepUnsaved({ ...cell, recordName: row.name, typed, problem: problemOf(fault) });
    }
  }

  return (edit) => void send(edit);
}
