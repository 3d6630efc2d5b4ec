import { ProblemError } from '#api/problemError.ts';
import { recordRow, type RecordRow } from '#contract/records.ts';
import type { DoneMove } from '#grid/column.ts';
import { isSameList, textsOf } from './codeList.ts';
import type { TakenCode } from './takenCodes.ts';
import { type UnsavedCodes, unsavedCodes } from './unsavedEdits.ts';
import { type CodeBase, type CodeDraft, codesOf, isWhole, unsettled } from './useCodeDraft.ts';

/** A question was met when saving; once answered, the cursor moves the way that was asked. */
export type CodesMode =
  | { kind: 'typing' }
  | { kind: 'taken'; taken: readonly TakenCode[]; move: DoneMove }
  | { kind: 'changed'; theirs: RecordRow; move: DoneMove };

export type SaveStep =
  | { kind: 'taken'; taken: readonly TakenCode[] }
  | { kind: 'changed'; theirs: RecordRow }
  | { kind: 'unchanged' }
  | { kind: 'replace'; base: CodeBase; codes: readonly string[] }
  /** The long list is still being read: these go after whatever it holds. */
  | { kind: 'add'; codes: readonly string[] };

/** What saving this draft takes now: a question first, a request, or nothing. */
export function saveStep(row: RecordRow, draft: CodeDraft): SaveStep {
  const taken = unsettled(draft);
  if (taken.length > 0) return { kind: 'taken', taken };
  const codes = textsOf(draft.list);
  const { base } = draft;
  if (!base) return codes.length > 0 ? { kind: 'add', codes } : { kind: 'unchanged' };
  if (isWhole(row) && !isSameList(codesOf(row), base.codes)) return { kind: 'changed', theirs: row };
  return isSameList(codes, base.codes) ? { kind: 'unchanged' } : { kind: 'replace', base, codes };
}

/** A person who comes back to a refused edit is asked at once what it was refused for. */
export function startMode(
  row: RecordRow,
  { typed, draft }: { typed: string | null; draft: CodeDraft },
): CodesMode {
  const unsaved = typed === null ? unsavedCodes(row.id) : null;
  if (!unsaved) return { kind: 'typing' };
  const theirs = isWhole(row) ? row : currentOf(unsaved.problem);
  if (theirs && !isSameList(codesOf(theirs), unsaved.base.codes))
    return { kind: 'changed', theirs, move: 'stay' };
  const taken = unsettled(draft);
  return taken.length > 0 ? { kind: 'taken', taken, move: 'stay' } : { kind: 'typing' };
}

/** What is in the editor, to be found again: the person goes to look at another record first. */
export function setAside(row: RecordRow, draft: CodeDraft, taken: readonly TakenCode[]): UnsavedCodes {
  const facts = taken.map(({ code, ownerId, ownerName }) => ({ given: code, ownerId, ownerName }));
  const errors = facts.map((fact) => ({ pointer: '/codes', code: 'code.taken', detail: '', ...fact }));
  return {
    recordId: row.id,
    columnId: 'codes',
    recordName: row.name,
    codes: textsOf(draft.list),
    // Without a base nothing is dropped: these codes are added to whatever is there.
    base: draft.base ?? { codes: [], version: row.version },
    moveFrom: draft.moveFrom,
    problem: new ProblemError({
      code: 'code.taken',
      status: 409,
      detail: '',
      facts: { ...facts[0] },
      errors,
    }),
  };
}

function currentOf(problem: ProblemError): RecordRow | null {
  const current = recordRow.safeParse(problem.facts['current']);
  return current.success ? current.data : null;
}
