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
});

export const getSession = defineRead({
  operationId: 'getSession',
  path: '/api/session',
  summary: 'Who am I, what may I, in which workspace',
  tag: 'system',
  answer: session,
  needs: null,
});
