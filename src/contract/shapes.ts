import { z } from 'zod';
import { ADJUSTMENT_REASONS } from '#domain/adjustment.ts';
import { isCurrency } from '#domain/money.ts';
import { TRACKINGS } from '#domain/tracking.ts';

/** Shapes that several parts of the contract share. */

export const id = z
  .string()
  .regex(/^[0-9A-Za-z-]{1,64}$/)
  .meta({ description: 'Opaque, sortable by creation.', example: '019ab3f0-7c1e-7d3a-9a51-0c5b6ad2f001' });

export const day = z.string().meta({ description: 'A calendar day.', example: '2026-11-23' });

export const instant = z
  .string()
  .meta({ description: 'RFC 3339 in UTC.', example: '2026-11-23T08:30:00.000Z' });

export const currency = z.string().refine(isCurrency).meta({ description: 'ISO 4217.', example: 'EUR' });

/** Whole smallest units; the domain decides which amounts are right, so that each fault has its own code. */
export const money = z
  .strictObject({ amount: z.number(), currency })
  .meta({ id: 'Money', description: 'A whole number of the currency’s smallest unit.' });

export const tracking = z.enum(TRACKINGS);
export const reason = z.enum(ADJUSTMENT_REASONS);

/** Text in a query: PostgreSQL cannot be asked for NUL, and no stored text holds it. */
export const queryText = z
  .string()
  .max(500)
  .refine((text) => !text.includes('\0') && text.isWellFormed());

/** One parameter per filter, repeated for "or": a single value arrives as a text, several as a list. */
export function repeated<T extends z.ZodType>(item: T) {
  return z.preprocess(
    (given) => (given === undefined || Array.isArray(given) ? given : [given]),
    z.array(item).max(100).optional(),
  );
}

export const page = {
  offset: z.coerce.number().int().min(0).max(1_000_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
};
