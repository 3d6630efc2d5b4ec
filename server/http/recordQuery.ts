import { MONEY_FIELDS, type RecordQuery, type SortField } from '#contract/records.ts';
import { foldText } from '#domain/text.ts';
import type { DayRange, NumberCondition, NumberField, RecordFilter } from '#server/store/recordFilter.ts';
import type { RecordSort } from '#server/store/recordList.ts';

const COLUMN_BY_NUMBER = {
  quantity: 'quantity',
  income: 'income',
  cost: 'cost',
  profit: 'profit',
  margin: 'margin_ppm',
} as const satisfies Record<string, NumberField>;
const NUMBERS = Object.keys(COLUMN_BY_NUMBER) as (keyof typeof COLUMN_BY_NUMBER)[]; // its keys are nothing else

/** The filter that a query asks for; its texts were checked by the contract's patterns. */
export function filterOf(query: Omit<RecordQuery, 'sort' | 'offset' | 'limit'>): RecordFilter {
  const { name, tracking, category, location, sku, codes, changed } = query;
  return {
    words: foldText(query.q ?? '')
      .split(/\s+/)
      .filter((word) => word !== ''),
    ...(name ? { name: name.map(foldText) } : {}),
    ...(tracking ? { tracking } : {}),
    ...(category ? { category } : {}),
    ...(location ? { location } : {}),
    ...(sku ? { sku } : {}),
    ...(codes ? { codes } : {}),
    numbers: NUMBERS.flatMap((number) => {
      const alternatives = query[number];
      return alternatives
        ? [
            {
              field: COLUMN_BY_NUMBER[number],
              alternatives: alternatives.map((text) => text.split(',').map(conditionOf)),
            },
          ]
        : [];
    }),
    ...(changed ? { changed: changed.map(rangeOf) } : {}),
  };
}

/** `-profit,name`: profit descending, then name. */
export function sortOf(text: string): RecordSort[] {
  return text.split(',').map((part) => {
    const isDescending = part.startsWith('-');
    // The contract's pattern lets only sort fields through.
    return { field: part.slice(isDescending ? 1 : 0) as SortField, isDescending };
  });
}

function conditionOf(text: string): NumberCondition {
  const [operator, value] = text.includes(':') ? text.split(':') : ['eq', text];
  // The contract's pattern lets only these operators and whole numbers through.
  return { operator: operator as NumberCondition['operator'], value: Number(value) };
}

/** `gte:2026-11-01,lte:2026-11-30`, or one day alone. */
function rangeOf(text: string): DayRange {
  const range: DayRange = { from: null, to: null };
  for (const part of text.split(',')) {
    const day = part.slice(-10);
    if (!part.startsWith('lte:')) range.from = day;
    if (!part.startsWith('gte:')) range.to = day;
  }
  return range;
}

/** Does this ask about money? Sorting and filtering by it tells as much as seeing it. */
export function asksAboutMoney(query: RecordQuery): boolean {
  const { sort, ...filter } = query;
  const asked = [...sortOf(sort).map(({ field }) => field), ...NUMBERS.filter((number) => filter[number])];
  return MONEY_FIELDS.some((field) => asked.includes(field));
}
