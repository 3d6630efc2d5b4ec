import { type AdjustmentReason, LOSS_REASONS } from './adjustment.ts';
import { type Direction, ENTRY_KINDS, type EntryKind, directionOf } from './entry.ts';
import { placeOf } from './idPlaces.ts';
import { keepRecord } from './keptSums.ts';
import {
  type ColumnRecord,
  HANDED,
  KNOWN,
  LISTED,
  LOSING,
  LOST,
  type Labels,
  type LedgerColumns,
  OWN,
  SERVICED,
  VOIDS,
} from './ledgerColumns.ts';
import { makeRoom, namesOf, putNumber } from './numberColumns.ts';
import { putSpan } from './spans.ts';

const KIND_NUMBERS = new Map(ENTRY_KINDS.map((kind, number) => [kind, number]));

/** Puts a record as it is now, with all its lines, in the place of what was known of it. */
export function putRecord(columns: LedgerColumns, record: ColumnRecord): void {
  const place = placeOf(columns.ids, record.id);
  keepRecord(columns, place, -1);
  putSpan(
    columns.entries,
    place,
    record.entries.map(({ day, kind, amount, isVoid, isOwn }) => ({
      day,
      amount,
      line: kindNumber(kind) | (isVoid ? VOIDS : 0) | (isOwn ? OWN : 0),
    })),
  );
  putSpan(
    columns.carries,
    place,
    record.carries.map(({ kind, ...carry }) => ({ ...carry, kind: kindNumber(kind) })),
  );
  // By day, those of one day in the order recorded: as `unitDays` reads them.
  const steps = record.steps.toSorted((left, right) => left.day - right.day);
  putSpan(
    columns.steps,
    place,
    steps.map(({ day, delta, reason }) => ({ day, delta, flags: flagsOf(reason) })),
  );
  putSpan(columns.services, place, record.services);
  putFacts(columns, place, record);
  keepRecord(columns, place, 1);
}

function putFacts({ facts, ids, labels }: LedgerColumns, place: number, record: ColumnRecord): void {
  const isServiced = record.services.reduce((sum, { units }) => sum + Math.sign(units), 0) > 0;
  const isLosing = record.steps.some(({ reason }) => (flagsOf(reason) & LOST) !== 0);
  const row = {
    flags:
      (record.isListed ? LISTED : 0) |
      (record.acquisitionCost === null ? 0 : KNOWN) |
      (isServiced ? SERVICED : 0) |
      (isLosing ? LOSING : 0),
    quantity: record.quantity,
    invested: record.acquisitionCost ?? 0,
    originDay: record.originDay,
    acquired: record.steps.reduce((sum, { delta }) => sum + Math.max(delta, 0), 0),
    income: moneyOf(record, 'income'),
    cost: moneyOf(record, 'cost'),
    rented: record.services.reduce((sum, { from, to, units }) => sum + (to - from + 1) * units, 0),
    servedUntil: record.services.reduce((last, { to }) => Math.max(last, to), 0),
    category: labelNumber(labels.category, record.category),
    location: labelNumber(labels.location, record.location),
    sku: labelNumber(labels.sku, record.sku),
    batch: placeOf(ids, record.batch),
  };
  // The batch may be a record that is not known yet: it has a place too.
  makeRoom(facts, ids.count);
  for (const name of namesOf(facts)) putNumber(facts, name, { at: place, value: row[name] });
}

function moneyOf({ entries }: ColumnRecord, direction: Direction): number {
  return entries.reduce((sum, { kind, amount }) => sum + (directionOf(kind) === direction ? amount : 0), 0);
}

function kindNumber(kind: EntryKind): number {
  return KIND_NUMBERS.get(kind) ?? 0;
}

function flagsOf(reason: AdjustmentReason): number {
  const isHanded = reason === 'split' || reason === 'merge';
  return (LOSS_REASONS.includes(reason) ? LOST : 0) | (isHanded ? HANDED : 0);
}

function labelNumber({ texts, numberByText }: Labels, text: string): number {
  const known = numberByText.get(text);
  if (known !== undefined) return known;
  const number = texts.push(text) - 1;
  numberByText.set(text, number);
  return number;
}
