import { useEffect, useRef, useState } from 'react';
import { findCodeOwners, useReadRecord } from '#api/replaceCodes.ts';
import type { RecordRow } from '#contract/records.ts';
import { type StockCode, codeKey } from '#domain/stockCode.ts';
import { type CodeList, codeListOf, mergeCodes, textsOf } from './codeList.ts';
import { type TakenCode, takenCodesOf } from './takenCodes.ts';
import { unsavedCodes } from './unsavedEdits.ts';

/** More at once are left to the server, which checks all of them in one go. */
const ASKED_AT_ONCE = 10;

/** The codes the person saw, in that version of the record. */
export interface CodeBase {
  codes: readonly string[];
  version: number;
}

export interface CodeDraft {
  list: CodeList;
  /** Null while a long list is being read. */
  base: CodeBase | null;
  /** Codes that lead to other records, as far as is known. */
  taken: readonly TakenCode[];
  moveFrom: readonly string[];
}

/** What is being edited: begins with the record's codes, or with a list that was refused before. */
export function useCodeDraft(row: RecordRow, typed: string | null) {
  const [draft, setDraft] = useState<CodeDraft>(() => startOf(row, typed));
  const [hasFailed, setFailed] = useState(false);
  const readRecord = useReadRecord();
  const isMounted = useRef(false);

  async function readAll(): Promise<void> {
    setFailed(false);
    try {
      const whole = await readRecord(row.id);
      setDraft((before) => (before.base ? before : withBase(before, baseOf(whole))));
    } catch {
      // Said in the panel, with a way to try again; what was typed stays.
      setFailed(true);
    }
  }

  useEffect(() => {
    isMounted.current = true;
    if (draft.base === null) void readAll();
    return () => {
      isMounted.current = false;
    };
    // oxlint-disable-next-line react/exhaustive-deps -- once for each edit: a row that changes meanwhile is told at the commit
  }, []);

  /** Learns early whose a new code is, while the person goes on; the server has the last word. */
  function askWhose(added: readonly StockCode[]): void {
    if (added.length > ASKED_AT_ONCE) return;
    const asked = added.map(({ text }) => text);
    void findCodeOwners(asked).then(
      (found) => {
        const elsewhere = found.filter(({ owner }) => owner.id !== row.id);
        if (elsewhere.length === 0 || !isMounted.current) return;
        const taken = elsewhere.map(({ code, owner }) => {
          const key = codeKey(code);
          // As the person typed it: only case or spaces may differ from how its owner has it.
          const asTyped = added.find((one) => one.key === key)?.text ?? code;
          return { key, code: asTyped, ownerId: owner.id, ownerName: owner.name };
        });
        setDraft((before) => ({ ...before, taken: [...before.taken, ...taken] }));
      },
      // Unanswered: the commit will tell.
      () => undefined,
    );
  }

  return { draft, setDraft, askWhose, readAll, hasFailed };
}

export function codesOf({ codes }: RecordRow): string[] {
  return codes.map(({ code }) => code);
}

export function baseOf(row: RecordRow): CodeBase {
  return { codes: codesOf(row), version: row.version };
}

/** Whether a row carries all its codes. */
export function isWhole({ codes, codeCount }: RecordRow): boolean {
  return codes.length === codeCount;
}

/** Codes that would be moved are still on other records and not agreed to. */
export function unsettled({ taken, list, moveFrom }: CodeDraft): TakenCode[] {
  return taken.filter(({ key, ownerId }) => list.keys.has(key) && !moveFrom.includes(ownerId));
}

function startOf(row: RecordRow, typed: string | null): CodeDraft {
  const unsaved = typed === null ? unsavedCodes(row.id) : null;
  if (unsaved) {
    const { base, codes, moveFrom, problem } = unsaved;
    return { list: codeListOf(codes), base, taken: takenCodesOf(problem), moveFrom };
  }
  const base = isWhole(row) ? baseOf(row) : null;
  return { list: codeListOf(base?.codes ?? []), base, taken: [], moveFrom: [] };
}

/** The codes typed while the list was being read come after those that were there. */
function withBase(draft: CodeDraft, base: CodeBase): CodeDraft {
  const codes = mergeCodes({ base: [], mine: textsOf(draft.list), theirs: base.codes });
  return { ...draft, base, list: codeListOf(codes) };
}
