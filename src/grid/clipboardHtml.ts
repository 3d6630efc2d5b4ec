/** One pasted cell: its text and, where the program that copied it told, the number behind what it showed. */
export interface PastedCell {
  readonly text: string;
  readonly number?: string;
}

/** Beyond this the text says enough; reading a page of markup would keep the person waiting. */
const MOST_CHARACTERS = 4_000_000;

/**
 * The numbers that the HTML flavour carries and the text does not: `1,234` or `1 234` is 1234 in Excel (`x:num`), Google
 * Sheets (`data-sheets-value`) and LibreOffice (`sdval`). Null where the table has another shape than the text.
 */
export function withNumbers(cells: readonly (readonly string[])[], html: string): PastedCell[][] {
  const plain = cells.map((row) => row.map((text) => ({ text })));
  if (html.length > MOST_CHARACTERS || !/sdval|x:num|data-sheets-value/i.test(html)) return plain;
  // Inert: nothing in it is loaded or run.
  const rows = [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll('tr')];
  const hasSameShape =
    rows.length === cells.length && rows.every((row, index) => row.cells.length === cells[index]?.length);
  if (!hasSameShape) return plain;
  return plain.map((row, rowIndex) =>
    row.map((cell, index) => {
      const number = numberOf(rows[rowIndex]?.cells[index]);
      return number === null ? cell : { ...cell, number };
    }),
  );
}

function numberOf(cell: HTMLTableCellElement | undefined): string | null {
  const given = cell?.getAttribute('sdval') ?? cell?.getAttribute('x:num') ?? sheetsNumber(cell);
  return given !== null && given !== '' && Number.isFinite(Number(given)) ? given : null;
}

/** `{"1":3,"3":1234}`: a value of type 3 (number) under the key 3. */
function sheetsNumber(cell: HTMLTableCellElement | undefined): string | null {
  const match = /"3":(-?[\d.]+)/.exec(cell?.getAttribute('data-sheets-value') ?? '');
  return match?.[1] ?? null;
}
