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

/** The same records that Granary serves, as one file beside the page; `?rows=first-rows` asks for the first of them only. */
export async function loadRows(): Promise<Row[]> {
  const file = new URLSearchParams(window.location.search).get('rows') ?? 'rows';
  const response = await fetch(`./${file}.json`);
  return (await response.json()) as Row[];
}
