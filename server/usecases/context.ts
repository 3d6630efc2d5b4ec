import type { Person } from '#domain/access.ts';
import type { Instant } from '#domain/day.ts';
import type { Fault } from '#domain/refusal.ts';
import type { Result } from '#domain/result.ts';
import type { Store } from '#server/store/store.ts';

/** What every use case is given from outside: nothing here reads a clock or makes an id by itself. */
export interface Context {
  store: Store;
  clock: () => Instant;
  ids: () => string;
}

/** Who asks, and the key under which the answer to a write is kept. */
export interface WriteRequest {
  person: Person;
  idempotencyKey: string;
  /** Of everything that was asked: the same key with another hash is another request. */
  requestHash: string;
}

/** What a use case answers: its value, or every fault that kept it from being done. */
export type Outcome<T> = Result<T, readonly Fault[]>;
