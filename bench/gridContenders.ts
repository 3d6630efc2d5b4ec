/** Where each table keeps what a person sees and does. */
export interface Contender {
  name: string;
  url: string;
  /** For a slow line: a peer that is given all rows gets the first ones only there, which is the best it can do. */
  lightUrl: string;
  /** The element with the vertical scroll bar. */
  scroller: string;
  search: string;
  /** A cell by its row (from zero) and column. */
  cell(row: number, column: Column): string;
  header(column: Column): string;
}

type Column = 'name' | 'quantity' | 'profit';

/** As the sent pages order them; Granary's place of a column is counted with its ticks. */
const PLACES: Readonly<Record<Column, number>> = { name: 1, quantity: 6, profit: 10 };

export function granary(url: string): Contender {
  const place = { name: 3, quantity: 7, profit: 11 };
  return {
    name: 'Granary',
    url: `${url}/inventory`,
    lightUrl: `${url}/inventory`,
    scroller: '.grid-scroller',
    search: '.shell-search input',
    cell: (row, column) =>
      `[role="grid"] [role="row"][aria-rowindex="${row + 2}"] [aria-colindex="${place[column]}"]`,
    header: (column) => `[role="columnheader"][aria-colindex="${place[column]}"]`,
  };
}

export function community(url: string): Contender {
  return {
    name: 'AG Grid Community',
    url: `${url}/ag.html`,
    lightUrl: `${url}/ag.html?rows=first-rows`,
    scroller: '.ag-grid-viewport',
    search: '#search',
    cell: (row, column) => `.ag-row[row-index="${row}"] [col-id="${column}"]`,
    header: (column) => `.ag-header-cell[col-id="${column}"]`,
  };
}

export function bare(url: string): Contender {
  return {
    name: 'bare React window',
    url: `${url}/bare.html`,
    lightUrl: `${url}/bare.html?rows=first-rows`,
    scroller: '[role="grid"]',
    search: '#search',
    cell: (row, column) => `[role="row"][aria-rowindex="${row + 2}"] [aria-colindex="${PLACES[column]}"]`,
    header: (column) => `[role="columnheader"]:nth-of-type(${PLACES[column]})`,
  };
}
