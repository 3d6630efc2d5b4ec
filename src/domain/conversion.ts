import { ENTRY_KINDS, type EntryKind } from './entry.ts';
import { type Minor, minor } from './money.ts';
import { MAX_QUANTITY } from './quantity.ts';
import { accept, refuse, type Result } from './result.ts';
import { shareByWeight } from './share.ts';
import { type CodeRefusal, type StockCode, checkCodeList } from './stockCode.ts';
import { foldText } from './text.ts';
import { type KindTotals, NO_TOTALS, addTotals, amountOf } from './totals.ts';
import { trackingOf } from './tracking.ts';

/** What a conversion needs to know of a record. */
export interface Convertible {
  id: string;
  name: string;
  sku: string;
  quantity: number;
  codes: readonly StockCode[];
  /** Its lifetime totals: its own entries and what was carried to it. */
  totals: KindTotals;
}

export type HistoryChoice = 'share' | 'keep';

export type ConversionRequest =
  | {
      type: 'serialize';
      source: Convertible;
      units: number;
      codes: readonly string[];
      history: HistoryChoice;
    }
  | { type: 'split'; source: Convertible; quantity: number; codes: readonly string[]; history: HistoryChoice }
  | { type: 'pool' | 'merge'; members: readonly Convertible[]; into: Convertible | null };

/** The record that a line of a plan is about: one that is there, or number `made` of those that the plan makes. */
export type PlanTarget = { id: string } | { made: number };

/** The part of a record's history in money that a conversion hands on. The lines of one plan sum to zero per kind. */
export interface PlannedCarry {
  target: PlanTarget;
  kind: EntryKind;
  amount: Minor;
  /** How many entries stand behind it: what makes a figure known where it came from known where it goes. */
  count: number;
}

export interface ConversionPlan {
  type: ConversionRequest['type'];
  /** Records to make, like the record whose id is `like`. */
  makes: { like: string; quantity: number; codes: StockCode[] }[];
  /** New quantities of records that are there. */
  quantities: { id: string; from: number; to: number }[];
  /** New code lists of records that are there. */
  codes: { id: string; codes: StockCode[] }[];
  carries: PlannedCarry[];
  lineage: { parent: PlanTarget; child: PlanTarget }[];
}

export type ConversionRefusal =
  | { code: 'conversion.too-many'; asked: number; available: number }
  | { code: 'conversion.not-bulk'; name: string }
  | { code: 'conversion.closed'; name: string }
  | { code: 'conversion.different'; names: readonly string[] }
  | { code: 'conversion.too-few'; least: number }
  | { code: 'conversion.code-elsewhere'; given: string }
  | (CodeRefusal & { index: number });

/** A conversion that can start from one record. */
export type ConversionStart = 'serialize' | 'split' | 'pool';

/** What a record can be turned into: a batch into units or parts, a unit into a part of a pool, a closed one into nothing. */
export function conversionStarts(record: { quantity: number }): readonly ConversionStart[] {
  const starts = {
    bulk: ['serialize', 'split', 'pool'],
    serialized: ['pool'],
    closed: [],
  } as const satisfies Record<ReturnType<typeof trackingOf>, readonly ConversionStart[]>;
  return starts[trackingOf(record)];
}

/** How many units one request may make. */
const MAX_UNITS_AT_ONCE = 10_000;

/**
 * What a conversion would do, before anything is written. Serializing 2 of 2 with a cost of 1,027.51 shared makes two
 * records that inherit 513.76 and 513.75 and closes the batch. Awkward case: with history kept, the units' cost is
 * unknown, not zero.
 */
export function planConversion(request: ConversionRequest): Result<ConversionPlan, ConversionRefusal> {
  switch (request.type) {
    case 'serialize':
      return planSerialize(request);
    case 'split':
      return planSplit(request);
    case 'pool':
    case 'merge':
      return planGather(request);
  }
}

type Serialize = Extract<ConversionRequest, { type: 'serialize' }>;
type Split = Extract<ConversionRequest, { type: 'split' }>;
type Gather = Extract<ConversionRequest, { type: 'pool' | 'merge' }>;

function planSerialize({
  source,
  units,
  codes,
  history,
}: Serialize): Result<ConversionPlan, ConversionRefusal> {
  if (trackingOf(source) !== 'bulk') return refuse({ code: 'conversion.not-bulk', name: source.name });
  const available = Math.min(source.quantity, MAX_UNITS_AT_ONCE);
  if (!Number.isInteger(units) || units < 1 || units > available)
    return refuse({ code: 'conversion.too-many', asked: units, available });
  const given = checkCodeList(codes);
  if (!given.ok) return given;
  if (given.value.length > units)
    return refuse({ code: 'conversion.too-many', asked: given.value.length, available: units });
  const left = source.quantity - units;
  const makes = Array.from({ length: units }, (_, index) => ({
    like: source.id,
    quantity: 1,
    codes: given.value.slice(index, index + 1),
  }));
  return accept({
    type: 'serialize',
    makes,
    quantities: [{ id: source.id, from: source.quantity, to: left }],
    codes: [],
    carries: history === 'share' ? shareOut(source, { parts: makes.map(() => 1), left }) : [],
    lineage: makes.map((_, made) => ({ parent: { id: source.id }, child: { made } })),
  });
}

function planSplit({ source, quantity, codes, history }: Split): Result<ConversionPlan, ConversionRefusal> {
  if (trackingOf(source) !== 'bulk') return refuse({ code: 'conversion.not-bulk', name: source.name });
  const available = source.quantity - 1;
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > available) {
    return refuse({ code: 'conversion.too-many', asked: quantity, available });
  }
  const given = checkCodeList(codes);
  if (!given.ok) return given;
  const moving = new Set(given.value.map(({ key }) => key));
  const own = new Set(source.codes.map(({ key }) => key));
  const foreign = given.value.find(({ key }) => !own.has(key));
  if (foreign) return refuse({ code: 'conversion.code-elsewhere', given: foreign.text });
  const left = source.quantity - quantity;
  const staying = source.codes.filter(({ key }) => !moving.has(key));
  return accept({
    type: 'split',
    makes: [{ like: source.id, quantity, codes: source.codes.filter(({ key }) => moving.has(key)) }],
    quantities: [{ id: source.id, from: source.quantity, to: left }],
    codes: moving.size > 0 ? [{ id: source.id, codes: staying }] : [],
    carries: history === 'share' ? shareOut(source, { parts: [quantity], left }) : [],
    lineage: [{ parent: { id: source.id }, child: { made: 0 } }],
  });
}

/** Pool and merge: the members close, and all they had leads to one record: a new one, or one that is there. */
function planGather({ type, members, into }: Gather): Result<ConversionPlan, ConversionRefusal> {
  const givers = members.filter(({ id }) => id !== into?.id);
  const all = into ? [into, ...givers] : givers;
  if (all.length < 2 || givers.length < 1) return refuse({ code: 'conversion.too-few', least: 2 });
  // A closed record has no unit to give; it may take some: a batch that was serialized to its end is filled again.
  const closed = givers.find((record) => trackingOf(record) === 'closed');
  if (closed) return refuse({ code: 'conversion.closed', name: closed.name });
  const serialized = all.find((record) => trackingOf(record) === 'serialized');
  if (type === 'merge' && serialized) return refuse({ code: 'conversion.not-bulk', name: serialized.name });
  const strangers = all.filter((record) => !isSameKind(record, all[0]));
  if (strangers.length > 0)
    return refuse({
      code: 'conversion.different',
      names: [all[0], strangers[0]].map((record) => record?.name ?? ''),
    });
  const quantity = all.reduce((sum, record) => sum + record.quantity, 0);
  if (quantity > MAX_QUANTITY)
    return refuse({ code: 'conversion.too-many', asked: quantity, available: MAX_QUANTITY });
  const codes = all.flatMap((record) => record.codes);
  const target: PlanTarget = into ? { id: into.id } : { made: 0 };
  const first = givers[0];
  return accept({
    type,
    makes: into || !first ? [] : [{ like: first.id, quantity, codes }],
    quantities: [
      ...givers.map(({ id, quantity: from }) => ({ id, from, to: 0 })),
      ...(into ? [{ id: into.id, from: into.quantity, to: quantity }] : []),
    ],
    codes: [
      ...givers.filter((giver) => giver.codes.length > 0).map(({ id }) => ({ id, codes: [] })),
      ...(into ? [{ id: into.id, codes }] : []),
    ],
    carries: handOver(givers, target),
    lineage: givers.map(({ id }) => ({ parent: { id }, child: target })),
  });
}

/** One SKU; where none is given, one name: units that came from one batch carry both. */
function isSameKind(record: Convertible, other: Convertible | undefined): boolean {
  if (!other || foldText(record.sku) !== foldText(other.sku)) return false;
  return record.sku !== '' || foldText(record.name) === foldText(other.name);
}

/** Shares a record's totals, kind by kind, over new records and what stays: the new ones first, in their order. */
function shareOut(
  source: Convertible,
  { parts, left }: { parts: readonly number[]; left: number },
): PlannedCarry[] {
  const carries: PlannedCarry[] = [];
  for (const kind of ENTRY_KINDS) {
    const total = source.totals[kind];
    if (!total || (total.amount === 0 && total.count === 0)) continue;
    const shares = shareByWeight(total.amount, [...parts, left]);
    const count = total.count > 0 ? 1 : 0;
    for (const made of parts.keys())
      carries.push({ target: { made }, kind, amount: shares[made] ?? minor(0), count });
    const kept = shares[parts.length] ?? minor(0);
    // A batch that has handed everything on no longer knows a cost of its own.
    carries.push({
      target: { id: source.id },
      kind,
      amount: minor(kept - total.amount),
      count: left === 0 ? -total.count : 0,
    });
  }
  return carries;
}

/** Hands all that the givers have to one record. */
function handOver(givers: readonly Convertible[], target: PlanTarget): PlannedCarry[] {
  const carries = givers.flatMap(({ id, totals }) => carriesOf(totals, { target: { id }, sign: -1 }));
  const sum = givers.reduce((all, { totals }) => addTotals(all, totals), NO_TOTALS);
  return [...carries, ...carriesOf(sum, { target, sign: 1 })];
}

function carriesOf(
  totals: KindTotals,
  { target, sign }: { target: PlanTarget; sign: 1 | -1 },
): PlannedCarry[] {
  return ENTRY_KINDS.flatMap((kind) => {
    const count = totals[kind]?.count ?? 0;
    const amount = amountOf(totals, kind);
    return amount === 0 && count === 0
      ? []
      : [{ target, kind, amount: minor(sign * amount), count: sign * count }];
  });
}
