import type { SqliteDatabase } from 'kysely';
import type { Person } from '#domain/access.ts';
import { createApp } from '#server/http/createApp.ts';
import { sqliteDialect } from '#server/store/dialect/sqlite.ts';
import { openStore } from '#server/store/store.ts';
import { type SampleName, SAMPLES, type Sample } from './sampleNames.ts';
import { sampleTime } from './sampleTime.ts';
import { type Desk, openDesk } from './samples/desk.ts';
import { loadLarge } from './samples/largeSample.ts';
import { PEOPLE } from './samples/people.ts';
import { loadRental } from './samples/rentalSample.ts';

/** The real application over this empty database, filled with a sample. `report` is told of faults, as the server's log is. */
export async function openSampleApp(
  name: SampleName,
  { database, report }: { database: SqliteDatabase; report: (fault: unknown) => void },
): Promise<(request: Request) => Promise<Response>> {
  const sample: Sample = SAMPLES[name];
  const store = await openStore(sqliteDialect(database));
  const time = sampleTime();
  let person: Person = PEOPLE.mira;
  let identify: (request: Request) => Promise<Person> = () => Promise.resolve(person);
  const context = { store, clock: time.clock, ids: time.ids, version: 'demo', report };
  const app = createApp({ ...context, identify: (request) => identify(request) });
  const sit: Desk['sit'] = (who, at) => {
    person = who;
    time.stand(at);
  };
  await LOAD_BY_STOCK[sample.stock](openDesk({ fetch: app.fetch, sit }));
  time.run();
  person = PEOPLE[sample.person];
  if (sample.answers === 'failing')
    identify = (request) => (isAboutInventory(request) ? failOnPurpose() : Promise.resolve(person));
  return async (request) => app.fetch(request);
}

const LOAD_BY_STOCK: Readonly<Record<Sample['stock'], (desk: Desk) => Promise<void>>> = {
  rental: loadRental,
  large: loadLarge,
  none: () => Promise.resolve(),
};

/** Who is there is answered even then: without it no screen is drawn that could show the fault. */
function isAboutInventory(request: Request): boolean {
  const { pathname } = new URL(request.url);
  return request.method === 'GET' && pathname !== '/api/session' && pathname !== '/api/health';
}

/** A fault inside the application, so that its own 500 is what the page gets. */
function failOnPurpose(): Promise<never> {
  return Promise.reject(new PurposelyBroken('the sample "failing" fails on purpose'));
}

/** Not a bug: nobody needs to be told. */
export class PurposelyBroken extends Error {
  override name = 'PurposelyBroken';
}
