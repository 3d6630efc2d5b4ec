import { type RecordRow, recordRow } from '#contract/records.ts';
import { ProblemError } from './problemError.ts';

/** The record as it stands, which a refusal for a stale version carries; null for anything else that was thrown. */
export function currentRecord(thrown: unknown): RecordRow | null {
  if (!(thrown instanceof ProblemError) || thrown.code !== 'version.stale') return null;
  const current = recordRow.safeParse(thrown.facts['current']);
  return current.success ? current.data : null;
}
