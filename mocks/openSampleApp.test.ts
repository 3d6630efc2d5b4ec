import { expect, test, vi } from 'vitest';
import { listRecords } from '#contract/records.ts';
import { session } from '#contract/system.ts';
import { openSampleApp } from './openSampleApp.ts';
import type { SampleName } from './sampleNames.ts';
import { LARGE_COUNT } from './samples/largeSample.ts';
import { openSqliteWasm } from './sqliteWasm.ts';

// A whole shop is made for each test: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

async function open(name: SampleName) {
  const faults: unknown[] = [];
  const application = await openSampleApp(name, {
    database: await openSqliteWasm(),
    report: (fault) => faults.push(fault),
  });
  const ask = (path: string, init?: RequestInit) => application(new Request(`http://shop${path}`, init));
  const list = async () => listRecords.answer.parse(await (await ask('/api/records?limit=500')).json());
  const who = async () => session.parse(await (await ask('/api/session')).json()).person;
  return { ask, list, who, faults };
}

test.each([
  { name: 'rental', person: 'Mira Brandt', role: 'admin', seesMoney: true },
  { name: 'staff', person: 'Luis Ortega', role: 'staff', seesMoney: false },
  { name: 'viewer', person: 'Jo Keller', role: 'viewer', seesMoney: false },
] as const)(
  'The sample $name is the shop as $person sees it, who is $role',
  async ({ name, person, role, seesMoney }) => {
    const { list, who } = await open(name);
    expect(await who()).toMatchObject({ name: person, role });
    const { rows, total } = await list();
    expect(total).toBeGreaterThan(150);
    expect(rows.some((row) => row.income !== undefined)).toBe(seesMoney);
  },
);

test('Staff find entries of their own in the ledger, and nobody else’s', async () => {
  const { ask, list } = await open('staff');
  const { rows } = await list();
  const car = rows.find(({ reference }) => reference === 'CAR-02');
  const { rows: entries } = (await (await ask(`/api/records/${car?.id}/entries`)).json()) as {
    rows: { person: string }[];
  };
  expect(entries.map(({ person }) => person)).toEqual(['Luis Ortega']);
});

test('The empty sample is a shop on its first day', async () => {
  const { list } = await open('empty');
  expect(await list()).toMatchObject({ rows: [], total: 0 });
});

test('The large sample holds ten thousand records', async () => {
  const { list } = await open('large');
  const { total, totals } = await list();
  expect(total).toBe(LARGE_COUNT);
  expect(totals.profitUnknown).toBe(200);
});

test('In the failing sample every question about the inventory meets the application’s own 500, and who is there is still answered', async () => {
  const { ask, who, faults } = await open('failing');
  expect(await who()).toMatchObject({ name: 'Mira Brandt' });
  for (const path of ['/api/records', '/api/categories', '/api/codes/CAR-01', '/api/records/1/entries']) {
    const answer = await ask(path);
    expect(answer.status).toBe(500);
    expect(await answer.json()).toMatchObject({ code: 'fault', status: 500 });
  }
  expect(faults.map(String)).toEqual(Array(4).fill('PurposelyBroken: the sample "failing" fails on purpose'));
});

test('After the sample is made time goes on: what is done then bears the real time and sorts after the sample', async () => {
  const { ask, list } = await open('rental');
  const started = new Date().toISOString();
  const body = JSON.stringify({ name: 'New', quantity: 1 });
  const answer = await ask('/api/records', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': 'new' },
    body,
  });
  expect(answer.status).toBe(201);
  const { rows } = await list();
  const made = rows.find(({ name }) => name === 'New');
  expect(made && made.changedAt >= started).toBe(true);
  expect(rows.every(({ id }) => id <= (made?.id ?? ''))).toBe(true);
});
