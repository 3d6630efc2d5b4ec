import { type Minor, minor } from './money.ts';
import { invariant } from './result.ts';

/**
 * Shares an amount out by weight so that the parts add up to it exactly: the largest-remainder (Hamilton) method,
 * ties in the order of the weights. 102751 over [1, 1] is [51376, 51375].
 * Awkward case: a negative amount is shared like its positive and turned round, so that a refund mirrors its cost.
 */
export function shareByWeight(total: Minor, weights: readonly number[]): Minor[] {
  invariant(weights.length > 0, 'there is at least one part');
  invariant(
    weights.every((weight) => Number.isSafeInteger(weight) && weight >= 0),
    'weights are whole, not negative',
  );
  // Products of an amount and a quantity pass 2^53, hence big integers.
  const bigWeights = weights.map(BigInt);
  const whole = bigWeights.reduce((sum, weight) => sum + weight, 0n);
  invariant(whole > 0n, 'some part has weight');
  const size = BigInt(Math.abs(total));
  const parts = bigWeights.map((weight, index) => ({
    index,
    amount: (size * weight) / whole,
    remainder: (size * weight) % whole,
  }));
  let left = size - parts.reduce((sum, part) => sum + part.amount, 0n);
  for (const part of parts.toSorted(byRemainderThenOrder)) {
    if (left === 0n) break;
    part.amount += 1n;
    left -= 1n;
  }
  return parts.map((part) => minor(Number(part.amount) * Math.sign(total)));
}

interface Part {
  index: number;
  remainder: bigint;
}

function byRemainderThenOrder(left: Part, right: Part): number {
  if (left.remainder === right.remainder) return left.index - right.index;
  return left.remainder > right.remainder ? -1 : 1;
}
