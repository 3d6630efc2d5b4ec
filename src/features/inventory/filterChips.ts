import type { Formats } from '#ui/formats.ts';
import type { Words } from '#ui/messages/en.ts';
import { describeFilter } from './conditions.ts';
import { FILTER_FIELDS, FILTER_KINDS, type FilterField } from './filterKinds.ts';
import { type InventorySearch, isSoldAtALoss } from './inventorySearch.ts';

export interface FilterChip {
  key: string;
  field: FilterField;
  text: string;
  /** The change that takes this filter away. */
  removal: InventorySearch;
}

export interface ChipsGiven {
  words: Words;
  formats: Formats;
  currency: string;
}

/** Every filter of the address in words, each with the change that takes it away. What has a switch of its own is not here. */
export function filterChips(search: InventorySearch, given: ChipsGiven): FilterChip[] {
  const { words } = given;
  const isLoss = isSoldAtALoss(search);
  return FILTER_FIELDS.flatMap((field): FilterChip[] => {
    const value = search[field];
    if (value === undefined || (isLoss && (field === 'income' || field === 'profit'))) return [];
    const column = columnName(field, given);
    const chip = (text: string, key: string, removal: InventorySearch): FilterChip => ({
      key: `${field} ${key}`,
      field,
      text: words.table.filter.chip(column, text),
      removal,
    });
    if (typeof value === 'string') return [chip(wordOfCodes(value, given), value, { [field]: undefined })];
    const kind = FILTER_KINDS[field];
    if (kind === 'tracking' || kind === 'text' || kind === 'labels') {
      // The switch over the table shows one tracking; two come from a link or the filter.
      const alone = kind === 'tracking' && value.length === 1;
      const labelOf = (one: string) =>
        kind === 'tracking' ? trackingName(words, one) : one || words.table.filter.blank;
      return alone ? [] : value.map((one) => chip(labelOf(one), one, without(field, value, one)));
    }
    const write = (one: string) => writeValue(field, one, given);
    const text = describeFilter(value, { write, words: words.table.filter });
    return [chip(text, '', { [field]: undefined })];
  });
}

/** The heading of a column without its currency. */
export function columnName(
  field: FilterField,
  { words, currency }: Pick<ChipsGiven, 'words' | 'currency'>,
): string {
  const name = words.columns[field];
  return typeof name === 'string' ? name : name(currency);
}

/** A value of the address as a person reads it. */
function writeValue(field: FilterField, value: string, { formats, currency }: ChipsGiven): string {
  switch (FILTER_KINDS[field]) {
    case 'money':
      return formats.amount({ amount: Number(value), currency });
    case 'percent':
      return formats.percent(Number(value));
    case 'day':
      return formats.day(value);
    case 'number':
      return formats.number(Number(value));
    case 'codes':
    case 'labels':
    case 'text':
    case 'tracking':
      return value;
  }
}

function wordOfCodes(value: string, { words }: ChipsGiven): string {
  return value === 'none' ? words.table.filter.noCode : words.table.filter.someCode;
}

function trackingName({ tracking }: Words, value: string): string {
  const names: Readonly<Record<string, string>> = tracking;
  return names[value] ?? value;
}

function without(field: FilterField, values: readonly string[], removed: string): InventorySearch {
  const left = values.filter((kept) => kept !== removed);
  return { [field]: left.length > 0 ? left : undefined };
}
