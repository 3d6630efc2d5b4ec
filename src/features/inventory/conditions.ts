/** One bound of a filter as the address says it: `gte:2`, `lt:0`, `5`. */
interface Condition {
  operator: string;
  value: string;
}

/** A range with both ends included; null is open. */
export interface Range {
  from: string | null;
  to: string | null;
}

/** `gte:2,lte:10` as its parts. A value without an operator is meant exactly. */
function readConditions(text: string): Condition[] {
  return text.split(',').map((part) => {
    const [operator = '', value] = part.split(':');
    return value === undefined ? { operator: 'eq', value: operator } : { operator, value };
  });
}

/**
 * The one range that a filter stands for, or null where it says something else (several alternatives, "not equal").
 * Whole numbers: below 0 is up to −1.
 */
export function rangeOf(filter: readonly string[] | undefined): Range | null {
  const range: Range = { from: null, to: null };
  if (filter === undefined) return range;
  if (filter.length !== 1) return null;
  for (const { operator, value } of readConditions(filter[0] ?? '')) {
    if (operator === 'ne') return null;
    if (operator === 'gte' || operator === 'eq') range.from = tighter(range.from, value, isAbove);
    if (operator === 'lte' || operator === 'eq') range.to = tighter(range.to, value, isBelow);
    if (operator === 'gt') range.from = tighter(range.from, String(Number(value) + 1), isAbove);
    if (operator === 'lt') range.to = tighter(range.to, String(Number(value) - 1), isBelow);
  }
  return range;
}

type Comparison = (one: string, other: string) => boolean;

function tighter(known: string | null, given: string, isTighter: Comparison): string {
  return known === null || isTighter(given, known) ? given : known;
}

/** Days are not numbers: they compare as texts. */
const isAbove: Comparison = (one, other) =>
  Number.isNaN(Number(one)) ? one > other : Number(one) > Number(other);
const isBelow: Comparison = (one, other) => one !== other && !isAbove(one, other);

/** A range as a filter of the address; undefined where it is open on both sides. */
export function filterOfRange({ from, to }: Range): string[] | undefined {
  if (from === null && to === null) return undefined;
  if (from !== null && from === to) return [from];
  const parts = [from === null ? [] : [`gte:${from}`], to === null ? [] : [`lte:${to}`]].flat();
  return [parts.join(',')];
}

const SIGNS: Readonly<Record<string, string>> = { eq: '=', ne: '≠', lt: '<', lte: '≤', gt: '>', gte: '≥' };

interface ConditionWords {
  and: string;
  or: string;
  between(from: string, to: string): string;
}

/** A filter in signs that every language knows: `≥ 2`, `2 – 10`, `< 0`. */
export function describeFilter(
  filter: readonly string[],
  { write, words }: { write: (value: string) => string; words: ConditionWords },
): string {
  return filter
    .map((text) => {
      const conditions = readConditions(text);
      const [first, second] = conditions;
      if (conditions.length === 2 && first?.operator === 'gte' && second?.operator === 'lte')
        return words.between(write(first.value), write(second.value));
      return conditions
        .map(({ operator, value }) => `${SIGNS[operator] ?? operator} ${write(value)}`)
        .join(` ${words.and} `);
    })
    .join(` ${words.or} `);
}
