import type { Hono } from 'hono';
import { adjustQuantity, createRecords, describeRecord, getRecord, listRecords } from '#contract/records.ts';
import { listRecordGroups } from '#contract/recordGroups.ts';
import { type Person, whyForbidden } from '#domain/access.ts';
import { fault } from '#domain/refusal.ts';
import { accept, refuse } from '#domain/result.ts';
import { countGroups, listGroups } from '#server/store/recordGroups.ts';
import { listRecords as listStored, totalRecords } from '#server/store/recordList.ts';
import { createRecords as create } from '#server/usecases/createRecords.ts';
import { describeRecord as describe } from '#server/usecases/describeRecord.ts';
import { editQuantity } from '#server/usecases/editQuantity.ts';
import { findCurrency } from '#server/store/workspace.ts';
import { findRecord } from '#server/store/records.ts';
import type { AppContext } from './createApp.ts';
import { recordAnswer, totalsAnswer, viewerOf } from './recordAnswer.ts';
import { asksAboutMoney, filterOf, sortOf } from './recordQuery.ts';
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
      const forbidden = asksAboutMoney(query) ? whyForbidden(person.role, 'money.see') : null;
      if (forbidden) return refuse([fault(forbidden)]);
      const { offset, limit } = query;
      const [rows, sums, currency] = await Promise.all([
        listStored(database, { filter, sort, offset, limit }),
        totalRecords(database, filter),
        findCurrency(database),
      ]);
      return accept({
        rows: rows.map((row) => recordAnswer(row, { person, currency })),
        total: sums.records,
        totals: totalsAnswer(sums, { person, currency }),
      });
    },
  });
  // Before the record with an id, or `groups` would be taken for one.
  serve(app, context, {
    operation: listRecordGroups,
    handler: async ({ query, person }) => {
      const forbidden = asksAboutMoney(query) ? whyForbidden(person.role, 'money.see') : null;
      if (forbidden) return refuse([fault(forbidden)]);
      const { by, offset, limit } = query;
      const filter = filterOf(query);
      const [groups, total, sums, currency] = await Promise.all([
        listGroups(database, { filter, by, sort: sortOf(query.sort), offset, limit }),
        countGroups(database, { filter, by }),
        totalRecords(database, filter),
        findCurrency(database),
      ]);
      const viewer = { person, currency };
      const rows = groups.map(({ label, serialized, bulk, only, ...group }) => ({
        label,
        serialized,
        bulk,
        ...totalsAnswer(group, viewer),
        only: only && recordAnswer(only, viewer),
      }));
      return accept({ rows, total, totals: totalsAnswer(sums, viewer) });
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
