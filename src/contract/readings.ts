import { z } from 'zod';
import { METERS } from '#domain/reading.ts';
import { defineRead, defineWrite } from './defineOperation.ts';
import { day, id, instant, page } from './shapes.ts';

export const meterReading = z
  .strictObject({
    id,
    meter: z.enum(METERS),
    value: z.number().int(),
    occurredOn: day,
    isReset: z
      .boolean()
      .meta({ description: 'The meter began anew: the value may be below what was read before.' }),
    recordedAt: instant,
    note: z.string(),
    voidedAt: instant.nullable(),
    person: z.string(),
  })
  .meta({ id: 'Reading' });
export type ReadingRow = z.output<typeof meterReading>;

export const listReadings = defineRead({
  operationId: 'listReadings',
  path: '/api/records/{id}/readings',
  summary: 'What was read off a record’s meters, newest first',
  tag: 'ledger',
  params: z.strictObject({ id }),
  query: z.strictObject(page),
  answer: z.strictObject({ rows: z.array(meterReading), total: z.number().int() }),
  refusals: ['record.missing'],
});

const posted = z.strictObject({ operationId: id, reading: meterReading });

export const addReading = defineWrite({
  operationId: 'addReading',
  method: 'post',
  path: '/api/records/{id}/readings',
  summary: 'Keep a value read off a meter; it does not run backwards unless it began anew',
  tag: 'ledger',
  params: z.strictObject({ id }),
  body: z.strictObject({
    meter: z.enum(METERS),
    value: z.number(),
    occurredOn: day,
    isReset: z.boolean().optional(),
    note: z.string().optional(),
  }),
  answer: posted,
  status: 201,
  needs: 'costs.add',
  refusals: [
    'record.missing',
    'forbidden',
    'reading.invalid',
    'reading.backwards',
    'day.invalid',
    'text.too-long',
    'text.control-character',
    'text.broken',
  ],
  example: { meter: 'km', value: 48_210, occurredOn: '2026-11-20' },
});

export const voidReading = defineWrite({
  operationId: 'voidReading',
  method: 'post',
  path: '/api/readings/{id}/void',
  summary: 'Take a reading back; it stays visible and counts no more',
  tag: 'ledger',
  params: z.strictObject({ id }),
  body: z.strictObject({ reason: z.string() }),
  answer: posted,
  status: 201,
  needs: 'costs.add',
  refusals: [
    'reading.missing',
    'reading.already-void',
    'forbidden',
    'text.empty',
    'text.too-long',
    'text.control-character',
    'text.broken',
  ],
  example: { reason: 'Read off the wrong car' },
});
