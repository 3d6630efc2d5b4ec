/** A column of numbers of one size. */
export type NumberColumn =
  | Uint8Array<ArrayBuffer>
  | Uint16Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>
  | Int16Array<ArrayBuffer>
  | Int32Array<ArrayBuffer>
  | Float64Array<ArrayBuffer>;

/** Columns by name, as long as one another. Each takes the least room that its numbers need. */
export type NumberColumns<Name extends string> = Record<Name, NumberColumn>;

const KIND_OF = { natural: Uint8Array, whole: Int16Array } as const;

/** Empty columns: natural numbers are never below zero. */
export function emptyNumbers<Name extends string>(
  kinds: Record<Name, keyof typeof KIND_OF>,
): NumberColumns<Name> {
  const columns: Record<string, NumberColumn> = {};
  for (const name of namesOf(kinds)) columns[name] = new KIND_OF[kinds[name]](0);
  return columns as NumberColumns<Name>; // one for each name, just above
}

/** Makes each column long enough for so many numbers; what was in them stays. */
export function makeRoom<Name extends string>(columns: NumberColumns<Name>, length: number): void {
  for (const name of namesOf(columns))
    if (length > columns[name].length) columns[name] = resized(columns[name], roomFor(length));
}

/** Makes each column of just this length, before anything is in them: growing by and by leaves holes behind in memory. */
export function reserve<Name extends string>(columns: NumberColumns<Name>, length: number): void {
  for (const name of namesOf(columns)) columns[name] = resized(columns[name], length);
}

/** Writes a number; the first that does not fit gives its column wider ones. */
export function putNumber<Name extends string>(
  columns: NumberColumns<Name>,
  name: Name,
  { at, value }: { at: number; value: number },
): void {
  columns[name][at] = value;
  while (columns[name][at] !== value) {
    columns[name] = widened(columns[name]);
    columns[name][at] = value;
  }
}

/** Room for a tenth more than is needed: growing costs a copy. */
export function roomFor(length: number): number {
  return Math.ceil(length * 1.1) + 16;
}

/** The same numbers in a longer or shorter column. The old one is gone at once: two of them would be in memory else. */
export function resized<T extends NumberColumn>(column: T, length: number): T {
  const Kind = column.constructor as new (buffer: ArrayBuffer) => T; // a typed array's own constructor
  return new Kind(column.buffer.transfer(length * column.BYTES_PER_ELEMENT));
}

export function namesOf<Name extends string>(columns: Readonly<Record<Name, unknown>>): Name[] {
  return Object.keys(columns) as Name[]; // made with these names and no others
}

function widened(column: NumberColumn): NumberColumn {
  if (column instanceof Uint8Array) return Uint16Array.from(column);
  if (column instanceof Uint16Array) return Uint32Array.from(column);
  if (column instanceof Int16Array) return Int32Array.from(column);
  return Float64Array.from(column);
}
