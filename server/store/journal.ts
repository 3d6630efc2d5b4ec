import { type Day, dayOfInstant, knownDay } from '#domain/day.ts';
import type { JournalEntry, JournalTransfer } from '#domain/journal.ts';
import { minor } from '#domain/money.ts';
import type { ReadHandle } from './store.ts';

const PAGE_SIZE = 1000;

/** Every entry of every record, in the order of days, some at a time. */
export async function* allEntries(database: ReadHandle): AsyncGenerator<JournalEntry[]> {
  for (let last = { day: '', id: '' }; ;) {
    const rows = await database
      .selectFrom('entry')
      .innerJoin('record', 'record.id', 'entry.record_id')
      .select([
        'entry.id',
        'entry.kind',
        'entry.amount',
        'entry.occurred_on as day',
        'entry.note',
        'record.id as recordId',
        'record.name',
        'record.category',
      ])
      .where((eb) => eb(eb.refTuple('entry.occurred_on', 'entry.id'), '>', eb.tuple(last.day, last.id)))
      .orderBy('entry.occurred_on')
      .orderBy('entry.id')
      .limit(PAGE_SIZE)
      .execute();
    const end = rows.at(-1);
    if (!end) return;
    yield rows.map(({ id, kind, amount, day, note, recordId, name, category }) => ({
      id,
      kind,
      note,
      amount: minor(amount),
      occurredOn: knownDay(day) satisfies Day,
      record: { id: recordId, name, category },
    }));
    last = { day: end.day, id: end.id };
  }
}

/** Every conversion that carried money, in the order in which they were done. */
export async function* allTransfers(database: ReadHandle): AsyncGenerator<JournalTransfer> {
  const operations = await database
    .selectFrom('operation')
    .select(['id', 'type', 'at'])
    .where((eb) =>
      eb.exists(
        eb.selectFrom('carry').select('record_id').whereRef('carry.operation_id', '=', 'operation.id'),
      ),
    )
    .orderBy('number')
    .execute();
  for (const { id, type, at } of operations) {
    const rows = await database
      .selectFrom('carry_line as carry')
      .innerJoin('record', 'record.id', 'carry.record_id')
      .select(['carry.kind', 'carry.amount', 'record.id', 'record.name', 'record.category'])
      .where('carry.operation_id', '=', id)
      .orderBy('carry.id')
      .execute();
    const postings = rows.map(({ kind, amount, ...record }) => ({ kind, amount: minor(amount), record }));
    yield { operationId: id, type, day: dayOfInstant(at), postings };
  }
}
