import type { Hono } from 'hono';
import { findCode, replaceCodes } from '#contract/codes.ts';
import { fault } from '#domain/refusal.ts';
import { accept, refuse } from '#domain/result.ts';
import { checkCode } from '#domain/stockCode.ts';
import { findCodeOwners } from '#server/store/codes.ts';
import { replaceCodes as replace } from '#server/usecases/replaceCodes.ts';
import type { AppContext } from './createApp.ts';
import { recordAnswer, viewerOf } from './recordAnswer.ts';
import { answerRecord } from './records.ts';
import { serve } from './route.ts';

export function codeRoutes(app: Hono, context: AppContext): void {
  serve(app, context, {
    operation: findCode,
    handler: async ({ params, person }) => {
      const code = checkCode(params.code);
      const keys = code.ok ? [code.value.key] : [];
      const [owner] = (await findCodeOwners(context.store.read, keys)).values();
      if (!owner) return refuse([fault({ code: 'code.missing', given: params.code })]);
      const record = await answerRecord(context, { id: owner.recordId, person });
      if (!record.ok) return record;
      const state = owner.isAttached ? 'attached' : 'detached';
      return accept({ code: owner.code.text, state, record: record.value });
    },
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
