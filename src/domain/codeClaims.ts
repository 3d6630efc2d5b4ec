import type { CodeKey, CodeTaken, StockCode } from './stockCode.ts';

/** A record that is to have exactly these codes, and had those before. */
export interface CodeClaim {
  recordId: string;
  recordName: string;
  codes: readonly StockCode[];
  before: readonly CodeKey[];
}

export interface CodeHolder {
  recordId: string;
  recordName: string;
}

/**
 * Which claims of one batch cannot be granted together, by their place in the list, each with the record that has the
 * code. A code may go from one record of the batch to another: A1 ↔ B1 swaps. A code claimed twice goes to the first.
 * Awkward case: a refused claim keeps its old codes, which may refuse the next one in turn.
 */
export function refusedClaims(
  claims: readonly CodeClaim[],
  holderByKey: ReadonlyMap<CodeKey, CodeHolder>,
): Map<number, CodeTaken> {
  const refused = new Map<number, CodeTaken>();
  const placeByRecord = new Map(claims.map(({ recordId }, place) => [recordId, place]));
  const placesByKey = new Map<CodeKey, number[]>();
  for (const [place, { codes }] of claims.entries()) {
    for (const { key } of codes) {
      const places = placesByKey.get(key);
      if (places) places.push(place);
      else placesByKey.set(key, [place]);
    }
  }
  const keysOf = claims.map(({ codes }) => new Set(codes.map(({ key }) => key)));

  const waiting = [...claims.keys()].toReversed();
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    const claim = claims[place];
    if (!claim || refused.has(place)) continue;
    const refusal = firstTaken(place, claim);
    if (!refusal) continue;
    refused.set(place, refusal);
    // Its old codes stay where they are: whoever counted on them is asked again.
    for (const key of claim.before) waiting.push(...(placesByKey.get(key) ?? []));
  }
  return refused;

  function firstTaken(place: number, { recordId, codes }: CodeClaim): CodeTaken | null {
    for (const { key, text } of codes) {
      const holder = holderByKey.get(key);
      if (holder && holder.recordId !== recordId && !isReleased(key, holder.recordId))
        return taken(text, holder);
      const earlier = placesByKey.get(key)?.find((other) => other < place && !refused.has(other));
      const first = earlier === undefined ? undefined : claims[earlier];
      if (first) return taken(text, first);
    }
    return null;
  }

  function isReleased(key: CodeKey, recordId: string): boolean {
    const place = placeByRecord.get(recordId);
    return place !== undefined && !refused.has(place) && keysOf[place]?.has(key) === false;
  }
}

function taken(given: string, { recordId, recordName }: CodeHolder): CodeTaken {
  return { code: 'code.taken', given, ownerId: recordId, ownerName: recordName };
}
