import type { QueryClient } from '@tanstack/react-query';
import type { AnswerOf, BodyInput } from '#contract/operation.ts';
import { type RecordRow, adjustQuantity } from '#contract/records.ts';
import { trackingOf } from '#domain/tracking.ts';
import { call } from './call.ts';
import { useWrite } from './intent.ts';
import { ProblemError } from './problemError.ts';
import { foretellRecord, putCurrent, putRecord, storedRecord } from './recordCache.ts';
import { inOrder } from './recordOrder.ts';
import { outdate } from './records.ts';
import { untilAnswered } from './untilAnswered.ts';

export interface QuantityChange {
  id: string;
  /** The version of the record that the person saw. */
  version: number;
  /** Of this intent; another edit with the same figures has another. */
  key: string;
  body: BodyInput<typeof adjustQuantity>;
}

export type QuantityChanged = AnswerOf<typeof adjustQuantity>;

/** Sets or changes a quantity. Shown at once where the outcome is plain; a refusal puts the old one back. */
export function useAdjustQuantity(): (change: QuantityChange) => Promise<QuantityChanged> {
  const { mutateAsync } = useWrite<QuantityChange, QuantityChanged>({
    send: (change, _key, client) => inOrder(change.id, () => sendChange(client, change)),
    foretell: (client, { id, body }) => foretellRecord(client, id, (row) => foretoldQuantity(row, body)),
    refused: putCurrent,
    step: ({ id: recordId }, { added }) => ({ recordId, columnId: 'quantity', isMaking: added.length > 0 }),
    settled: (client, { record }) => {
      putRecord(client, record);
      outdate(client, record.id);
    },
  });
  return mutateAsync;
}

/**
 * A set names the quantity that was seen besides the version, so a newer version may be named for it: the server then
 * answers by the quantity alone, and asks when that has moved.
 */
async function sendChange(client: QueryClient, change: QuantityChange): Promise<QuantityChanged> {
  const { id, body, key } = change;
  if ('change' in body)
    return untilAnswered(() => call(adjustQuantity, { params: { id }, body, idempotencyKey: key }));
  const ifMatch = Math.max(change.version, storedRecord(client, id)?.version ?? 0);
  try {
    return await untilAnswered(() =>
      call(adjustQuantity, { params: { id }, body, ifMatch, idempotencyKey: key }),
    );
  } catch (fault) {
    const isStale = fault instanceof ProblemError && fault.code === 'version.stale';
    if (!isStale) throw fault;
    putCurrent(client, fault);
    const isNewer = (storedRecord(client, id)?.version ?? 0) > ifMatch;
    if (!isNewer) throw fault;
    return sendChange(client, change);
  }
}

function foretoldQuantity(row: RecordRow, body: QuantityChange['body']): RecordRow {
  // One unit stays one unit; the others become records of their own.
  if (body.crossing === 'units') return row;
  const quantity = 'set' in body ? body.set : row.quantity + body.change;
  return { ...row, quantity, tracking: trackingOf({ quantity }) };
}
