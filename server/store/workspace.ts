import type { Instant } from '#domain/day.ts';
import type { ReadHandle, WriteHandle } from './store.ts';

const DEFAULT_CURRENCY = 'EUR';

/** The one currency of this workspace. */
export async function findCurrency(database: ReadHandle): Promise<string> {
  const row = await database
    .selectFrom('workspace')
    .select('currency')
    .where('id', '=', 1)
    .executeTakeFirst();
  return row?.currency ?? DEFAULT_CURRENCY;
}

/** The use case allows this only while no money is booked. */
export async function saveCurrency(
  transaction: WriteHandle,
  given: { currency: string; now: Instant },
): Promise<void> {
  await transaction
    .insertInto('workspace')
    .values({ id: 1, currency: given.currency, created_at: given.now })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ currency: given.currency }))
    .execute();
}
