import type { Hono } from 'hono';
import { findCode, listCodes, replaceCodes } from '#contract/codes.ts';
import type { Person } from '#domain/access.ts';
import { fault } from '#domain/refusal.ts';
import { accept, refuse } from '#domain/result.ts';
import { checkCode } from '#domain/stockCode.ts';
import { findCodeOwners } from '#server/store/codes.ts';
import { findRecordsWithCodes } from '#server/store/records.ts';
import { replaceCodes as replace } from '#server/usecases/replaceCodes.ts';
import type { AppContext } from './createApp.ts';
import { recordAnswer, viewerOf } from './recordAnswer.ts';
import { serve } from './route.ts';

export function codeRoutes(app: Hono, context: AppContext): void {
  serve(app, context, {
    operation: findCode,
    handler: async ({ params, person }) => {
      const [place] = await placesOf(context, { codes: [params.code], person });
      return place ? accept(place) : refuse([fault({ code: 'code.missing', given: params.code })]);
    },
  });
  serve(app, context, {
    operation: listCodes,
    handler: async ({ query: { code = [] }, person }) =>
      accept({ rows: await placesOf(context, { codes: code, person }) }),
  });
  serve(app, context, {
    operation: replaceCodes,
    handler: async ({ params, body: { codes, moveFrom = [] }, write, seenVersion, person }) => {
      const replaced = await replace(context, {
        ...write,
        recordId: params.id,
        seenVersion,
        codes,
        moveFrom,
      });
      if (!replaced.ok) return replaced;
      const record = recordAnswer(replaced.value.record, await viewerOf(context, person));
      return accept({ ...replaced.value, record });
    },
  });
}

/** Where each of these codes leads, or last led; codes that nobody ever had are left out. */
async function placesOf(
  context: AppContext,
  { codes, person }: { codes: readonly string[]; person: Person },
) {
  const keys = codes.map(checkCode).flatMap((code) => (code.ok ? [code.value.key] : []));
  const owners = [...(await findCodeOwners(context.store.read, keys)).values()];
  const records = await findRecordsWithCodes(context.store.read, [
    ...new Set(owners.map(({ recordId }) => recordId)),
  ]);
  const viewer = await viewerOf(context, person);
  return owners.flatMap(({ code, recordId, isAttached }) => {
    const record = records.get(recordId);
    const state = isAttached ? ('attached' as const) : ('detached' as const);
    return record ? [{ code: code.text, state, record: recordAnswer(record, viewer) }] : [];
  });
}
