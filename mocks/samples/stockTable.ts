import type { Care, Rental, Season, StockItem } from './stockItem.ts';

/**
 * Reads a table of things that are told apart: 'SKI-AT' with the units '153 cm, 160 cm' is the records 'SKI-AT-01' and
 * 'SKI-AT-02'. '×6' is six units without a size. Where a maker's number is given, each unit has one beside its label.
 */
export function unitsTable(text: string): StockItem[] {
  return rowsOf(text).flatMap((cell) => {
    const label = cell('label');
    const sizes = /^×(\d+)$/.exec(cell('units'));
    const units = sizes ? Array.from({ length: Number(sizes[1]) }, () => '') : cell('units').split(', ');
    return units.map((size, index): StockItem => {
      const reference = `${label}-${String(index + 1).padStart(2, '0')}`;
      const serial = cell('serial') === '' ? [] : [`${cell('serial')}${serialNumber(index)}`];
      const name = `${cell('name')} ${size}`.trim();
      return {
        ...placeOf(cell),
        reference,
        name,
        quantity: 1,
        codes: [reference, ...serial],
        cost: numberOrNull(cell('each')),
        rental: rentalOf(cell, 1),
        care: careOf(cell('care')),
      };
    });
  });
}

/** Reads a table of things that are one record however many there are. 'each': every unit has a sticker that leads to it. */
export function poolsTable(text: string): StockItem[] {
  return rowsOf(text).map((cell): StockItem => {
    const reference = cell('label');
    const quantity = Number(cell('units'));
    const stickers =
      cell('stickers') === 'each'
        ? Array.from({ length: quantity }, (_, index) => sticker(reference, index))
        : [];
    return {
      ...placeOf(cell),
      reference,
      name: cell('name'),
      quantity,
      codes: [reference, ...stickers],
      cost: numberOrNull(cell('all')),
      rental: rentalOf(cell, Number(cell('at once'))),
      care: null,
    };
  });
}

type Cell = (column: string) => string;

/** Lines of cells between bars, under a line with the columns' names. */
function rowsOf(text: string): Cell[] {
  const [header = [], ...rows] = text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  return rows.map((cells) => (column) => {
    const cell = cells[header.indexOf(column)];
    if (cell === undefined) throw new Error(`The line of '${cells[0]}' has no '${column}'`);
    return cell;
  });
}

function placeOf(cell: Cell) {
  return {
    sku: cell('sku'),
    category: cell('category'),
    location: cell('location'),
    boughtOn: cell('bought'),
    supplier: cell('from'),
  };
}

function rentalOf(cell: Cell, units: number): Rental | null {
  const season = cell('season');
  if (season === '') return null;
  return { rate: Number(cell('rate')), season: seasonNamed(season), trips: Number(cell('trips')), units };
}

function seasonNamed(name: string): Season {
  if (name === 'winter' || name === 'summer' || name === 'year') return name;
  throw new Error(`'${name}' is no season`);
}

const CARE_BY_NAME: Readonly<Record<string, Care>> = {
  edges: { kind: 'maintenance', note: 'Edges and wax', amount: 14, times: 2 },
  liners: { kind: 'cleaning', note: 'Liners washed and dried', amount: 6, times: 1 },
  bike: { kind: 'maintenance', note: 'Inspection, chain and brake pads', amount: 48, times: 1 },
  'e-bike': { kind: 'maintenance', note: 'Inspection and motor update', amount: 85, times: 1 },
  'car wash': { kind: 'cleaning', note: 'Inside and out', amount: 35, times: 5 },
  car: { kind: 'maintenance', note: 'Service', amount: 389, times: 1 },
  belts: { kind: 'maintenance', note: 'Belts and coolant', amount: 146, times: 2 },
};

function careOf(name: string): Care | null {
  if (name === '') return null;
  const care = CARE_BY_NAME[name];
  if (!care) throw new Error(`'${name}' is no upkeep`);
  return care;
}

function serialNumber(index: number): string {
  return String((index + 1) * 7919 + 20_417).padStart(7, '0');
}

function sticker(reference: string, index: number): string {
  return `${reference}/${String(index + 1).padStart(2, '0')}`;
}

function numberOrNull(text: string): number | null {
  return text === '?' ? null : Number(text);
}
