import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { listCodes, replaceCodes } from '#contract/codes.ts';
import type { AnswerOf } from '#contract/operation.ts';
import { type RecordRow, getRecord } from '#contract/records.ts';
import { call } from './call.ts';
import { useWrite } from './intent.ts';
import { currentRecord } from './currentRecord.ts';
import { foretellRecord, putCurrent, putRecord, recordKeys, storedRecord } from './recordCache.ts';
import { inOrder } from './recordOrder.ts';
import { outdate } from './records.ts';
import { untilAnswered } from './untilAnswered.ts';

export interface CodesChange {
  id: string;
  /** The version of the record that the person saw, and its codes then. */
  version: number;
  base: readonly string[];
  key: string;
  codes: readonly string[];
  /** Records that may lose codes to this one. */
  moveFrom: readonly string[];
}

export type CodesChanged = AnswerOf<typeof replaceCodes>;

/** Replaces the whole list of codes, shown at once; a refusal puts the old ones back. */
export function useReplaceCodes(): (change: CodesChange) => Promise<CodesChanged> {
  const { mutateAsync } = useWrite<CodesChange, CodesChanged>({
    send: (change, _key, client) => inOrder(change.id, () => sendCodes(client, change)),
    foretell: (client, { id, codes }) => foretellRecord(client, id, (row) => foretoldCodes(row, codes)),
    refused: putCurrent,
    step: ({ id: recordId }) => ({ recordId, columnId: 'codes' }),
    settled: (client, { record }, { moveFrom }) => {
      putRecord(client, record);
      outdate(client, record.id);
      // Other records lost codes to this one.
      for (const owner of moveFrom) void rereadRecord(client, owner);
    },
  });
  return mutateAsync;
}

/** The record with all its codes, read now: a row in a list carries the first fifty. */
export function useReadRecord(): (id: string) => Promise<RecordRow> {
  const client = useQueryClient();
  return (id) =>
    client.query({
      queryKey: recordKeys.one(id),
      queryFn: ({ signal }) => call(getRecord, { params: { id }, signal }),
    });
}

/** Which of these codes lead to a record now, and to which; free ones are not in the answer. */
export async function findCodeOwners(
  codes: readonly string[],
): Promise<{ code: string; owner: RecordRow }[]> {
  const { rows } = await call(listCodes, { query: { code: [...codes] } });
  return rows.flatMap(({ code, state, record }) => (state === 'attached' ? [{ code, owner: record }] : []));
}

/** A newer version is named only when the codes are still those that the person saw: nobody's code is dropped unseen. */
async function sendCodes(client: QueryClient, change: CodesChange): Promise<CodesChanged> {
  const { id, codes, moveFrom, base, key } = change;
  const stored = storedRecord(client, id);
  const ifMatch =
    stored && hasCodes(stored, base) ? Math.max(change.version, stored.version) : change.version;
  const body = { codes: [...codes], ...(moveFrom.length > 0 ? { moveFrom: [...moveFrom] } : {}) };
  try {
    return await untilAnswered(() =>
      call(replaceCodes, { params: { id }, body, ifMatch, idempotencyKey: key }),
    );
  } catch (fault) {
    const current = currentRecord(fault);
    if (!current || !hasCodes(current, base) || current.version <= ifMatch) throw fault;
    return sendCodes(client, { ...change, version: current.version });
  }
}

function hasCodes({ codes, codeCount }: RecordRow, texts: readonly string[]): boolean {
  return (
    codeCount === texts.length &&
    codes.length === codeCount &&
    codes.every(({ code }, index) => code === texts[index])
  );
}

function foretoldCodes(row: RecordRow, texts: readonly string[]): RecordRow {
  const kindOf = new Map(row.codes.map(({ code, kind }) => [code, kind]));
  const codes = texts.map((code) => ({ code, kind: kindOf.get(code) ?? ('label' as const) }));
  return { ...row, codes, codeCount: codes.length };
}

async function rereadRecord(client: QueryClient, id: string): Promise<void> {
  putRecord(client, await call(getRecord, { params: { id } }));
}
