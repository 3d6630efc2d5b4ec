/** So many random words are asked for at once: asking for two at a time took a quarter of a large conversion. */
const POOL_WORDS = 4096;

/**
 * Makes ids that sort by creation (RFC 9562, UUIDv7): 48 bits of milliseconds, a counter of 26 bits that starts at a
 * random place each millisecond and only counts up (method 1 of section 6.2), and 48 random bits.
 */
export function makeIds(nowMs: () => number): () => string {
  const pool = new Uint32Array(POOL_WORDS);
  let taken = POOL_WORDS;
  let lastMs = 0;
  let counter = 0;
  let time = '';
  return () => {
    const ms = Math.max(nowMs(), lastMs);
    if (ms !== lastMs || time === '') time = timeOf(ms);
    if (taken === POOL_WORDS) {
      crypto.getRandomValues(pool);
      taken = 0;
    }
    const [first = 0, second = 0] = [pool[taken], pool[taken + 1]];
    taken += 2;
    // Starting in the lower half leaves room for 33 million ids in one millisecond.
    counter = ms === lastMs ? counter + 1 : first >>> 7;
    lastMs = ms;
    const version = 0x7000 | (counter >>> 14);
    const variant = 0x8000 | (counter & 0x3fff);
    return `${time}-${hex(version)}-${hex(variant)}-${hex(first & 0xffff)}${hex(second >>> 16)}${hex(second & 0xffff)}`;
  };
}

function timeOf(ms: number): string {
  const digits = ms.toString(16).padStart(12, '0');
  return `${digits.slice(0, 8)}-${digits.slice(8)}`;
}

const BYTES = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Four digits of 16 bits: looked up, because a large conversion makes a hundred thousand ids. */
function hex(value: number): string {
  return `${BYTES[value >>> 8] ?? ''}${BYTES[value & 0xff] ?? ''}`;
}
