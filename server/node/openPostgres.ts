import pg, { TypeOverrides } from 'pg';
import { postgresDialect } from '#server/store/dialect/postgres.ts';
import { type Store, openStore } from '#server/store/store.ts';

const INT8 = 20;

/** A bigint as an exact number; what does not fit is a fault, never a rounded amount. */
function exactBigint(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} cannot be read exactly`);
  return value;
}

/** Opens the store on a PostgreSQL server (15 or newer), with connections of this make. */
export function openPostgres(url: string, Client: typeof pg.Client = pg.Client): Promise<Store> {
  const types = new TypeOverrides();
  types.setTypeParser(INT8, exactBigint);
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 10_000,
    types,
    Client,
  });
  // A connection that breaks while idle is replaced at the next query, which reports what is wrong then.
  pool.on('error', () => undefined);
  return openStore(postgresDialect(pool));
}
