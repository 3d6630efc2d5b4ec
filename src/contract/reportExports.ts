import { z } from 'zod';
import { defineRead } from './defineOperation.ts';
import { reportScope } from './profitability.ts';

export const exportReport = defineRead({
  operationId: 'exportReport',
  path: '/api/export/report',
  summary: 'Every line of a report with its totals, as a file for a spreadsheet',
  tag: 'exports',
  query: reportScope.safeExtend({ format: z.enum(['csv', 'xlsx']).default('csv') }),
  answer: z.unknown(),
  answerType: 'file',
  needs: 'money.export',
  refusals: ['request.invalid', 'forbidden', 'export.too-many'],
});

export const exportJournal = defineRead({
  operationId: 'exportJournal',
  path: '/api/export/journal',
  summary: 'The whole ledger as a plain-text double-entry journal that ledger and hledger read',
  tag: 'exports',
  answer: z.unknown(),
  answerType: 'file',
  needs: 'money.export',
  refusals: ['forbidden'],
});
