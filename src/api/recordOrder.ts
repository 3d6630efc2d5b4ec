const lastWrite = new Map<string, Promise<unknown>>();

/**
 * Sends the changes of one record one after the other, as they were made: the second names the version that the first
 * one made, although the person did not wait for it.
 */
export function inOrder<T>(recordId: string, send: () => Promise<T>): Promise<T> {
  const before = lastWrite.get(recordId);
  // Whether the one before was done or refused, this one is asked on its own account.
  const sent = before ? before.then(send, send) : send();
  lastWrite.set(recordId, sent);
  const forget = () => {
    if (lastWrite.get(recordId) === sent) lastWrite.delete(recordId);
  };
  sent.then(forget, forget);
  return sent;
}
