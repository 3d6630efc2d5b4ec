import { useQuery } from '@tanstack/react-query';
import {
  type ImportReport,
  checkImport,
  commitImport,
  discardImport,
  getFailedLines,
  getImport,
} from '#contract/imports.ts';
import type { AnswerOf, BodyInput } from '#contract/operation.ts';
import { call, callUrl } from './call.ts';
import { useWrite } from './intent.ts';
import type { ProblemError } from './problemError.ts';
import { recordKeys } from './recordCache.ts';
import { sessionQuery } from './session.ts';

const importKey = (id: string) => ['import', id] as const;

/** A checked or committed import; kept by the server, so that a reload shows it again. */
export function useImport(id: string) {
  return useQuery<ImportReport, ProblemError>({
    queryKey: importKey(id),
    queryFn: ({ signal }) => call(getImport, { params: { id }, signal }),
  });
}

/** Sends the files to be checked; nothing is written yet. */
export function useCheckImport() {
  return useWrite<BodyInput<typeof checkImport>, ImportReport>({
    send: (body, key) => call(checkImport, { body, idempotencyKey: key }),
    settled: (client, report) => client.setQueryData(importKey(report.id), report),
  });
}

/** Writes the import. Everything that was read before is older than it. */
export function useCommitImport(id: string) {
  return useWrite<BodyInput<typeof commitImport>, ImportReport>({
    send: (body, key) => call(commitImport, { params: { id }, body, idempotencyKey: key }),
    refused: (client) => void client.invalidateQueries({ queryKey: importKey(id) }),
    settled: (client, report) => {
      client.setQueryData(importKey(id), report);
      client.removeQueries({ queryKey: recordKeys.all });
      client.removeQueries({ queryKey: ['record'] });
      void client.invalidateQueries({ queryKey: recordKeys.labels });
      // The first money fixes the workspace's currency.
      void client.invalidateQueries({ queryKey: sessionQuery.queryKey });
    },
  });
}

/** Forgets a checked import. */
export function useDiscardImport(id: string) {
  return useWrite<null, AnswerOf<typeof discardImport>>({
    send: (_, key) => call(discardImport, { params: { id }, idempotencyKey: key }),
    settled: (client) => client.removeQueries({ queryKey: importKey(id) }),
  });
}

/** Where the browser downloads the failed lines of one file. */
export function failedLinesUrl(id: string, file: 'records' | 'ledger'): string {
  return callUrl(getFailedLines, { params: { id }, query: { file } });
}
