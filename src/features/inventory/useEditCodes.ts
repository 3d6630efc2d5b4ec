import { newKey } from '#api/newKey.ts';
import { problemOf } from '#api/problemError.ts';
import { useReadRecord, useReplaceCodes } from '#api/replaceCodes.ts';
import { untilAnswered } from '#api/untilAnswered.ts';
import type { RecordRow } from '#contract/records.ts';
import { mergeCodes } from './codeList.ts';
import { forgetUnsaved, keepUnsaved } from './unsavedEdits.ts';
import { type CodeBase, baseOf } from './useCodeDraft.ts';

export interface CodesEdit {
  row: RecordRow;
  base: CodeBase;
  codes: readonly string[];
  moveFrom: readonly string[];
}

/** Sends a list of codes and lets the person go on; a refusal that comes later is kept with the whole list. */
export function useEditCodes() {
  const replace = useReplaceCodes();
  const readRecord = useReadRecord();

  async function send(edit: CodesEdit): Promise<void> {
    const { row, base, codes, moveFrom } = edit;
    forgetUnsaved({ recordId: row.id, columnId: 'codes' });
    try {
      await replace({ id: row.id, version: base.version, base: base.codes, key: newKey(), codes, moveFrom });
    } catch (fault) {
      keep(edit, fault);
    }
  }

  /** For a person who was faster than the reading of a long list: `codes` are added to whatever it holds. */
  async function sendAdded({ row, codes, moveFrom }: Omit<CodesEdit, 'base'>): Promise<void> {
    const none = { codes: [], version: row.version };
    try {
      const base = baseOf(await untilAnswered(() => readRecord(row.id)));
      const merged = mergeCodes({ base: [], mine: codes, theirs: base.codes });
      await send({ row, base, codes: merged, moveFrom });
    } catch (fault) {
      keep({ row, base: none, codes, moveFrom }, fault);
    }
  }

  return {
    edit: (edit: CodesEdit) => void send(edit),
    add: (edit: Omit<CodesEdit, 'base'>) => void sendAdded(edit),
  };
}

function keep({ row, ...edit }: CodesEdit, fault: unknown): void {
  keepUnsaved({
    ...edit,
    recordId: row.id,
    columnId: 'codes',
    recordName: row.name,
    problem: problemOf(fault),
  });
}
