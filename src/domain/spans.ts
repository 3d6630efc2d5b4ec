/** A column of numbers of one size. */
export type NumberColumn = Int32Array | Uint32Array | Uint8Array | Float64Array;

/** Rows of numbers in columns; the rows of one owner lie together, from `startAt[owner]`, `countAt[owner]` of them. */
export interface Spans<C extends Record<string, NumberColumn>> {
  columns: C;
  length: number;
  startAt: Uint32Array;
  countAt: Uint32Array;
  /** Rows that belong to nobody any more. */
  abandoned: number;
}

export function emptySpans<C extends Record<string, NumberColumn>>(columns: C): Spans<C> {
  return { columns, length: 0, startAt: new Uint32Array(0), countAt: new Uint32Array(0), abandoned: 0 };
}

/** Gives an owner these rows instead of those it had; what is left behind is swept up when it is a third of all. */
export function putSpan<C extends Record<string, NumberColumn>>(
  spans: Spans<C>,
  owner: number,
  rows: readonly Readonly<Record<keyof C, number>>[],
): void {
  if (owner >= spans.startAt.length) {
    spans.startAt = grown(spans.startAt, owner + 1);
    spans.countAt = grown(spans.countAt, owner + 1);
  }
  spans.abandoned += spans.countAt[owner] ?? 0;
  spans.startAt[owner] = spans.length;
  spans.countAt[owner] = rows.length;
  makeRoom(spans, spans.length + rows.length);
  for (const name of Object.keys(spans.columns)) {
    const column = spans.columns[name];
    if (column) rows.forEach((row, index) => (column[spans.length + index] = row[name] ?? 0));
  }
  spans.length += rows.length;
  if (spans.abandoned > 1000 && spans.abandoned * 3 > spans.length) sweep(spans);
}

function makeRoom<C extends Record<string, NumberColumn>>(spans: Spans<C>, length: number): void {
  for (const [name, column] of Object.entries(spans.columns))
    if (length > column.length) Object.assign(spans.columns, { [name]: grown(column, length) });
}

/** Writes all rows anew, owner after owner, without what was left behind. */
function sweep<C extends Record<string, NumberColumn>>(spans: Spans<C>): void {
  const starts = new Uint32Array(spans.startAt.length);
  let length = 0;
  for (let owner = 0; owner < starts.length; owner += 1) {
    starts[owner] = length;
    length += spans.countAt[owner] ?? 0;
  }
  for (const [name, column] of Object.entries(spans.columns)) {
    const swept = column.slice(0, Math.ceil(length * GROWTH));
    for (let owner = 0; owner < starts.length; owner += 1) {
      const from = spans.startAt[owner] ?? 0;
      swept.set(column.subarray(from, from + (spans.countAt[owner] ?? 0)), starts[owner] ?? 0);
    }
    Object.assign(spans.columns, { [name]: swept });
  }
  spans.startAt = starts;
  spans.length = length;
  spans.abandoned = 0;
}

/** Room for a fifth more than is needed: growing costs a copy. */
const GROWTH = 1.2;

function grown<T extends NumberColumn>(column: T, length: number): T {
  const room = Math.ceil(length * GROWTH) + 16;
  const larger = sameKind(column, room);
  larger.set(column);
  return larger;
}

function sameKind<T extends NumberColumn>(column: T, length: number): T {
  const Kind = column.constructor as new (length: number) => T; // a typed array's own constructor
  return new Kind(length);
}
