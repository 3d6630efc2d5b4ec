/** What tests of conversions ask of the application, in one line each. */
import { type AnswerBody, type TestRecord, first } from './answerBody.ts';
import type { Answer, TestApp } from './testApp.ts';

export const eur = (amount: number) => ({ amount, currency: 'EUR' });

export async function create(app: TestApp, body: object): Promise<string> {
  return first((await app.ask('POST', '/api/records', { body })).body.ids);
}

export async function read(app: TestApp, id: string): Promise<AnswerBody> {
  return (await app.ask('GET', `/api/records/${id}`)).body;
}

/** A record as a conversion names it. */
export async function seen(app: TestApp, id: string): Promise<{ id: string; version: number }> {
  return { id, version: (await read(app, id)).version };
}

export async function convert(app: TestApp, body: object, query = ''): Promise<Answer> {
  return app.ask('POST', `/api/conversions${query}`, { body });
}

export async function post(
  app: TestApp,
  id: string,
  { kind, amount }: { kind: string; amount: number },
): Promise<Answer> {
  const body = { kind, amount: eur(amount), occurredOn: '2026-11-20' };
  return app.ask('POST', `/api/records/${id}/entries`, { body });
}

/** What a person can see of the stock: versions and moments of change are not part of it. */
export function stateOf({ version: _version, changedAt: _changedAt, ...state }: TestRecord): object {
  return state;
}
