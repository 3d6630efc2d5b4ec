import { z } from 'zod';
import { defineRead, defineWrite } from './defineOperation.ts';
import { GROUP_FIELDS } from './recordGroups.ts';
import { id, instant, queryText, repeated } from './shapes.ts';

/** How a table looks over its list: part of its address and of a saved view. */
export const tableLook = z.strictObject({
  columns: z
    .string()
    .regex(/^[a-z]+(?::\d{1,4})?(?:,[a-z]+(?::\d{1,4})?){0,30}$/)
    .optional()
    .meta({ description: 'Columns from left to right, each with its width if it has one of its own.' }),
  frozen: z.coerce.number().int().min(0).max(30).optional(),
  group: z.enum(GROUP_FIELDS).optional(),
  open: repeated(queryText).meta({ description: 'The groups whose records are shown.' }),
  view: id.optional(),
});
export type TableLook = z.output<typeof tableLook>;

/** The search part of the table's address: filter, order, group and columns. */
const viewSearch = z.string().max(4000).meta({
  description: 'As in the address of the table, without `?`.',
  example: 'tracking=bulk&sort=-profit',
});

const savedView = z
  .strictObject({
    id,
    name: z.string(),
    search: z.string(),
    isShared: z.boolean(),
    isDefault: z.boolean().meta({ description: 'Does the inventory of whoever asks open with it?' }),
    isMine: z.boolean(),
    ownerName: z.string(),
    changedAt: instant,
  })
  .meta({ id: 'SavedView' });
export type SavedView = z.output<typeof savedView>;

const answer = z.strictObject({ view: savedView });
const viewPath = z.strictObject({ id });

export const listViews = defineRead({
  operationId: 'listViews',
  path: '/api/views',
  summary: 'The saved views of whoever asks, and those that others share',
  tag: 'views',
  answer: z.strictObject({ rows: z.array(savedView) }),
});

export const saveView = defineWrite({
  operationId: 'saveView',
  method: 'post',
  path: '/api/views',
  summary: 'Keep the table as it is shown under a name',
  tag: 'views',
  needs: 'records.see',
  body: z.strictObject({
    name: z.string(),
    search: viewSearch,
    isShared: z.boolean().default(false),
    isDefault: z.boolean().default(false),
  }),
  answer,
  status: 201,
  refusals: ['text.empty', 'text.too-long', 'text.control-character', 'text.broken', 'view.too-many'],
  example: { name: 'Losing money', search: 'profit=lt%3A0&sort=profit', isShared: true },
});

export const changeView = defineWrite({
  operationId: 'changeView',
  method: 'patch',
  path: '/api/views/{id}',
  summary: 'Rename or share a view, keep another table in it, or open with it',
  tag: 'views',
  needs: 'records.see',
  params: viewPath,
  body: z.strictObject({
    name: z.string().optional(),
    search: viewSearch.optional(),
    isShared: z.boolean().optional(),
    isDefault: z.boolean().optional().meta({ description: 'Everybody may open with a view they can see.' }),
  }),
  answer,
  refusals: [
    'view.missing',
    'view.not-yours',
    'text.empty',
    'text.too-long',
    'text.control-character',
    'text.broken',
  ],
  example: { isShared: true },
});

export const removeView = defineWrite({
  operationId: 'removeView',
  method: 'delete',
  path: '/api/views/{id}',
  summary: 'Remove a saved view',
  tag: 'views',
  needs: 'records.see',
  params: viewPath,
  answer: z.strictObject({ id }),
  refusals: ['view.missing', 'view.not-yours'],
});
