import { z } from 'zod';
import { PERMISSIONS, ROLES } from '#domain/access.ts';
import { defineRead } from './defineOperation.ts';
import { currency } from './shapes.ts';

export const getHealth = defineRead({
  operationId: 'getHealth',
  path: '/api/health',
  summary: 'Is it up, which version, on which database',
  tag: 'system',
  answer: z.strictObject({
    status: z.literal('ok'),
    version: z.string(),
    database: z.enum(['sqlite', 'postgresql']),
  }),
  needs: null,
});

export const session = z.strictObject({
  person: z.strictObject({ id: z.string(), name: z.string(), role: z.enum(ROLES) }),
  may: z.array(z.enum(PERMISSIONS)),
  workspace: z.strictObject({
    currency,
    isCurrencyFixed: z.boolean().meta({ description: 'True once money is booked.' }),
  }),
  defaultView: z
    .strictObject({ id: z.string(), search: z.string() })
    .nullable()
    .meta({ description: 'The saved view that the inventory opens with.' }),
});

export const getSession = defineRead({
  operationId: 'getSession',
  path: '/api/session',
  summary: 'Who am I, what may I, in which workspace',
  tag: 'system',
  answer: session,
  needs: null,
});

export const verifyStock = defineRead({
  operationId: 'verifyStock',
  path: '/api/verification',
  summary: 'Replay every record from nothing, add up every entry and carry, and compare with what is stored',
  tag: 'system',
  answer: z.strictObject({
    records: z.number().int(),
    lines: z.number().int(),
    storedHash: z.string(),
    replayedHash: z.string(),
    differences: z
      .array(
        z.strictObject({
          recordId: z.string(),
          recordName: z.string(),
          what: z.enum(['quantity', 'running-quantity', 'totals', 'figures', 'codes', 'history']),
          stored: z.string(),
          replayed: z.string(),
        }),
      )
      .meta({ description: 'The first hundred.' }),
  }),
  needs: 'workspace.manage',
  refusals: ['forbidden'],
});
