import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { openMemoryApp } from '#server/testing/memoryApp.ts';
import { stockSteps, takeStockStep } from '#server/testing/randomStock.ts';

const FILTERS = [
  'category=Skis',
  'category=Skis&category=Bikes:%20electric;%20red&tracking=serialized',
  'sku=POLE&tracking=bulk&tracking=closed',
  'sku=&location=',
  'category=Nothing%20of%20this%20name',
];

it(
  'reports are of the same records whether the columns or the database choose them',
  { timeout: 240_000 },
  () =>
    fc.assert(
      fc.asyncProperty(stockSteps, async (steps) => {
        const app = await openMemoryApp();
        for (const step of steps) await takeStockStep(app, step);
        for (const filter of FILTERS)
          for (const by of ['record', 'sku', 'category', 'month']) {
            const path = `/api/profitability?by=${by}&sort=label&${filter}`;
            const chosen = await app.ask('GET', path);
            // Every record has a quantity of at least 0; of numbers only the database knows.
            const asked = await app.ask('GET', `${path}&quantity=gte:0`);
            expect([chosen.status, chosen.text]).toEqual([200, asked.text]);
          }
        await app.store.close();
      }),
      { numRuns: 8 },
    ),
);
