import type { QueryClient } from '@tanstack/react-query';
import type { AnswerOf, BodyInput } from '#contract/operation.ts';
import { type RecordRow, describeRecord } from '#contract/records.ts';
import { call } from './call.ts';
import { useWrite } from './intent.ts';
import { foretellRecord, putCurrent, putRecord, recordKeys, storedRecord } from './recordCache.ts';
import { inOrder } from './recordOrder.ts';
import { outdate } from './records.ts';
import { currentRecord } from './currentRecord.ts';
import { untilAnswered } from './untilAnswered.ts';

type Description = BodyInput<typeof describeRecord>;

export interface DescriptionChange {
  id: string;
  /** The version of the record that the person saw, and what stood in these fields then. */
  version: number;
  base: Description;
  /** Of this intent. */
  key: string;
  body: Description;
}

export type Described = AnswerOf<typeof describeRecord>;

/** Changes name, SKU, category, location, notes or reference; shown at once, put back when it is refused. */
export function useDescribeRecord(): (change: DescriptionChange) => Promise<Described> {
  const { mutateAsync } = useWrite<DescriptionChange, Described>({
    fingerprint: ({ key }) => key,
    send: (change, _key, client) => inOrder(change.id, () => sendDescription(client, change)),
    foretell: (client, { id, body }) => {
      const given = Object.entries(body).filter(([, text]) => text !== undefined);
      return foretellRecord(client, id, Object.fromEntries(given));
    },
    step: ({ id: recordId, body }) => ({ recordId, columnId: Object.keys(body)[0] ?? 'name' }),
    refused: putCurrent,
    settled: (client, { record }) => {
      putRecord(client, record);
      outdate(client, record.id);
      void client.invalidateQueries({ queryKey: recordKeys.labels });
    },
  });
  return mutateAsync;
}

/** A newer version is named only when the fields still hold what the person saw: nobody's words are written over unseen. */
async function sendDescription(client: QueryClient, change: DescriptionChange): Promise<Described> {
  const { id, body, base, key } = change;
  const stored = storedRecord(client, id);
  const ifMatch = stored && holds(stored, base) ? Math.max(change.version, stored.version) : change.version;
  try {
    const answer = await untilAnswered(() =>
      call(describeRecord, { params: { id }, body, ifMatch, idempotencyKey: key }),
    );
    // Before the next change of this record is sent, which names the version that this one made.
    putRecord(client, answer.record);
    return answer;
  } catch (fault) {
    const current = currentRecord(fault);
    if (!current || !holds(current, base) || current.version <= ifMatch) throw fault;
    putRecord(client, current);
    return sendDescription(client, { ...change, version: current.version });
  }
}

function holds(record: RecordRow, base: Description): boolean {
  return Object.entries(base).every(([field, text]) =>
    Object.entries(record).some(([name, value]) => name === field && value === text),
  );
}
