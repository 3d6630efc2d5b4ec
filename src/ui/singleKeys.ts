import { useSyncExternalStore } from 'react';

const STORED_AS = 'granary.singleKeys';
const OFF = 'off';

const listeners = new Set<() => void>();

/** Whether keys without Ctrl or Alt (`/`, `?`, L) are shortcuts; whoever dictates or uses other aids may switch them off. */
export function areSingleKeysOn(): boolean {
  return localStorage.getItem(STORED_AS) !== OFF;
}

/** The same for a component. */
export function useSingleKeys(): boolean {
  return useSyncExternalStore(subscribe, areSingleKeysOn);
}

export function switchSingleKeys(isOn: boolean): void {
  if (isOn) localStorage.removeItem(STORED_AS);
  else localStorage.setItem(STORED_AS, OFF);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
