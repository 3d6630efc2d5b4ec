import { dayOfInstant } from '#domain/day.ts';
import { findPlace } from '#domain/idPlaces.ts';
import type { Minor } from '#domain/money.ts';
import { recordAdder } from '#domain/reportFold.ts';
import { noSums, reportFigures } from '#domain/reportSums.ts';
import { listLives } from '#server/store/skuLives.ts';
import type { Context } from './context.ts';
import { viewOf } from './foldReport.ts';
import type { LedgerBook } from './ledgerBook.ts';

/** What a record is still worth today, and its cash profit with that; null where its SKU has no life. */
export interface BookFigures {
  bookValue: Minor | null;
  profitWithBookValue: Minor | null;
}

const OFF: BookFigures = { bookValue: null, profitWithBookValue: null };

/** The book value of one record as its line in the report has it. Without any life set, the ledger is not even read. */
export async function readBookValue(
  { store, clock, book }: Context & { book: LedgerBook },
  recordId: string,
): Promise<BookFigures> {
  const lives = await listLives(store.read);
  if (lives.size === 0) return OFF;
  return book.read((columns) => {
    const place = findPlace(columns.ids, recordId);
    if (place === undefined) return OFF;
    const asOf = dayOfInstant(clock());
    const view = viewOf(columns, { period: { from: null, to: null }, asOf, lives });
    const sums = noSums();
    recordAdder({ columns, view })(place, sums);
    const { bookValue, profitWithBookValue } = reportFigures(sums);
    return { bookValue, profitWithBookValue };
  });
}
