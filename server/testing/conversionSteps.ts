/** What a person may do to the stock of one random sequence, and how to ask the application for it. */
import * as fc from 'fast-check';
import { first } from './answerBody.ts';
import { convert, eur } from './conversionRequests.ts';
import type { StockRecord, StockState } from './stockState.ts';
import type { Answer, TestApp } from './testApp.ts';

/** Records are named by their place among those that exist, operations by theirs among those that were done. */
export type Step =
  | { do: 'adjust'; record: number; by: number }
  | { do: 'entry'; record: number; kind: string; amount: number }
  | { do: 'void'; record: number }
  | { do: 'codes'; record: number }
  | { do: 'serialize' | 'split'; record: number; units: number; codes: number; history: 'share' | 'keep' }
  | { do: 'pool' | 'merge'; records: number[]; isInto: boolean }
  | { do: 'undo' | 'redo'; operation: number };

const record = fc.nat({ max: 7 });
const conversion = fc.oneof(
  fc.record({
    do: fc.constantFrom('serialize' as const, 'split' as const),
    record,
    units: fc.integer({ min: 1, max: 6 }),
    codes: fc.nat({ max: 2 }),
    history: fc.constantFrom('share' as const, 'keep' as const),
  }),
  fc.record({
    do: fc.constantFrom('pool' as const, 'merge' as const),
    records: fc.uniqueArray(record, { minLength: 2, maxLength: 4 }),
    isInto: fc.boolean(),
  }),
);

export const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('adjust' as const), record, by: fc.constantFrom(-3, -2, -1, 1, 2, 4) }),
  fc.record({
    do: fc.constant('entry' as const),
    record,
    kind: fc.constantFrom('rental', 'purchase', 'repair'),
    amount: fc.integer({ min: -9999, max: 99_999 }),
  }),
  fc.record({ do: fc.constant('void' as const), record }),
  fc.record({ do: fc.constant('codes' as const), record }),
  { arbitrary: conversion, weight: 3 },
  {
    arbitrary: fc.record({
      do: fc.constantFrom('undo' as const, 'redo' as const),
      operation: fc.nat({ max: 6 }),
    }),
    weight: 2,
  },
);

/** The stock of one sequence: its SKUs are its own, so that many sequences may share a database. */
export interface Stock {
  skus: readonly string[];
  /** Operations done so far, the newest last, and those of them that are undone now. */
  operations: string[];
  undone: Set<string>;
}

export async function createStock(app: TestApp, name: string): Promise<Stock> {
  const [pole, car] = [`${name}-POLE`, `${name}-CAR`];
  const codes = ['1', '2', '3'].map((code) => `${pole}-${code}`);
  const records = [
    { name: 'Pole', sku: pole, quantity: 7, codes, purchaseCost: eur(10_001) },
    { name: 'Pole', sku: pole, quantity: 4, codes: [`${pole}-4`] },
    { name: 'Car', sku: car, quantity: 1, codes: [`${car}-1`], purchaseCost: eur(1_000_000) },
  ];
  await app.ask('POST', '/api/records', { body: { records } });
  return { skus: [pole, car], operations: [], undone: new Set() };
}

/** What a step led to. */
export interface Asked {
  status: number;
  /** The whole answer, byte for byte. */
  text: string;
  operationId: string;
  /** The line of the ledger that was added. */
  posted: { kind: string; amount: number } | null;
  /** New codes given to units. */
  codes: readonly string[];
  /** The operation that was to be taken back, or done again. */
  turned: string | null;
}

/** A step to take, and what the stock is when it is taken. */
export interface Taking {
  stock: Stock;
  state: StockState;
  one: Step;
}

/** Takes a step; null when it makes no sense on this stock. */
export async function take(app: TestApp, { stock, state, one }: Taking): Promise<Asked | null> {
  const { records } = state;
  if ('operation' in one) return turn(app, stock, one);
  if (one.do === 'codes') return addCode(app, stock, placed(records, one.record));
  if (one.do === 'void') return voidNewest(app, state, placed(records, one.record));
  const codes =
    one.do === 'serialize'
      ? Array.from({ length: one.codes }, (_, at) => `${stock.skus[0]}-U${stock.operations.length}-${at}`)
      : [];
  const { path, body } = requestOf(records, { one, codes });
  const answer = body.type
    ? await convert(app, body)
    : await app.ask('POST', `/api/records/${path}`, { body });
  return askedOf(answer, { codes });
}

function askedOf(
  { status, text, body }: Answer,
  { codes = [], turned = null }: { codes?: readonly string[]; turned?: string | null } = {},
): Asked {
  const { operationId, entry } = body;
  const posted = entry ? { kind: entry.kind, amount: entry.amount.amount } : null;
  return { status, text, operationId, posted, codes, turned };
}

async function turn(
  app: TestApp,
  { operations, undone }: Stock,
  { do: way, operation }: Extract<Step, { operation: number }>,
): Promise<Asked | null> {
  const newest = way === 'redo' && undone.size > 0 ? [...undone] : operations.slice(-7);
  const turned = newest[operation % newest.length];
  if (turned === undefined) return null;
  const answer = await app.ask('POST', `/api/operations/${turned}/${way}`);
  return askedOf(answer, { turned });
}

async function addCode(
  app: TestApp,
  { skus, operations }: Stock,
  { id, version, codes }: StockRecord,
): Promise<Asked> {
  const added = `${skus[0]}-C${operations.length}`;
  const body = { codes: [...codes, added] };
  return askedOf(await app.ask('PUT', `/api/records/${id}/codes`, { body, version }), { codes: [added] });
}

async function voidNewest(app: TestApp, state: StockState, { id }: StockRecord): Promise<Asked | null> {
  const entryId = state.newestEntries.get(id);
  if (entryId === undefined) return null;
  return askedOf(await app.ask('POST', `/api/entries/${entryId}/void`, { body: { reason: 'no' } }));
}

type Request = { path: string; body: { type?: string } & Record<string, unknown> };
type Requested = Exclude<Step, { do: 'undo' | 'redo' | 'void' | 'codes' }>;

function requestOf(
  records: readonly StockRecord[],
  { one, codes }: { one: Requested; codes: readonly string[] },
): Request {
  const at = (place: number) => placed(records, place);
  switch (one.do) {
    case 'adjust': {
      const reason = one.by > 0 ? 'found' : 'lost';
      const crossing = one.by > 0 ? 'pool' : 'close';
      return { path: `${at(one.record).id}/adjustments`, body: { change: one.by, reason, crossing } };
    }
    case 'entry': {
      const body = { kind: one.kind, amount: eur(one.amount), occurredOn: '2026-03-01' };
      return { path: `${at(one.record).id}/entries`, body };
    }
    case 'serialize': {
      const { do: type, units, history } = one;
      return { path: '', body: { type, record: seen(at(one.record)), units, history, codes } };
    }
    case 'split': {
      const { do: type, units: quantity, history } = one;
      const own = at(one.record).codes.slice(0, one.codes);
      return { path: '', body: { type, record: seen(at(one.record)), quantity, history, codes: own } };
    }
    case 'pool':
    case 'merge': {
      const members = [...new Set(one.records.map(at))].map(seen);
      const into = one.isInto ? members[0]?.id : null;
      return { path: '', body: { type: one.do, records: members, into } };
    }
  }
}

const seen = ({ id, version }: StockRecord) => ({ id, version });

function placed(records: readonly StockRecord[], place: number): StockRecord {
  return first(records.slice(place % records.length));
}
