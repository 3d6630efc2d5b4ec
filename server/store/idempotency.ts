import type { Instant } from '#domain/day.ts';
import type { ReadHandle, WriteHandle } from './store.ts';

export interface RequestKey {
  personId: string;
  key: string;
}

/** The answer given to this person's request of this key, or null when it was never done. */
export async function findAnswer(database: ReadHandle, { personId, key }: RequestKey) {
  const row = await database
    .selectFrom('idempotency')
    .select(['request_hash', 'answer'])
    .where('person_id', '=', personId)
    .where('key', '=', key)
    .executeTakeFirst();
  return row ? { requestHash: row.request_hash, answer: JSON.parse(row.answer) as unknown } : null;
}

export async function saveAnswer(
  transaction: WriteHandle,
  given: RequestKey & { requestHash: string; answer: unknown; now: Instant },
): Promise<void> {
  await transaction
    .insertInto('idempotency')
    .values({
      person_id: given.personId,
      key: given.key,
      request_hash: given.requestHash,
      answer: JSON.stringify(given.answer),
      created_at: given.now,
    })
    .execute();
}

/** Forgets answers from before an instant; callers keep at least 30 days. */
export async function forgetAnswersBefore(transaction: WriteHandle, instant: Instant): Promise<void> {
  await transaction.deleteFrom('idempotency').where('created_at', '<', instant).execute();
}
