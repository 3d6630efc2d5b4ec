import fc from 'fast-check';
import { expect, it } from 'vitest';
import { describeEachStore } from '#server/testing/eachStore.ts';
import { insertRows, isOneOf } from './manyRows.ts';

/** What a person may type or paste, with what has a meaning to one of the databases or to what carries texts there. */
const anyText = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom('\u{1e}', '\u{1f}', '"', '\\', '{', '}', ',', "'", 'null', 'NULL', ''),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    ),
    maxLength: 6,
  })
  .filter((text) => text.isWellFormed() && !text.includes('\0'));

describeEachStore('Many rows at once', (store) => {
  it('are stored and found whatever their texts are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(anyText, { minLength: 1, maxLength: 8 }), async (skus) => {
        const asked = skus.slice(0, Math.ceil(skus.length / 2));
        const found = store().write(async (transaction) => {
          await transaction.deleteFrom('sku_life').execute();
          const life = { months: 12, residual_ppm: 0, method: 'straight-line' } as const;
          const rows = skus.map((sku) => ({ sku, ...life }));
          await insertRows(transaction, { table: 'sku_life', rows });
          const lives = transaction.selectFrom('sku_life').select('sku');
          const isAsked = isOneOf(transaction, 'sku', asked);
          return [await lives.execute(), await lives.where(isAsked).execute()].map((lines) =>
            lines.map(({ sku }) => sku).toSorted(),
          );
        });
        expect(await found).toEqual([skus.toSorted(), asked.toSorted()]);
      }),
      { numRuns: 200 },
    );
  });
});
