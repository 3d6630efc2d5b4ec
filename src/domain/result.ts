/** What a check answers: the value, or a refusal that carries the facts needed to explain it. */
export type Result<T, R> = { ok: true; value: T } | { ok: false; refusal: R };

export function accept<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

export function refuse<R>(refusal: R): { ok: false; refusal: R } {
  return { ok: false, refusal };
}

/** Guards what the program itself guarantees. A failure is a bug, never a person's mistake. */
export function invariant(condition: boolean, why: string): asserts condition {
  if (!condition) throw new Error(`Invariant broken: ${why}`);
}
