import { findPlace, idAt } from '#domain/idPlaces.ts';
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
import { type Tracking, trackingOf } from '#domain/tracking.ts';
import { codeCounts } from '#server/store/codes.ts';
import type { StoredRecord } from '#server/store/recordRow.ts';
import { findRecordsById } from '#server/store/records.ts';
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
    const places = listedPlaces(columns);
    const isTracked = (place: number, as: Tracking) =>
      trackingOf({ quantity: columns.facts.quantity[place] ?? 0 }) === as;
    const serialized = places.filter((place) => isTracked(place, 'serialized'));
    const bulk = places.filter((place) => isTracked(place, 'bulk'));
    const acquisitions = each(serialized, (place) => ({ acquisition: acquisitionOf(columns, place) }));
    const typical = typicalUnitValue(acquisitions);
    const today = dayOfInstant(clock());
    const view = viewOf(columns, { period: { from: null, to: null }, asOf: today, lives: new Map() });
    const stockAt = stockReader({ columns, view }, counts);
    const advised: (SerializeAdvice & { worth: number })[] = [];
    for (const stock of each(bulk, stockAt)) {
      const reasons = reasonsToSerialize(stock, typical);
      const worth = stock.acquisition?.cost ?? 0;
      if (reasons.length > 0) advised.push({ id: idAt(columns.ids, stock.id), reasons, worth });
    }
    const order = advised.toSorted(
      (left, right) => right.reasons.length - left.reasons.length || right.worth - left.worth,
    );
    const pool = skusToPool(each(serialized, stockAt), typical)
      .toSorted((left, right) => right.ids.length - left.ids.length)
      .slice(0, limit)
      .map((advice) => ({ ...advice, ids: advice.ids.map((place) => idAt(columns.ids, place)) }));
    return { typical, serializeTotal: order.length, order: order.slice(0, limit), pool };
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

/** One after the other: a million of them are never in memory together. */
function* each<T>(places: Uint32Array, read: (place: number) => T): Generator<T> {
  for (const place of places) yield read(place);
}

function acquisitionOf({ facts }: LedgerColumns, place: number): TrackedStock['acquisition'] {
  if (((facts.flags[place] ?? 0) & KNOWN) === 0) return null;
  return { cost: facts.invested[place] ?? 0, units: facts.acquired[place] ?? 0 };
}

function stockReader(
  folding: { columns: LedgerColumns; view: ReturnType<typeof viewOf> },
  codes: ReadonlyMap<string, number>,
): (place: number) => TrackedStock<number> {
  const { facts, labels } = folding.columns;
  const { acquired, sku, quantity } = facts;
  const codesAt = new Map(
    [...codes].map(([id, count]) => [findPlace(folding.columns.ids, id), count] as const),
  );
  const add = recordAdder(folding);
  const sums = noSums();
  return (place) => {
    sums.fill(0);
    add(place, sums);
    return {
      id: place,
      sku: labels.sku.texts[sku[place] ?? 0] ?? '',
      quantity: quantity[place] ?? 0,
      acquisition: acquisitionOf(folding.columns, place),
      repairs: kindCount(sums, 'repair'),
      repairCost: kindAmount(sums, 'repair'),
      acquiredUnits: acquired[place] ?? 0,
      lostUnits: sumOf(sums, 'lostUnits'),
      lostValue: sumOf(sums, 'lostValue'),
      codes: codesAt.get(place) ?? 0,
      events: ENTRY_KINDS.reduce(
        (sum, kind) => sum + (kind === 'purchase' ? 0 : Math.max(kindCount(sums, kind), 0)),
        0,
      ),
    };
  };
}
