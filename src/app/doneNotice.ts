import { useSyncExternalStore } from 'react';

/** What was just done and can be taken back as a whole. */
export interface Done {
  operationId: string;
  says: string;
}

let done: Done | null = null;
const listeners = new Set<() => void>();

/** Tells what was done, on every screen until it is dismissed; null takes the notice away. */
export function announceDone(next: Done | null): void {
  done = next;
  for (const listener of listeners) listener();
}

export function useDone(): Done | null {
  return useSyncExternalStore(subscribe, () => done);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
