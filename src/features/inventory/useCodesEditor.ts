import { useState } from 'react';
import type { RecordRow } from '#contract/records.ts';
import type { CellEditorProps, DoneMove } from '#grid/column.ts';
import { mergeCodes, textsOf, withoutCodes } from './codeList.ts';
import { type CodesMode, saveStep, setAside, startMode } from './codeSaving.ts';
import { useTableActions } from './tableActions.ts';
import { forgetUnsaved, keepUnsaved } from './unsavedEdits.ts';
import { type CodeDraft, baseOf } from './useCodeDraft.ts';
import { useCodeInput } from './useCodeInput.ts';
import { useEditCodes } from './useEditCodes.ts';

/** Typing, saving and answering in the codes cell. */
export function useCodesEditor({ row, typed, onDone, onCancel }: CellEditorProps<RecordRow>) {
  const table = useTableActions();
  const { edit, add } = useEditCodes();
  const input = useCodeInput(row, typed);
  const { draft, setDraft, text, take } = input;
  const [mode, setMode] = useState<CodesMode>(() => startMode(row, { typed, draft }));
  const forget = () => forgetUnsaved({ recordId: row.id, columnId: 'codes' });

  /** Enter takes the text, and saves when there is none; Tab and a click elsewhere do both. */
  function commit(move: DoneMove) {
    if (text.trim() === '') return save(draft, move);
    const next = take(text);
    if (next && move !== 'down' && move !== 'up') save(next, move);
  }

  function save(next: CodeDraft, move: DoneMove) {
    const step = saveStep(row, next);
    const { moveFrom } = next;
    if (step.kind === 'taken' || step.kind === 'changed') return setMode({ ...step, move });
    if (step.kind === 'unchanged') forget();
    if (step.kind === 'replace') edit({ row, base: step.base, codes: step.codes, moveFrom });
    if (step.kind === 'add') add({ row, codes: step.codes, moveFrom });
    onDone(move);
  }

  function answerTaken(
    answer: 'move' | 'leave' | 'go',
    { taken, move }: Extract<CodesMode, { kind: 'taken' }>,
  ) {
    if (answer === 'go') {
      keepUnsaved(setAside(row, draft, taken));
      onCancel();
      if (taken[0]) table.goToRecord(taken[0].ownerId);
      return;
    }
    const owners = new Set([...draft.moveFrom, ...taken.map(({ ownerId }) => ownerId)]);
    const left = withoutCodes(draft.list, new Set(taken.map(({ key }) => key)));
    const next = answer === 'move' ? { ...draft, moveFrom: [...owners] } : { ...draft, list: left };
    setDraft(next);
    save(next, move);
  }

  function answerChanged(
    answer: 'merge' | 'theirs',
    { theirs, move }: Extract<CodesMode, { kind: 'changed' }>,
  ) {
    const base = baseOf(theirs);
    const mine = textsOf(draft.list);
    const merged = mergeCodes({ base: draft.base?.codes ?? [], mine, theirs: base.codes });
    if (answer === 'merge') edit({ row, base, codes: merged, moveFrom: draft.moveFrom });
    else forget();
    onDone(move);
  }

  return { ...input, mode, setMode, commit, answerTaken, answerChanged };
}
