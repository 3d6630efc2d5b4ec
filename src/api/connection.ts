import { onlineManager } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';

export type Connection = 'connected' | 'unreachable';

let connection: Connection = 'connected';
const listeners = new Set<() => void>();

/** Told by every call: whether the server answered at all, no matter what. */
export function reportConnection(next: Connection): void {
  if (next === connection) return;
  connection = next;
  // Queries that failed meanwhile are asked again by themselves once the server answers.
  onlineManager.setOnline(next === 'connected');
  for (const listener of listeners) listener();
}

/** Whether the last call reached the server. */
export function useConnection(): Connection {
  return useSyncExternalStore(subscribe, () => connection);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
