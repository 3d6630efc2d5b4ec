import {
  type NumberColumns,
  makeRoom,
  namesOf,
  putNumber,
  reserve,
  resized,
  roomFor,
} from './numberColumns.ts';

/** Rows of numbers in columns; the rows of one owner lie together, from `startAt[owner]`, `countAt[owner]` of them. */
export interface Spans<Name extends string> {
  columns: NumberColumns<Name>;
  length: number;
  startAt: Uint32Array<ArrayBuffer>;
  countAt: Uint32Array<ArrayBuffer>;
  /** Rows that belong to nobody any more. */
  abandoned: number;
}

export function emptySpans<Name extends string>(columns: NumberColumns<Name>): Spans<Name> {
  return { columns, length: 0, startAt: new Uint32Array(0), countAt: new Uint32Array(0), abandoned: 0 };
}

/** Room for so many owners and rows, before there are any. */
export function reserveSpans<Name extends string>(
  spans: Spans<Name>,
  { owners, rows }: { owners: number; rows: number },
): void {
  reserve(spans.columns, rows);
  spans.startAt = resized(spans.startAt, owners);
  spans.countAt = resized(spans.countAt, owners);
}

/** Gives an owner these rows instead of those it had; what is left behind is swept up when it is a third of all. */
export function putSpan<Name extends string>(
  spans: Spans<Name>,
  owner: number,
  rows: readonly Readonly<Record<Name, number>>[],
): void {
  if (owner >= spans.startAt.length) {
    // Beyond the last that has any, an owner has none.
    if (rows.length === 0) return;
    spans.startAt = resized(spans.startAt, roomFor(owner + 1));
    spans.countAt = resized(spans.countAt, roomFor(owner + 1));
  }
  spans.abandoned += spans.countAt[owner] ?? 0;
  spans.startAt[owner] = spans.length;
  spans.countAt[owner] = rows.length;
  makeRoom(spans.columns, spans.length + rows.length);
  for (const name of namesOf(spans.columns))
    for (const [index, row] of rows.entries())
      putNumber(spans.columns, name, { at: spans.length + index, value: row[name] });
  spans.length += rows.length;
  if (spans.abandoned > 1000 && spans.abandoned * 3 > spans.length) sweep(spans);
}

/** Writes all rows anew, owner after owner, without what was left behind. */
function sweep<Name extends string>(spans: Spans<Name>): void {
  const starts = new Uint32Array(spans.startAt.length);
  let length = 0;
  for (let owner = 0; owner < starts.length; owner += 1) {
    starts[owner] = length;
    length += spans.countAt[owner] ?? 0;
  }
  for (const name of namesOf(spans.columns)) {
    const column = spans.columns[name];
    const swept = column.slice(0, roomFor(length));
    for (let owner = 0; owner < starts.length; owner += 1) {
      const from = spans.startAt[owner] ?? 0;
      swept.set(column.subarray(from, from + (spans.countAt[owner] ?? 0)), starts[owner] ?? 0);
    }
    spans.columns[name] = swept;
  }
  spans.startAt = starts;
  spans.length = length;
  spans.abandoned = 0;
}
