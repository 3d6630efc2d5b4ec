import type { AdjustmentReason } from './adjustment.ts';
import type { SumsByDay } from './daySums.ts';
import type { EntryKind } from './entry.ts';
import { emptyIds, reserveIds } from './idPlaces.ts';
import { emptyNumbers, reserve } from './numberColumns.ts';
import type { ReportView } from './reportFold.ts';
import { type Sums, noSums } from './reportSums.ts';
import { emptySpans, reserveSpans } from './spans.ts';

/** One record with its lines, as a report reads it. Days are day numbers. */
export interface ColumnRecord {
  id: string;
  quantity: number;
  /** In lists; a record whose making was taken back is not. */
  isListed: boolean;
  /** Lifetime purchase cost; null where none was posted, so that profit is unknown. */
  acquisitionCost: number | null;
  /** The first day of the units it was made from. */
  originDay: number;
  category: string;
  location: string;
  sku: string;
  batch: string;
  /** In the order of their days. */
  entries: readonly { day: number; kind: EntryKind; amount: number; isVoid: boolean; isOwn: boolean }[];
  carries: readonly { day: number; kind: EntryKind; amount: number; count: number }[];
  /** Changes of quantity, in the order in which they were recorded. */
  steps: readonly { day: number; delta: number; reason: AdjustmentReason }[];
  /** Service periods of entries; the line that takes one back has negative units. */
  services: readonly { from: number; to: number; units: number }[];
}

export const LABEL_DIMENSIONS = ['category', 'location', 'sku'] as const;
export type LabelDimension = (typeof LABEL_DIMENSIONS)[number];

/** Texts that many records share, each once. */
export interface Labels {
  texts: string[];
  numberByText: Map<string, number>;
}

/**
 * A whole ledger in columns of numbers: a twentieth of the size of its lines as objects, and a hundred times faster to add
 * up. Reports of any grouping, period and filter are folds over it. Each record has a place, for as long as the
 * columns live; its lines lie together.
 */
export type LedgerColumns = ReturnType<typeof emptyColumns>;

export function emptyColumns() {
  return {
    ids: emptyIds(),
    /** One row for each place; labels are numbers of texts, the batch is the place of its first record. */
    facts: emptyNumbers({
      /** 0 for a place of which nothing is known yet, as for a record that is in no list. */
      flags: 'natural',
      quantity: 'natural',
      invested: 'whole',
      originDay: 'whole',
      acquired: 'natural',
      /** Of all its life: money of its entries, rented unit-days, and the last day of a service. */
      income: 'whole',
      cost: 'whole',
      rented: 'whole',
      servedUntil: 'whole',
      category: 'natural',
      location: 'natural',
      sku: 'natural',
      batch: 'natural',
    }),
    labels: {
      category: emptyLabels(),
      location: emptyLabels(),
      sku: emptyLabels(),
    } satisfies Record<LabelDimension, Labels>,
    /** `line` is the kind's number with the flags of an entry. */
    entries: emptySpans(emptyNumbers({ day: 'whole', line: 'natural', amount: 'whole' })),
    carries: emptySpans(emptyNumbers({ day: 'whole', kind: 'natural', amount: 'whole', count: 'whole' })),
    steps: emptySpans(emptyNumbers({ day: 'whole', delta: 'whole', flags: 'natural' })),
    services: emptySpans(emptyNumbers({ from: 'whole', to: 'whole', units: 'whole' })),
    kept: emptyKept(),
  };
}

/** Makes room for so many records with their lines, where there are none yet: a reading that broke off has left some. */
export function reserveLedger(
  { ids, facts, entries, steps }: LedgerColumns,
  counts: { records: number; entries: number; steps: number },
): void {
  if (ids.count > 0) return;
  reserveIds(ids, counts.records);
  reserve(facts, counts.records);
  reserveSpans(entries, { owners: counts.records, rows: counts.entries });
  reserveSpans(steps, { owners: counts.records, rows: counts.steps });
}

/**
 * Sums of all records in lists: of all their life as of a day, of all together and of those of each label as far as labels are
 * few; and what happened on each day. What is put is added, what it replaces is taken away.
 */
export interface KeptSums {
  /** The last day whose time is in `total` and `byLabel`; null while nothing is. */
  asOf: number | null;
  /** What was said of each SKU's life then, by its number. */
  lives: ReportView['lives'];
  total: Sums;
  byLabel: Record<LabelDimension, Sums[]>;
  byDay: SumsByDay;
}

/** Up to so many groups have their sums side by side in the processor's cache. */
export const MOST_KEPT_GROUPS = 4096;

function emptyKept(): KeptSums {
  return {
    asOf: null,
    lives: [],
    total: noSums(),
    byLabel: { category: [], location: [], sku: [] },
    byDay: new Map(),
  };
}

function emptyLabels(): Labels {
  return { texts: [], numberByText: new Map() };
}

/** A line's kind, without its flags. */
export const KIND_MASK = 0x0f;
/** Flags of an entry: it takes another back; it is this very unit's own. */
export const VOIDS = 0x10;
export const OWN = 0x20;
/** Beyond every kind with its flags. */
export const LINE_COUNT = 0x40;
/** Flags of a step: units lost, damaged or scrapped; units handed over by a conversion, neither bought nor lost. */
export const LOST = 1;
export const HANDED = 2;
/** Flags of a record: in lists, of known purchase cost, with service periods, with a loss. */
export const LISTED = 1;
export const KNOWN = 2;
export const SERVICED = 4;
export const LOSING = 8;
