import { type QueryClient, useQuery } from '@tanstack/react-query';
import { describeSku, listSkus } from '#contract/catalogue.ts';
import type { AnswerOf, BodyInput } from '#contract/operation.ts';
import { getFigureLines, getProfitability } from '#contract/profitability.ts';
import { call } from './call.ts';
import { useWrite } from './intent.ts';
import type { ProblemError } from './problemError.ts';
import { recordKeys } from './recordCache.ts';

export type DescribedSku = BodyInput<typeof describeSku>;

/** The SKUs in use, with how their things lose value. */
export function useSkus() {
  return useQuery<AnswerOf<typeof listSkus>, ProblemError>({
    queryKey: [...recordKeys.labels, 'skus'],
    queryFn: ({ signal }) => call(listSkus, { signal }),
  });
}

/** A thing of a SKU and what was paid for it. */
interface PricedExample {
  name: string;
  purchases: { day: string; amount: number }[];
}

export interface Example {
  thing: PricedExample | null;
  /** The day on which reports stand: at night it may be another than here. */
  asOf: string;
}

/** The dearest serialized thing of a SKU, to show on it what a life would mean; none where none has a cost. */
export function useExampleOf(sku: string) {
  return useQuery<Example, ProblemError>({
    queryKey: [...recordKeys.all, 'exampleOf', sku],
    queryFn: async ({ signal }) => {
      const report = await call(getProfitability, {
        query: { by: 'record', sku: [sku], tracking: ['serialized'], sort: '-acquisitionCost', limit: 1 },
        signal,
      });
      const [row] = report.rows;
      const { asOf } = report;
      if (!row || row.figures.acquisitionCost.amount <= 0) return { thing: null, asOf };
      const query = { by: 'record', key: row.key, kind: 'purchase' } as const;
      const lines = await call(getFigureLines, { query, signal });
      const purchases = lines.rows.map(({ occurredOn: day, amount }) => ({ day, amount: amount.amount }));
      return { thing: { name: row.label, purchases }, asOf };
    },
  });
}

/** Says how the things of a SKU lose value. Every book value that is shown is read again. */
export function useDescribeSku() {
  return useWrite<DescribedSku, AnswerOf<typeof describeSku>>({
    send: (body, key) => call(describeSku, { body, idempotencyKey: key }),
    settled: outdateValues,
  });
}

function outdateValues(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: recordKeys.labels });
  void client.invalidateQueries({ queryKey: recordKeys.all });
  void client.invalidateQueries({ queryKey: ['record'] });
}
