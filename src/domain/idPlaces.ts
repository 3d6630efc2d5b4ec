import { resized, roomFor } from './numberColumns.ts';

/**
 * Ids in the order in which they came, each with its place. A million of them as texts in a map take 130 MB; as the 16
 * bytes that a UUID is, with a table of places to find them by, 25. An id of another form is kept as the text it is.
 */
export interface IdPlaces {
  count: number;
  /** Four for each place. */
  words: Uint32Array<ArrayBuffer>;
  /** Open addressing: place + 1 of the ids that hash here or just before, 0 where there is none. */
  slots: Uint32Array<ArrayBuffer>;
  placeByText: Map<string, number>;
  textByPlace: Map<number, string>;
}

const WORDS_EACH = 4;

export function emptyIds(): IdPlaces {
  return {
    count: 0,
    words: new Uint32Array(0),
    slots: new Uint32Array(16),
    placeByText: new Map(),
    textByPlace: new Map(),
  };
}

/** Room for so many ids, before there are any. */
export function reserveIds(ids: IdPlaces, count: number): void {
  ids.words = resized(ids.words, count * WORDS_EACH);
  ids.slots = new Uint32Array(2 ** Math.max(4, Math.ceil(Math.log2((count * 3) / 2))));
}

/** Where an id is, or undefined. */
export function findPlace(ids: IdPlaces, id: string): number | undefined {
  if (!readUuid(id)) return ids.placeByText.get(id);
  const found = ids.slots[slotOf(ids)] ?? 0;
  return found > 0 ? found - 1 : undefined;
}

/** Where an id is; one that is not known yet gets the next place. */
export function placeOf(ids: IdPlaces, id: string): number {
  const known = findPlace(ids, id);
  if (known !== undefined) return known;
  const place = ids.count;
  ids.count += 1;
  if (readUuid(id)) addUuid(ids, place);
  else {
    ids.placeByText.set(id, place);
    ids.textByPlace.set(place, id);
  }
  return place;
}

export function idAt(ids: IdPlaces, place: number): string {
  const text = ids.textByPlace.get(place);
  if (text !== undefined) return text;
  let digits = '';
  for (let index = 0; index < WORDS_EACH; index += 1)
    digits += (ids.words[place * WORDS_EACH + index] ?? 0).toString(16).padStart(8, '0');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** The id that was read last: one array for a million look-ups. */
const read = new Uint32Array(WORDS_EACH);

const UUID_LENGTH = 36;

/** Whether a text is a UUID just as `idAt` writes it; if so, it is in `read`. */
function readUuid(id: string): boolean {
  if (id.length !== UUID_LENGTH) return false;
  let digit = 0;
  for (let at = 0; at < UUID_LENGTH; at += 1) {
    const code = id.charCodeAt(at);
    if (at === 8 || at === 13 || at === 18 || at === 23) {
      if (code !== DASH) return false;
      continue;
    }
    const value = code <= NINE ? code - ZERO : code - SMALL_A + 10;
    if (code < ZERO || value > 15 || (code > NINE && code < SMALL_A)) return false;
    const word = digit >>> 3;
    read[word] = ((read[word] ?? 0) << 4) | value;
    digit += 1;
  }
  return true;
}

/** Character codes. */
const DASH = 45;
const ZERO = 48;
const NINE = 57;
const SMALL_A = 97;

/** The slot of the id in `read`: its own, or the free one where it would go. */
function slotOf({ words, slots }: IdPlaces): number {
  const mask = slots.length - 1;
  let slot = hashOf(read, 0) & mask;
  for (let found = slots[slot] ?? 0; found > 0; found = slots[slot] ?? 0) {
    const from = (found - 1) * WORDS_EACH;
    if (read.every((word, index) => words[from + index] === word)) return slot;
    slot = (slot + 1) & mask;
  }
  return slot;
}

function hashOf(words: Uint32Array, from: number): number {
  let hash = 0;
  for (let index = 0; index < WORDS_EACH; index += 1) {
    hash = Math.imul(hash ^ (words[from + index] ?? 0), 0x9e37_79b1);
    hash ^= hash >>> 15;
  }
  return hash;
}

function addUuid(ids: IdPlaces, place: number): void {
  if ((place + 1) * WORDS_EACH > ids.words.length)
    ids.words = resized(ids.words, roomFor((place + 1) * WORDS_EACH));
  ids.words.set(read, place * WORDS_EACH);
  // At most two thirds full, so that few ids share a way.
  if ((place + 1) * 3 > ids.slots.length * 2) growSlots(ids, place);
  ids.slots[slotOf(ids)] = place + 1;
}

function growSlots(ids: IdPlaces, count: number): void {
  const slots = new Uint32Array(ids.slots.length * 2);
  const mask = slots.length - 1;
  for (let place = 0; place < count; place += 1) {
    if (ids.textByPlace.has(place)) continue;
    let slot = hashOf(ids.words, place * WORDS_EACH) & mask;
    while ((slots[slot] ?? 0) > 0) slot = (slot + 1) & mask;
    slots[slot] = place + 1;
  }
  ids.slots = slots;
}
