import type { Hono } from 'hono';
import { type ReadingRow, addReading, listReadings, voidReading } from '#contract/readings.ts';
import { fault } from '#domain/refusal.ts';
import { accept, refuse } from '#domain/result.ts';
import { type StoredReading, listReadings as listStored } from '#server/store/readings.ts';
import { findRecord } from '#server/store/records.ts';
import {
  type ReadingPosted,
  addReading as add,
  voidReading as voidStored,
} from '#server/usecases/addReading.ts';
import type { Outcome } from '#server/usecases/context.ts';
import type { AppContext } from './createApp.ts';
import { serve } from './route.ts';

export function readingRoutes(app: Hono, context: AppContext): void {
  const database = context.store.read;
  serve(app, context, {
    operation: listReadings,
    handler: async ({ params: { id: recordId }, query }) => {
      if (!(await findRecord(database, recordId)))
        return refuse([fault({ code: 'record.missing', id: recordId })]);
      const { rows, total } = await listStored(database, { recordId, ...query });
      return accept({ rows: rows.map(readingAnswer), total });
    },
  });
  serve(app, context, {
    operation: addReading,
    handler: async ({ params: { id: recordId }, body: { meter, ...draft }, write }) =>
      postedAnswer(await add(context, { ...write, recordId, meter, draft })),
  });
  serve(app, context, {
    operation: voidReading,
    handler: async ({ params: { id: readingId }, body: { reason }, write }) =>
      postedAnswer(await voidStored(context, { ...write, readingId, reason })),
  });
}

function postedAnswer(posted: Outcome<ReadingPosted>) {
  if (!posted.ok) return posted;
  const { operationId, reading } = posted.value;
  return accept({ operationId, reading: readingAnswer(reading) });
}

function readingAnswer(reading: StoredReading): ReadingRow {
  const { id, meter, value, occurredOn, isReset, recordedAt, note, voidedAt, personName: person } = reading;
  return { id, meter, value, occurredOn, isReset, recordedAt, note, voidedAt, person };
}
