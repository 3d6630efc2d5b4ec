import { type Day, dayOfInstant } from '#domain/day.ts';
import { findPlace } from '#domain/idPlaces.ts';
import { LABEL_DIMENSIONS, LISTED, type LedgerColumns } from '#domain/ledgerColumns.ts';
import { type Comparison, type GivenPeriod, comparisonOf } from '#domain/period.ts';
import { trackingOf } from '#domain/tracking.ts';
import { type RecordFilter, isEverything } from '#server/store/recordFilter.ts';
import { listIds } from '#server/store/recordList.ts';
import type { StoredRecord } from '#server/store/recordRow.ts';
import { findRecordsById } from '#server/store/records.ts';
import { listLives } from '#server/store/skuLives.ts';
import type { Context } from './context.ts';
import { type FoldedLine, type FoldedReport, type LinesAsked, foldReport, viewOf } from './foldReport.ts';
import type { LedgerBook } from './ledgerBook.ts';

export interface ReportRequest extends LinesAsked {
  filter: RecordFilter;
  period: GivenPeriod;
  comparison: Comparison | null;
}

export interface ReportLine extends FoldedLine {
  /** The record, or the first of a batch; null for other groups. */
  record: StoredRecord | null;
}

export interface Report extends Omit<FoldedReport, 'lines'> {
  lines: ReportLine[];
  /** The period compared with, where one was asked for and there is one. */
  compared: GivenPeriod | null;
  asOf: Day;
}

type Reporting = Context & { book: LedgerBook };

/** What earns and what loses, grouped and sorted as asked. */
export async function readReport(context: Reporting, request: ReportRequest): Promise<Report> {
  const asOf = dayOfInstant(context.clock());
  const { from, to } = request.period;
  const compared = from && to && request.comparison ? comparisonOf({ from, to }, request.comparison) : null;
  const folded = await foldOnce(context, { request, compared, asOf });
  const hasRecords = request.by === 'record' || request.by === 'batch';
  const keys = hasRecords ? folded.lines.map(({ key }) => key) : [];
  const records = await findRecordsById(context.store.read, keys);
  const lines = folded.lines.map((line) => ({ ...line, record: records.get(line.key) ?? null }));
  return { ...folded, lines, compared, asOf };
}

interface Asked {
  request: ReportRequest;
  compared: GivenPeriod | null;
  asOf: Day;
}

/** Folds what nobody asked before since the last write. */
async function foldOnce({ store, book }: Reporting, asked: Asked): Promise<FoldedReport> {
  const question = JSON.stringify(asked);
  const { report: known, at } = await book.recall(question);
  if (known) return known;
  const { request, compared, asOf } = asked;
  const [choice, lives, pageIds] = await Promise.all([
    chooseRecords(store.read, request),
    listLives(store.read),
    isPageByName(request) ? listIds(store.read, { ...request, order: orderOf(request) }) : null,
  ]);
  const report = await book.read((columns) => {
    const view = viewOf(columns, { period: request.period, asOf, lives });
    const comparedView = compared && viewOf(columns, { period: compared, asOf, lives });
    const page = pageIds?.flatMap((id) => findPlace(columns.ids, id) ?? []) ?? null;
    const places = choice(columns);
    return foldReport(
      { columns, places, isWhole: choice === listedPlaces, page, view, comparedView },
      request,
    );
  });
  book.keep(question, { report, at });
  return report;
}

/** By record and name alone, the database knows which records a page shows. */
function isPageByName({ by, sort }: Pick<ReportRequest, 'by' | 'sort'>): boolean {
  return by === 'record' && sort.length === 1 && sort[0]?.field === 'label';
}

function orderOf({ sort }: ReportRequest): 'up' | 'down' {
  return sort[0]?.isDescending ? 'down' : 'up';
}

/** Which records a report is about: asked of the database, answered as places in the columns. */
export async function chooseRecords(
  database: Context['store']['read'],
  request: Pick<ReportRequest, 'filter' | 'by' | 'sort'>,
): Promise<(columns: LedgerColumns) => Uint32Array> {
  const { filter, by, sort } = request;
  const hasNames = by === 'record' || by === 'batch';
  const isByName = hasNames && sort.some(({ field }) => field === 'label') && !isPageByName(request);
  if (isEverything(filter) && !isByName) return listedPlaces;
  if (isInColumns(filter) && !isByName) return (columns) => placesWithin(columns, filter);
  const ids = await listIds(database, { filter, order: isByName ? 'up' : null });
  return (columns) => Uint32Array.from(ids.flatMap((id) => findPlace(columns.ids, id) ?? []));
}

/** Parts of a filter that the columns know as well as the database: naming a hundred thousand records takes longer than adding them up. */
const PARTS_IN_COLUMNS: ReadonlySet<string> = new Set(['tracking', ...LABEL_DIMENSIONS]);

function isInColumns({ words, numbers, ...others }: RecordFilter): boolean {
  const isKnown = Object.keys(others).every((part) => PARTS_IN_COLUMNS.has(part));
  return words.length === 0 && numbers.length === 0 && isKnown;
}

/** The records in lists with one of these labels of each dimension, tracked in one of these ways. */
function placesWithin(columns: LedgerColumns, filter: RecordFilter): Uint32Array {
  const { facts, labels } = columns;
  const wanted = LABEL_DIMENSIONS.flatMap((dimension) => {
    const texts = filter[dimension];
    const numbers = texts?.map((text) => labels[dimension].numberByText.get(text));
    return numbers ? [{ numberAt: facts[dimension], numbers: new Set(numbers) }] : [];
  });
  const { quantity } = facts;
  return listedPlaces(columns).filter(
    (place) =>
      wanted.every(({ numberAt, numbers }) => numbers.has(numberAt[place])) &&
      (filter.tracking?.includes(trackingOf({ quantity: quantity[place] ?? 0 })) ?? true),
  );
}

/** The places of all records that are in lists. */
export function listedPlaces({ ids, facts }: LedgerColumns): Uint32Array {
  const places = new Uint32Array(ids.count);
  let count = 0;
  for (let place = 0; place < places.length; place += 1)
    if (((facts.flags[place] ?? 0) & LISTED) !== 0) places[count++] = place;
  return places.subarray(0, count);
}
