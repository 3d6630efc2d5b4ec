import { MONEY_FIELDS } from '#contract/records.ts';

/** The columns that narrow the list, each with how a person says it. They are named as in the address. */
export const FILTER_KINDS = {
  name: 'text',
  tracking: 'tracking',
  sku: 'labels',
  category: 'labels',
  location: 'labels',
  quantity: 'number',
  codes: 'codes',
  income: 'money',
  cost: 'money',
  profit: 'money',
  margin: 'percent',
  changed: 'day',
} as const;

export type FilterField = keyof typeof FILTER_KINDS;
export const FILTER_FIELDS = Object.keys(FILTER_KINDS) as FilterField[]; // its keys are nothing else

export function isFilterField(columnId: string): columnId is FilterField {
  return columnId in FILTER_KINDS;
}

/** The filters that this person may use: by money only who may see it. */
export function filtersFor(canSeeMoney: boolean): FilterField[] {
  return canSeeMoney
    ? FILTER_FIELDS
    : FILTER_FIELDS.filter((field) => !MONEY_FIELDS.some((money) => money === field));
}
