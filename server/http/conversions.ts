import type { Hono } from 'hono';
import {
  type ConversionPlanRow,
  convertRecords,
  getLineage,
  listActivity,
  redoOperation,
  undoOperation,
} from '#contract/conversions.ts';
import { type Person, isAllowed } from '#domain/access.ts';
import type { PlanTarget } from '#domain/conversion.ts';
import { fault } from '#domain/refusal.ts';
import { accept, invariant, refuse } from '#domain/result.ts';
import { type LineageNode, type LineageSide, listLineage } from '#server/store/lineage.ts';
import { listOperations } from '#server/store/operations.ts';
import { findRecord } from '#server/store/records.ts';
import { findCurrency } from '#server/store/workspace.ts';
import { type PlannedConversion, convert, previewConversion } from '#server/usecases/convert.ts';
import type { Outcome } from '#server/usecases/context.ts';
import { type Undone, redoOperation as redo, undoOperation as undo } from '#server/usecases/undoOperation.ts';
import type { AppContext } from './createApp.ts';
import { operationAnswer } from './operationAnswer.ts';
import { recordAnswers } from './recordAnswer.ts';
import { serve } from './route.ts';

/** A drawer shows the nearest; of ten thousand children nobody reads all. */
const MAX_NODES = 200;
const MAX_GENERATIONS = 8;
const MAX_PLANNED = 500;

export function conversionRoutes(app: Hono, context: AppContext): void {
  const database = context.store.read;
  serve(app, context, {
    operation: convertRecords,
    handler: async ({ query, body: command, write }) => {
      if (query.preview === 'true') {
        const planned = await previewConversion(database, command);
        if (!planned.ok) return planned;
        const plan = planAnswer(planned.value, await findCurrency(database));
        return accept({ operationId: null, made: [], changed: [], plan });
      }
      const done = await convert(context, { ...write, command });
      return done.ok ? accept({ ...done.value, plan: null }) : done;
    },
  });
  serve(app, context, {
    operation: getLineage,
    handler: async ({ params: { id: recordId }, person }) => {
      if (!(await findRecord(database, recordId)))
        return refuse([fault({ code: 'record.missing', id: recordId })]);
      const currency = isAllowed(person.role, 'money.see') ? await findCurrency(database) : null;
      const side = async (which: LineageSide) => {
        const asked = { recordId, side: which, generations: MAX_GENERATIONS, limit: MAX_NODES };
        const { nodes, total } = await listLineage(database, asked);
        return { nodes: nodes.map((node) => nodeAnswer(node, currency)), total };
      };
      return accept({ parents: await side('parents'), children: await side('children') });
    },
  });
  serve(app, context, {
    operation: listActivity,
    handler: async ({ query: { type, offset, limit } }) => {
      const { rows, total } = await listOperations(database, {
        ...(type ? { types: [type] } : {}),
        offset,
        limit,
      });
      return accept({ rows: rows.map(operationAnswer), total });
    },
  });
  serve(app, context, {
    operation: undoOperation,
    handler: async ({ params, write, person }) =>
      turned(context, { outcome: await undo(context, { ...write, ...params }), person }),
  });
  serve(app, context, {
    operation: redoOperation,
    handler: async ({ params, write, person }) =>
      turned(context, { outcome: await redo(context, { ...write, ...params }), person }),
  });
}

/** What was taken back or done again, with the records that there are now. */
async function turned(
  context: AppContext,
  { outcome, person }: { outcome: Outcome<Undone>; person: Person },
) {
  if (!outcome.ok) return outcome;
  const { operationId, recordIds, standingIds: ids = [] } = outcome.value;
  return accept({ operationId, recordIds, records: await recordAnswers(context, { ids, person }) });
}

function planAnswer({ plan, records }: PlannedConversion, currency: string): ConversionPlanRow {
  const carried = (is: (target: PlanTarget) => boolean) =>
    plan.carries
      .filter(({ target }) => is(target))
      .map(({ kind, amount }) => ({ kind, amount: { amount, currency } }));
  const codesById = new Map(plan.codes.map(({ id, codes }) => [id, codes]));
  const changed = plan.quantities.map(({ id, from, to }) => {
    const record = records.get(id);
    invariant(record !== undefined, 'a plan is about the records it was made from');
    const codes = (codesById.get(id) ?? record.codes).map(({ text }) => text);
    const own = carried((target) => 'id' in target && target.id === id);
    return { id, name: record.name, quantityBefore: from, quantity: to, codes, carried: own };
  });
  const carriesByMade = Map.groupBy(plan.carries, ({ target }) => ('made' in target ? target.made : -1));
  const made = plan.makes.slice(0, MAX_PLANNED).map(({ like, quantity, codes }, index) => ({
    id: null,
    name: records.get(like)?.name ?? '',
    quantityBefore: null,
    quantity,
    codes: codes.map(({ text }) => text),
    carried: (carriesByMade.get(index) ?? []).map(({ kind, amount }) => ({
      kind,
      amount: { amount, currency },
    })),
  }));
  return { type: plan.type, made: plan.makes.length, records: [...changed, ...made].slice(0, MAX_PLANNED) };
}

/** Without a currency: for somebody who may not see money. */
function nodeAnswer({ operationType, carried, ...node }: LineageNode, currency: string | null) {
  const money =
    currency === null ? null : carried.map(({ kind, amount }) => ({ kind, amount: { amount, currency } }));
  return { ...node, type: operationType, ...(money ? { carried: money } : {}) };
}
