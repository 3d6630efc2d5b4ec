import type { Problem } from '#contract/problem.ts';
import { REFUSALS, type RefusalCode } from '#contract/refusals.ts';
import type { Person } from '#domain/access.ts';
import type { Fault } from '#domain/refusal.ts';
import { findRecord } from '#server/store/records.ts';
import type { ReadHandle } from '#server/store/store.ts';
import { detailOf } from './problemDetail.ts';
import { recordAnswer } from './recordAnswer.ts';
import { findCurrency } from '#server/store/workspace.ts';

export interface ProblemGiven {
  code: RefusalCode | 'fault';
  errors?: Problem['errors'];
  [fact: string]: unknown;
}

/** The one place where a refusal becomes HTTP: RFC 9457 with our code and the facts beside it. */
export function problemResponse(given: ProblemGiven): Response {
  const { status, title } = given.code === 'fault' ? FAULT : REFUSALS[given.code];
  const { errors, ...facts } = given;
  const body = {
    type: `/api/docs#${given.code}`,
    title,
    status,
    detail: detailOf(given.code, facts),
    ...facts,
    ...(errors && errors.length > 0 ? { errors } : {}),
  } satisfies Problem;
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/problem+json' },
  });
}

const FAULT = { status: 500, title: 'Granary failed' };

/**
 * The faults of a use case as one problem: the first decides the status, all are listed with the field they concern.
 * A stale version carries the record as it is now, with what this person may see of it.
 */
export async function faultsResponse(
  database: ReadHandle,
  { faults, person }: { faults: readonly Fault[]; person: Person },
): Promise<Response> {
  const [first] = faults;
  if (!first) throw new Error('A refusal has at least one fault');
  const errors = faults
    .filter(({ pointer }) => pointer !== '')
    .slice(0, MAX_LISTED)
    .map(({ pointer, refusal: { code, ...facts } }) => ({
      pointer,
      ...facts,
      code,
      detail: detailOf(code, facts),
    }));
  const current =
    first.refusal.code === 'version.stale'
      ? await currentRecord(database, { id: first.refusal.recordId, person })
      : {};
  return problemResponse({
    ...first.refusal,
    ...current,
    ...(first.pointer ? { pointer: first.pointer } : {}),
    errors,
  });
}

/** Ten thousand bad rows are not all told in one answer. */
const MAX_LISTED = 1000;

async function currentRecord(database: ReadHandle, { id, person }: { id: string; person: Person }) {
  const record = await findRecord(database, id);
  const currency = await findCurrency(database);
  return record ? { current: recordAnswer(record, { person, currency }) } : {};
}
