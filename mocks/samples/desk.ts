import type { AnswerOf, BodyInput, Operation, ParamsOf } from '#contract/operation.ts';
import { listRecords } from '#contract/records.ts';
import type { Person } from '#domain/access.ts';
import type { Instant } from '#domain/day.ts';

/** Somebody at the desk of the sample shop: asks the application what any browser may ask, at a moment of the sample's own. */
export interface Desk {
  /** From now on it is this moment, and this person who asks. */
  sit(person: Person, at: Instant): void;
  ask<O extends Operation>(operation: O, input?: DeskInput<O>): Promise<AnswerOf<O>>;
  /** The id of the record that the shop knows by this reference. */
  idOf(reference: string): Promise<string>;
}

export interface DeskInput<O extends Operation> {
  params?: ParamsOf<O>;
  query?: Readonly<Record<string, string | number>>;
  body?: BodyInput<O>;
  ifMatch?: number;
}

export interface DeskGiven {
  fetch: (request: Request) => Response | Promise<Response>;
  sit: Desk['sit'];
}

/** A sample that the application refuses is a bug of the sample, so it throws. */
export function openDesk({ fetch, sit }: DeskGiven): Desk {
  const idByReference = new Map<string, string>();
  let count = 0;
  const ask: Desk['ask'] = async (operation, input = {}) => {
    count += 1;
    const response = await fetch(requestFor(operation, { input, key: `sample-${count}` }));
    const answer: unknown = await response.json();
    if (!response.ok)
      throw new Error(`The sample was refused ${operation.operationId}: ${JSON.stringify(answer)}`);
    return operation.answer.parse(answer) as AnswerOf<typeof operation>; // parsed with this operation's own schema
  };
  const idOf = async (reference: string) => {
    if (!idByReference.has(reference)) {
      const { rows } = await ask(listRecords, { query: { limit: 500 } });
      for (const row of rows) idByReference.set(row.reference, row.id);
    }
    const id = idByReference.get(reference);
    if (id === undefined) throw new Error(`The sample names ${reference}, which it has not`);
    return id;
  };
  return { sit, ask, idOf };
}

function requestFor<O extends Operation>(
  operation: O,
  { input, key }: { input: DeskInput<O>; key: string },
): Request {
  const { params = {}, query = {}, body, ifMatch } = input;
  const path = Object.entries(params).reduce(
    (text, [name, value]) => text.replace(`{${name}}`, String(value)),
    operation.path,
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) search.set(name, String(value));
  const headers = new Headers({ 'idempotency-key': key });
  if (ifMatch !== undefined) headers.set('if-match', `"${ifMatch}"`);
  if (operation.bodyType === 'json') headers.set('content-type', 'application/json');
  return new Request(`http://sample${path}?${search}`, {
    method: operation.method.toUpperCase(),
    headers,
    body: bodyOf(operation, body),
  });
}

function bodyOf({ bodyType }: Operation, body: unknown): BodyInit | null {
  if (bodyType === 'none') return null;
  if (bodyType === 'json') return JSON.stringify(body);
  const form = new FormData();
  for (const [name, part] of Object.entries(body ?? {})) {
    if (part instanceof Blob) form.append(name, part);
    else form.append(name, String(part));
  }
  return form;
}
