import { useEffect, useRef, useState } from 'react';
import { findCodeOwner, useReadRecord } from '#api/replaceCodes.ts';
import type { RecordRow } from '#contract/records.ts';
import type { StockCode } from '#domain/stockCode.ts';
import { type CodeList, addCodes, codeListOf, textsOf } from './codeList.ts';
import { type TakenCode, takenCodesOf } from './takenCodes.ts';
import { unsavedCodes } from './unsavedEdits.ts';

/** More at once are left to the server, which checks all of them in one go. */
const ASKED_AT_ONCE = 10;

export interface CodeDraft {
  list: CodeList;
  /** The codes the person saw; null while a long list is being read. */
  base: readonly string[] | null;
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
      const base = codesOf(await readRecord(row.id));
      setDraft((before) => (before.base ? before : withBase(before, base)));
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
    for (const { text, key } of added) {
      void findCodeOwner(text).then(
        (owner) => {
          if (!owner || owner.id === row.id || !isMounted.current) return;
          const taken = { key, code: text, ownerId: owner.id, ownerName: owner.name };
          setDraft((before) => ({ ...before, taken: [...before.taken, taken] }));
        },
        // Unanswered: the commit will tell.
        () => undefined,
      );
    }
  }

  return { draft, setDraft, askWhose, readAll, hasFailed };
}

export function codesOf({ codes }: RecordRow): string[] {
  return codes.map(({ code }) => code);
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
  const base = isWhole(row) ? codesOf(row) : null;
  return { list: codeListOf(base ?? []), base, taken: [], moveFrom: [] };
}

/** The codes typed while the list was being read come after those that were there. */
function withBase(draft: CodeDraft, base: readonly string[]): CodeDraft {
  const added = addCodes(codeListOf(base), textsOf(draft.list).join('\n'));
  return { ...draft, base, list: added.ok ? added.value.list : codeListOf(base) };
}
