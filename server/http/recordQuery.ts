import { MONEY_FIELDS, type RecordQuery, type SortField } from '#contract/records.ts';
import { type Role, whyForbidden } from '#domain/access.ts';
import { type Fault, fault } from '#domain/refusal.ts';
import { foldText } from '#domain/text.ts';
import type { NumberCondition, NumberField, RecordFilter, RecordSort } from '#server/store/recordList.ts';

const NUMBER_FIELDS = ['quantity', 'income', 'cost', 'profit'] as const satisfies readonly NumberField[];

/** The filter that a query asks for; its texts were checked by the contract's patterns. */
export function filterOf(query: Omit<RecordQuery, 'sort' | 'offset' | 'limit'>): RecordFilter {
  const { tracking, category, location, sku, codes } = query;
  return {
    words: foldText(query.q ?? '')
      .split(/\s+/)
      .filter((word) => word !== ''),
    ...(tracking ? { tracking } : {}),
    ...(category ? { category } : {}),
    ...(location ? { location } : {}),
    ...(sku ? { sku } : {}),
    ...(codes ? { codes } : {}),
    numbers: NUMBER_FIELDS.flatMap((field) => {
      const alternatives = query[field];
      return alternatives
        ? [{ field, alternatives: alternatives.map((text) => text.split(',').map(conditionOf)) }]
        : [];
    }),
  };
}

/** Filtering and sorting by money tells about money: the same permission as seeing it. Null when allowed. */
export function moneyForbidden(
  role: Role,
  { filter, sort }: { filter: RecordFilter; sort: readonly RecordSort[] },
): Fault | null {
  const asked = [...sort.map(({ field }) => field), ...filter.numbers.map(({ field }) => field)];
  const forbidden = MONEY_FIELDS.some((field) => asked.includes(field))
    ? whyForbidden(role, 'money.see')
    : null;
  return forbidden && fault(forbidden);
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
