/** A new Idempotency-Key. Not `crypto.randomUUID`: a page served without TLS on a local network does not have it. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) =>
    part.toString(16).padStart(8, '0'),
  ).join('');
}
