import type { Hono } from 'hono';
import { type CellProblem, editBatch } from '#contract/batch.ts';
import type { BodyOf } from '#contract/operation.ts';
import { whyForbidden } from '#domain/access.ts';
import { fault } from '#domain/refusal.ts';
import { accept, refuse } from '#domain/result.ts';
import { type Batch, type BatchAsked, editBatch as edit, previewBatch } from '#server/usecases/batch.ts';
import type { BatchProblem } from '#server/usecases/batchPlan.ts';
import type { AppContext } from './createApp.ts';
import { detailOf } from './problemDetail.ts';
import { recordAnswers } from './recordAnswer.ts';
import { asksAboutMoney, filterOf } from './recordQuery.ts';
import { serve } from './route.ts';

export function batchRoutes(app: Hono, context: AppContext): void {
  serve(app, context, {
    operation: editBatch,
    handler: async ({ query, body, write, person, signal }) => {
      const isAboutMoney =
        'filter' in body && asksAboutMoney({ ...body.filter, sort: 'name', offset: 0, limit: 1 });
      const forbidden = isAboutMoney ? whyForbidden(person.role, 'money.see') : null;
      if (forbidden) return refuse([fault(forbidden)]);
      const batch: Batch = { asked: askedOf(body), answers: body.answers, mode: body.mode };
      const done =
        query.preview === 'true'
          ? await previewBatch(context.store.read, batch)
          : await edit(context, { ...write, batch, signal });
      if (!done.ok) return done;
      const { changedIds, problems, ...answer } = done.value;
      return accept({
        ...answer,
        problems: problems.map(problemAnswer),
        records: await recordAnswers(context, { ids: changedIds, person }),
      });
    },
  });
}

function askedOf(body: BodyOf<typeof editBatch>): BatchAsked {
  if ('edits' in body)
    return { edits: body.edits.map(({ record: recordId, ...rest }) => ({ recordId, ...rest })) };
  if ('records' in body) return { recordIds: body.records, change: body.change };
  return { filter: filterOf(body.filter), change: body.change, seen: body.seen ?? null };
}

function problemAnswer({ index, recordId, recordName, field, verdict, refusal }: BatchProblem): CellProblem {
  const { code, ...facts } = refusal;
  return {
    ...facts,
    index,
    record: recordId,
    name: recordName,
    field,
    verdict,
    code,
    detail: detailOf(code, facts),
  };
}
