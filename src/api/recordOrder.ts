const lastWrite = new Map<string, Promise<unknown>>();

/**
 * Sends the changes of one record one after the other, as they were made: the second names the version that the first
 * one made, although the person did not wait for it.
 */
export function inOrder<T>(recordId: string, send: () => Promise<T>): Promise<T> {
  return inOrderOfAll([recordId], send);
}

/** The same for a change of many records: it waits for what was sent for any of them. */
export function inOrderOfAll<T>(recordIds: readonly string[], send: () => Promise<T>): Promise<T> {
  const before = new Set(recordIds.flatMap((id) => lastWrite.get(id) ?? []));
  // Whether those before were done or refused, this one is asked on its own account.
  const sent = before.size > 0 ? Promise.allSettled(before).then(send) : send();
  for (const id of recordIds) lastWrite.set(id, sent);
  const forget = () => {
    for (const id of recordIds) if (lastWrite.get(id) === sent) lastWrite.delete(id);
  };
  sent.then(forget, forget);
  return sent;
}
