import * as fc from 'fast-check';
import type { TestRow } from './answerBody.ts';
import { convert } from './conversionRequests.ts';
import type { TestApp } from './testApp.ts';

/** Texts that a person may give a thing, and that other programs read as something else. */
const ODD_TEXTS = [
  'Ski pole 120 cm',
  'Odd; name:  (two) [three] "four"',
  '  =SUM(A1) @ %20 | * ! # ~',
  '日本語 – été ½ 🚲',
  "-5 O'Neill & Co., 3/4+",
];
const CATEGORIES = ['Skis', '', 'Bikes: electric; red', 'Skis  '];

/** What a person may do next; records are named by their place among those that exist. */
export type StockStep =
  | {
      do: 'create';
      name: number;
      quantity: number;
      category: number;
      sku: string;
      cost: number | null;
      units: number;
    }
  | { do: 'entry'; record: number; kind: string; amount: number; day: string; days: number | null }
  | { do: 'void'; record: number }
  | { do: 'adjust'; record: number; by: number; reason: string; day: string }
  | { do: 'describe'; record: number; category: number }
  | { do: 'serialize' | 'split'; record: number; units: number; history: 'share' | 'keep' }
  | { do: 'pool'; records: number[] }
  | { do: 'undo'; operation: number };

const record = fc.nat({ max: 9 });
const day = fc.constantFrom(
  '2025-11-30',
  '2026-02-09',
  '2026-02-10',
  '2026-03-01',
  '2026-06-20',
  '2026-06-21',
  '2026-12-24',
);
const create = fc.record({
  do: fc.constant('create' as const),
  name: fc.nat({ max: ODD_TEXTS.length - 1 }),
  quantity: fc.constantFrom(1, 1, 4, 9),
  category: fc.nat({ max: CATEGORIES.length - 1 }),
  sku: fc.constantFrom('', 'POLE', 'BIKE'),
  cost: fc.option(fc.integer({ min: 1, max: 99_999 })),
  units: fc.constantFrom(1, 1, 3),
});
const entry = fc.record({
  do: fc.constant('entry' as const),
  record,
  kind: fc.constantFrom('rental', 'sale', 'fee', 'purchase', 'repair', 'insurance'),
  amount: fc.integer({ min: -5000, max: 99_999 }),
  day,
  days: fc.option(fc.nat({ max: 40 })),
});
const step: fc.Arbitrary<StockStep> = fc.oneof(
  create,
  entry,
  entry,
  fc.record({ do: fc.constant('void' as const), record }),
  fc.record({
    do: fc.constant('adjust' as const),
    record,
    by: fc.constantFrom(-2, -1, 3),
    reason: fc.constantFrom('lost', 'sold', 'scrapped'),
    day,
  }),
  fc.record({
    do: fc.constant('describe' as const),
    record,
    category: fc.nat({ max: CATEGORIES.length - 1 }),
  }),
  fc.record({
    do: fc.constantFrom('serialize' as const, 'split' as const),
    record,
    units: fc.integer({ min: 1, max: 4 }),
    history: fc.constantFrom('share' as const, 'keep' as const),
  }),
  fc.record({ do: fc.constant('pool' as const), records: fc.array(record, { minLength: 2, maxLength: 3 }) }),
  fc.record({ do: fc.constant('undo' as const), operation: fc.nat({ max: 3 }) }),
);

export const stockSteps: fc.Arbitrary<StockStep[]> = fc
  .tuple(fc.array(create, { minLength: 2, maxLength: 3 }), fc.array(step, { minLength: 8, maxLength: 22 }))
  .map(([first, then]) => [...first, ...then]);

/** Does a step as a person would; what the application refuses is part of a random life. */
export async function takeStockStep(app: TestApp, one: StockStep): Promise<void> {
  const { rows } = (await app.ask('GET', '/api/records?limit=500&sort=name')).body;
  const at = (place: number) => rows[place % rows.length];
  if (one.do === 'create') await createStock(app, one);
  else if (one.do === 'undo') {
    const operations = (await app.ask('GET', '/api/activity?limit=4')).body.rows;
    const operation = operations[one.operation % operations.length];
    if (operation) await app.ask('POST', `/api/operations/${operation.id}/undo`);
  } else if (one.do === 'pool') {
    const members = [...new Set(one.records.map(at))].flatMap((member) => (member ? [seen(member)] : []));
    await convert(app, { type: 'pool', records: members });
  } else {
    const target = at(one.record);
    if (target) await changeRecord(app, { one, target });
  }
}

async function createStock(app: TestApp, one: Extract<StockStep, { do: 'create' }>): Promise<void> {
  const purchaseCost = one.cost === null ? {} : { purchaseCost: { amount: one.cost, currency: 'EUR' } };
  const draft = {
    name: ODD_TEXTS[one.name],
    quantity: one.quantity,
    category: CATEGORIES[one.category],
    sku: one.sku,
    openedOn: '2026-01-05',
    ...purchaseCost,
  };
  await app.ask('POST', '/api/records', {
    body: { records: Array.from({ length: one.units }, () => draft) },
  });
}

type ChangeStep = Exclude<StockStep, { do: 'create' | 'undo' | 'pool' }>;

async function changeRecord(
  app: TestApp,
  { one, target }: { one: ChangeStep; target: TestRow },
): Promise<void> {
  const path = `/api/records/${target.id}`;
  switch (one.do) {
    case 'entry': {
      const to = new Date(Date.parse(one.day) + (one.days ?? 0) * 86_400_000).toISOString().slice(0, 10);
      const service = one.days === null ? {} : { service: { from: one.day, to, units: 1 + (one.days % 2) } };
      const body = {
        kind: one.kind,
        amount: { amount: one.amount, currency: 'EUR' },
        occurredOn: one.day,
        note: ODD_TEXTS[one.amount & 3],
        ...service,
      };
      await app.ask('POST', `${path}/entries`, { body });
      return;
    }
    case 'void': {
      const entries = (await app.ask('GET', `${path}/entries`)).body.rows;
      const open = entries.find((line) => line.voids === null && line.voidedBy === null);
      if (open) await app.ask('POST', `/api/entries/${open.id}/void`, { body: { reason: 'no' } });
      return;
    }
    case 'adjust': {
      const reason = one.by > 0 ? 'found' : one.reason;
      const crossing = one.by > 0 ? 'pool' : 'close';
      const body = { change: one.by, reason, crossing, occurredOn: one.day };
      await app.ask('POST', `${path}/adjustments`, { body });
      return;
    }
    case 'describe':
      await app.ask('PATCH', path, { body: { category: CATEGORIES[one.category] }, version: target.version });
      return;
    case 'serialize':
      await convert(app, { type: 'serialize', record: seen(target), units: one.units, history: one.history });
      return;
    case 'split':
      await convert(app, { type: 'split', record: seen(target), quantity: one.units, history: one.history });
  }
}

const seen = ({ id, version }: TestRow) => ({ id, version });
