import type { Hono } from 'hono';
import { adjustQuantity, createRecords, describeRecord, getRecord, listRecords } from '#contract/records.ts';
import { type Person, isAllowed } from '#domain/access.ts';
import { fault } from '#domain/refusal.ts';
import { accept, refuse } from '#domain/result.ts';
import { listRecords as listStored, totalRecords } from '#server/store/recordList.ts';
import { createRecords as create } from '#server/usecases/createRecords.ts';
import { describeRecord as describe } from '#server/usecases/describeRecord.ts';
import { editQuantity } from '#server/usecases/editQuantity.ts';
import { findCurrency } from '#server/store/workspace.ts';
import { findRecord } from '#server/store/records.ts';
import type { AppContext } from './createApp.ts';
import { filterOf, moneyForbidden, sortOf } from './recordQuery.ts';
import { recordAnswer, viewerOf } from './recordAnswer.ts';
import { serve } from './route.ts';

export function recordRoutes(app: Hono, context: AppContext): void {
  readRoutes(app, context);
  writeRoutes(app, context);
}

function readRoutes(app: Hono, context: AppContext): void {
  const database = context.store.read;
  serve(app, context, {
    operation: listRecords,
    handler: async ({ query, person }) => {
      const sort = sortOf(query.sort);
      const filter = filterOf(query);
      const forbidden = moneyForbidden(person.role, { filter, sort });
      if (forbidden) return refuse([forbidden]);
      const { offset, limit } = query;
      const [rows, sums, currency] = await Promise.all([
        listStored(database, { filter, sort, offset, limit }),
        totalRecords(database, filter),
        findCurrency(database),
      ]);
      const { records, quantity, codes, profitUnknown } = sums;
      const money = isAllowed(person.role, 'money.see')
        ? {
            income: { amount: sums.income, currency },
            cost: { amount: sums.cost, currency },
            profit: { amount: sums.profit, currency },
            profitUnknown,
          }
        : {};
      return accept({
        rows: rows.map((row) => recordAnswer(row, { person, currency })),
        total: records,
        totals: { records, quantity, codes, ...money },
      });
    },
  });
  serve(app, context, {
    operation: getRecord,
    handler: ({ params, person }) => answerRecord(context, { id: params.id, person }),
  });
}

function writeRoutes(app: Hono, context: AppContext): void {
  serve(app, context, {
    operation: createRecords,
    handler: async ({ body, write, person }) => {
      const many = 'records' in body ? body.records : null;
      const drafts = many ?? ('records' in body ? [] : [body]);
      const pointerTo = (index: number) => (many ? `/records/${index}` : '');
      const made = await create(context, { ...write, drafts, pointerTo });
      if (!made.ok) return made;
      const { record } = made.value;
      return accept({
        ...made.value,
        record: record && recordAnswer(record, await viewerOf(context, person)),
      });
    },
  });
  serve(app, context, {
    operation: describeRecord,
    handler: async ({ params, body, write, seenVersion, person }) => {
      const described = await describe(context, { ...write, recordId: params.id, seenVersion, change: body });
      if (!described.ok) return described;
      return accept({
        ...described.value,
        record: recordAnswer(described.value.record, await viewerOf(context, person)),
      });
    },
  });
  serve(app, context, {
    operation: adjustQuantity,
    handler: async ({ params, body, write, seenVersion, person }) => {
      const intent =
        'set' in body
          ? ({ kind: 'set', to: body.set, seen: body.seen } as const)
          : ({ kind: 'change', by: body.change } as const);
      const { reason, crossing, occurredOn, note, entry } = body;
      const edit = {
        ...write,
        recordId: params.id,
        intent,
        seenVersion,
        reason,
        crossing,
        occurredOn,
        note,
        entry,
      };
      const edited = await editQuantity(context, edit);
      if (!edited.ok) return edited;
      return accept({
        ...edited.value,
        record: recordAnswer(edited.value.record, await viewerOf(context, person)),
      });
    },
  });
}

/** One record as this person may see it. */
async function answerRecord(context: AppContext, { id, person }: { id: string; person: Person }) {
  const record = await findRecord(context.store.read, id);
  return record
    ? accept(recordAnswer(record, await viewerOf(context, person)))
    : refuse([fault({ code: 'record.missing', id })]);
}
