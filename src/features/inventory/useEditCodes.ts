import { newKey } from '#api/newKey.ts';
import { problemOf } from '#api/problemError.ts';
import { useReplaceCodes } from '#api/replaceCodes.ts';
import type { RecordRow } from '#contract/records.ts';
import { forgetUnsaved, keepUnsaved } from './unsavedEdits.ts';

export interface CodesEdit {
  row: RecordRow;
  /** The codes the person saw. */
  base: readonly string[];
  codes: readonly string[];
  moveFrom: readonly string[];
}

/** Sends a list of codes and lets the person go on; a refusal that comes later is kept with the whole list. */
export function useEditCodes(): (edit: CodesEdit) => void {
  const replace = useReplaceCodes();

  async function send({ row, ...edit }: CodesEdit): Promise<void> {
    const cell = { recordId: row.id, columnId: 'codes' } as const;
    forgetUnsaved(cell);
    try {
      await replace({ id: row.id, version: row.version, key: newKey(), ...edit });
    } catch (fault) {
      keepUnsaved({ ...cell, ...edit, recordName: row.name, problem: problemOf(fault) });
    }
  }

  return (edit) => void send(edit);
}
