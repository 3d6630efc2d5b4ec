import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';

/**
 * A pool whose connections, inside a transaction, write the rows of an insert while the next statement is prepared: on a
 * database in a process of its own, both work at the same time. One statement at a time is under way. An insert that
 * fails makes the next statement fail, at the latest the commit, so that nothing of the transaction is kept.
 * Awkward case: an insert is answered before it is done, and therefore with no number of rows.
 */
export function insertBehind(pool: PostgresPool): PostgresPool {
  const known = new WeakMap<PostgresPoolClient, PostgresPoolClient>();
  return {
    ...(pool.Client ? { Client: pool.Client } : {}),
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect();
      const wrapped = known.get(client) ?? insertingBehind(client);
      known.set(client, wrapped);
      return wrapped;
    },
  };
}

function insertingBehind(client: PostgresPoolClient): PostgresPoolClient {
  let isInTransaction = false;
  let underWay: Promise<Failure | null> = Promise.resolve(null);

  async function query<R>(text: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>> {
    const failure = await underWay;
    if (text === 'rollback') underWay = Promise.resolve(null);
    else if (failure) throw failure.error;
    if (/^(begin|start transaction)\b/.test(text)) isInTransaction = true;
    if (/^(commit|rollback)$/.test(text)) isInTransaction = false;
    const answer = client.query<R>(text, parameters);
    if (!isInTransaction || !/^insert into\b/.test(text) || /\breturning\b/.test(text)) return answer;
    underWay = answer.then(
      () => null,
      (error: unknown) => ({ error }),
    );
    return { command: 'INSERT', rowCount: 0, rows: [] };
  }

  return {
    // Cursors are not used.
    query: query as PostgresPoolClient['query'],
    // The pool gives a connection a new one each time.
    release: (destroy) => client.release(destroy),
    ...(client.processID === undefined ? {} : { processID: client.processID }),
  };
}

interface Failure {
  error: unknown;
}
