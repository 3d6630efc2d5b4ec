import { idAt } from '#domain/idPlaces.ts';
import { KNOWN, type LedgerColumns } from '#domain/ledgerColumns.ts';
import { dayOfInstant } from '#domain/day.ts';
import { ENTRY_KINDS } from '#domain/entry.ts';
import { recordAdder } from '#domain/reportFold.ts';
import { kindAmount, kindCount, noSums, sumOf } from '#domain/reportSums.ts';
import {
  type PoolAdvice,
  type SerializeAdvice,
  type TrackedStock,
  reasonsToSerialize,
  skusToPool,
  typicalUnitValue,
} from '#domain/trackingAdvice.ts';
import { trackingOf } from '#domain/tracking.ts';
import { codeCounts } from '#server/store/codes.ts';
import { type StoredRecord, findRecordsById } from '#server/store/records.ts';
import type { Context } from './context.ts';
import { viewOf } from './foldReport.ts';
import type { LedgerBook } from './ledgerBook.ts';
import { listedPlaces } from './readReport.ts';

export interface Advice {
  typical: number | null;
  serialize: (SerializeAdvice & { record: StoredRecord })[];
  serializeTotal: number;
  pool: PoolAdvice[];
}

/** Which bulk records deserve serials, and which serialized units are not worth the attention; most money first. */
export async function readAdvice(
  { store, clock, book }: Context & { book: LedgerBook },
  { limit }: { limit: number },
): Promise<Advice> {
  const counts = await codeCounts(store.read);
  const found = await book.read((columns) => {
    const today = dayOfInstant(clock());
    const view = viewOf(columns, { period: { from: null, to: null }, asOf: today, lives: new Map() });
    const stockAt = stockReader({ columns, view }, counts);
    const stocks = Array.from(listedPlaces(columns), stockAt);
    const byTracking = Map.groupBy(stocks, trackingOf);
    const serialized = byTracking.get('serialized') ?? [];
    const typical = typicalUnitValue(serialized);
    const advised = (byTracking.get('bulk') ?? []).flatMap((stock) => {
      const reasons = reasonsToSerialize(stock, typical);
      return reasons.length === 0 ? [] : [{ id: stock.id, reasons, worth: stock.acquisition?.cost ?? 0 }];
    });
    const order = advised.toSorted(
      (left, right) => right.reasons.length - left.reasons.length || right.worth - left.worth,
    );
    const pool = skusToPool(serialized, typical).toSorted(
      (left, right) => right.ids.length - left.ids.length,
    );
    return {
      typical,
      serializeTotal: order.length,
      order: order.slice(0, limit),
      pool: pool.slice(0, limit),
    };
  });
  const { typical, serializeTotal, order, pool } = found;
  const records = await findRecordsById(
    store.read,
    order.map(({ id }) => id),
  );
  const serialize = order.flatMap(({ id, reasons }) => {
    const record = records.get(id);
    return record ? [{ id, reasons, record }] : [];
  });
  return { typical, serialize, serializeTotal, pool };
}

function stockReader(
  folding: { columns: LedgerColumns; view: ReturnType<typeof viewOf> },
  codes: ReadonlyMap<string, number>,
): (place: number) => TrackedStock {
  const { facts, labels, ids } = folding.columns;
  const { acquired, sku, quantity, invested, flags } = facts;
  const add = recordAdder(folding);
  const sums = noSums();
  return (place) => {
    sums.fill(0);
    add(place, sums);
    const acquiredUnits = acquired[place] ?? 0;
    const id = idAt(ids, place);
    return {
      id,
      sku: labels.sku.texts[sku[place] ?? 0] ?? '',
      quantity: quantity[place] ?? 0,
      acquisition:
        ((flags[place] ?? 0) & KNOWN) !== 0 ? { cost: invested[place] ?? 0, units: acquiredUnits } : null,
      repairs: kindCount(sums, 'repair'),
      repairCost: kindAmount(sums, 'repair'),
      acquiredUnits,
      lostUnits: sumOf(sums, 'lostUnits'),
      lostValue: sumOf(sums, 'lostValue'),
      codes: codes.get(id) ?? 0,
      events: ENTRY_KINDS.reduce(
        (sum, kind) => sum + (kind === 'purchase' ? 0 : Math.max(kindCount(sums, kind), 0)),
        0,
      ),
    };
  };
}
