import type { z } from 'zod';
import type { getTrackingAdvice } from '#contract/trackingAdvice.ts';
import { type Money, minor } from '#domain/money.ts';
import { trackingOf } from '#domain/tracking.ts';
import type { SerializeReason } from '#domain/trackingAdvice.ts';
import type { StoredRecord } from '#server/store/recordRow.ts';
import type { Advice } from '#server/usecases/readAdvice.ts';

export function adviceAnswer(advice: Advice, currency: string): z.output<typeof getTrackingAdvice.answer> {
  const money = (amount: number): Money => ({ amount: minor(amount), currency });
  return {
    typicalUnitValue: advice.typical === null ? null : money(advice.typical),
    serialize: {
      total: advice.serializeTotal,
      rows: advice.serialize.map(({ record, reasons }) => ({
        record: reportRecordAnswer(record),
        reasons: reasons.map((reason) => reasonAnswer(reason, money)),
      })),
    },
    pool: advice.pool.map(({ sku, ids, unitValue, events }) => ({
      sku,
      units: ids.length,
      recordIds: ids.slice(0, MAX_IDS),
      unitValue: money(unitValue),
      entries: events,
    })),
  };
}

/** As many as one conversion may name. */
const MAX_IDS = 1000;

function reasonAnswer(reason: SerializeReason, money: (amount: number) => Money) {
  switch (reason.code) {
    case 'unit-value':
      return { code: reason.code, unitValue: money(reason.unitValue), typical: money(reason.typical) };
    case 'repairs':
      return { ...reason, cost: money(reason.cost) };
    case 'losses':
      return { ...reason, value: money(reason.value) };
    case 'uneven-codes':
      return reason;
  }
}

/** A record as a report shows it. */
export function reportRecordAnswer(record: StoredRecord) {
  const { id, name, sku, category, location, quantity } = record;
  return { id, name, sku, category, location, quantity, tracking: trackingOf(record) };
}
