/** One row, as each page draws it: twelve columns of the same records. */
export type Row = Record<string, string | number>;

export const COLUMNS = [
  'name',
  'tracking',
  'sku',
  'category',
  'location',
  'quantity',
  'codes',
  'income',
  'cost',
  'profit',
  'margin',
  'changed',
] as const;

/** What Granary's search looks through. */
export const SEARCHED: readonly string[] = ['name', 'sku', 'codes'];

/** The same records that Granary serves, as one file beside the page. */
export async function loadRows(): Promise<Row[]> {
  const response = await fetch('./rows.json');
  return (await response.json()) as Row[];
}
