import type { LinesAsked, ReportAsked } from '#api/profitability.ts';
import { type ReportScope, reportScope } from '#contract/profitability.ts';

type Scope = { [Field in keyof ReportScope]?: ReportScope[Field] | undefined };
export type Grouping = NonNullable<ReportAsked['by']>;

/** What the address of the page says: which lines, how grouped, over which days, and the figure that is opened. */
export type ProfitSearch = Omit<Scope, 'from' | 'to'> & {
  from?: string | undefined;
  to?: string | undefined;
  /** The groups whose members are shown. */
  open?: string[] | undefined;
  /** The group of the figure that is opened; empty is a group without a label. Absent: the totals. */
  of?: string | undefined;
  /** How that group was made, where it is one of an open group. Absent: as the report. */
  ofBy?: Grouping | undefined;
  /** Which of its figures. Absent: none is opened. */
  figure?: FigureName | undefined;
  /** The SKU whose value over time is opened. */
  life?: string | undefined;
  /** The part of the page that is shown. Absent: the report. */
  show?: 'advice' | undefined;
};

export const FIGURE_NAMES = ['income', 'cost', 'profit'] as const;
export type FigureName = (typeof FIGURE_NAMES)[number];

const SCOPE = reportScope.shape;
const DEFAULT_GROUPING: Grouping = 'sku';

/** Reads an address. A part that is not right is left out, so that an old link still opens what it can. */
export function readProfitSearch(given: Record<string, unknown>): ProfitSearch {
  const search: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(SCOPE)) {
    if (given[name] === undefined || given[name] === '') continue;
    const read = part.safeParse(given[name]);
    if (read.success && read.data !== undefined) search[name] = read.data;
  }
  const { from, to } = search;
  const isTurned = typeof from === 'string' && typeof to === 'string' && from > to;
  return {
    ...(isTurned ? { ...search, from: undefined, to: undefined } : search),
    // Defaults are for the server to give: an address says only what somebody chose.
    by: given['by'] === undefined ? undefined : (search['by'] as Grouping | undefined), // checked by its schema
    sort: given['sort'] === undefined ? undefined : (search['sort'] as string | undefined), // checked by its schema
    open: listOf(given['open']),
    of: typeof given['of'] === 'string' ? given['of'] : undefined,
    ofBy: given['ofBy'] === undefined ? undefined : SCOPE.by.safeParse(given['ofBy']).data,
    figure: FIGURE_NAMES.find((name) => name === given['figure']),
    life: typeof given['life'] === 'string' && given['life'] !== '' ? given['life'] : undefined,
    show: given['show'] === 'advice' ? 'advice' : undefined,
  };
}

export function groupingOf({ by }: ProfitSearch): Grouping {
  return by ?? DEFAULT_GROUPING;
}

type Opened = 'open' | 'of' | 'ofBy' | 'figure' | 'life' | 'show';

/** The filters, period and grouping of an address, without what is opened over the report. */
export function scopeOf(search: ProfitSearch): Omit<ProfitSearch, Opened> {
  const { open: _open, of: _of, ofBy: _ofBy, figure: _figure, life: _life, show: _show, ...scope } = search;
  return scope;
}

/** The report that an address asks for. Months come in their own order, everything else by profit. */
export function reportAskedBy(search: ProfitSearch): ReportAsked {
  const { compare, ...scope } = scopeOf(search);
  const by = groupingOf(search);
  const isPeriod = search.from !== undefined && search.to !== undefined;
  return {
    ...scope,
    by,
    sort: search.sort ?? (by === 'month' ? '-label' : '-profit'),
    ...(compare !== undefined && isPeriod ? { compare } : {}),
  };
}

/** The records of one group, as a report of their own. */
export function membersAsked(search: ProfitSearch, key: string): ReportAsked | null {
  const by = groupingOf(search);
  if (by !== 'sku' && by !== 'category' && by !== 'location') return null;
  return { ...reportAskedBy(search), by: 'record', [by]: [key] };
}

/** The lines behind the figure that an address opens; null where it opens none. */
export function linesAsked(search: ProfitSearch): LinesAsked | null {
  const { figure, of } = search;
  if (figure === undefined) return null;
  const { sort: _sort, compare: _compare, ...scope } = reportAskedBy(search);
  return {
    ...scope,
    ...(of === undefined ? {} : { by: search.ofBy ?? groupingOf(search), key: of }),
    ...(figure === 'profit' ? {} : { direction: figure }),
  };
}

/** The order after a press on a heading: the interesting end first, then the other. */
export function nextSort(search: ProfitSearch, field: string): string {
  const now = reportAskedBy(search).sort;
  const [first, second] = field === 'label' ? [field, `-${field}`] : [`-${field}`, field];
  return now === first ? second : first;
}

function listOf(given: unknown): string[] | undefined {
  const list = Array.isArray(given) ? given : given === undefined ? [] : [given];
  const texts = list.filter((one): one is string => typeof one === 'string');
  return texts.length > 0 ? texts : undefined;
}
