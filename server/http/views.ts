import type { Hono } from 'hono';
import { changeView, listViews, removeView, saveView } from '#contract/views.ts';
import { accept } from '#domain/result.ts';
import {
  changeView as change,
  readViews,
  removeView as remove,
  saveView as save,
} from '#server/usecases/savedViews.ts';
import type { AppContext } from './createApp.ts';
import { serve } from './route.ts';

export function viewRoutes(app: Hono, context: AppContext): void {
  serve(app, context, {
    operation: listViews,
    handler: async ({ person }) => accept({ rows: await readViews(context.store.read, person) }),
  });
  serve(app, context, {
    operation: saveView,
    handler: ({ body, write }) => save(context, { ...write, view: body }),
  });
  serve(app, context, {
    operation: changeView,
    handler: ({ params, body, write }) => change(context, { ...write, viewId: params.id, change: body }),
  });
  serve(app, context, {
    operation: removeView,
    handler: ({ params, write }) => remove(context, { ...write, viewId: params.id }),
  });
}
