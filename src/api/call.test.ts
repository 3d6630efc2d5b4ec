import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { checkImport, getFailedLines } from '#contract/imports.ts';
import { describeRecord, listRecords } from '#contract/records.ts';
import { getSession } from '#contract/system.ts';
import { call, callUrl } from './call.ts';
import { ProblemError } from './problemError.ts';

const fetched = vi.fn<typeof fetch>();

beforeEach(() => vi.stubGlobal('fetch', fetched));
afterEach(() => fetched.mockReset());

const SESSION = {
  person: { id: 'p1', name: 'Ada', role: 'manager' },
  may: ['records.see'],
  workspace: { currency: 'EUR', isCurrencyFixed: false },
  defaultView: null,
};

function answers(body: unknown, init: ResponseInit = {}) {
  fetched.mockResolvedValueOnce(new Response(JSON.stringify(body), init));
}

async function problemFrom(promise: Promise<unknown>): Promise<ProblemError> {
  const thrown: unknown = await promise.then(
    () => null,
    (fault: unknown) => fault,
  );
  if (thrown instanceof ProblemError) return thrown;
  throw new Error('A problem was expected', { cause: thrown });
}

function sent(): { init: RequestInit; headers: Headers } {
  const init = fetched.mock.lastCall?.[1] ?? {};
  return { init, headers: new Headers(init.headers) };
}

describe('the address of a call', () => {
  test('names its parameters, and repeats those of which there are several', () => {
    const query = { q: 'ski & pole', tracking: ['bulk', 'closed'], sort: undefined };
    expect(callUrl(listRecords, { query })).toBe('/api/records?q=ski+%26+pole&tracking=bulk&tracking=closed');
  });

  test('keeps a parameter of the path one part of the path', () => {
    const url = callUrl(getFailedLines, { params: { id: 'a/b' }, query: { file: 'ledger' } });
    expect(url).toBe('/api/imports/a%2Fb/failed?file=ledger');
  });
});

describe('a call', () => {
  test('answers what the contract promises', async () => {
    answers(SESSION);
    expect(await call(getSession)).toEqual(SESSION);
  });

  test('is a problem when the answer is not what the contract promises', async () => {
    answers({ ...SESSION, may: ['everything'] });
    expect((await problemFrom(call(getSession))).code).toBe('answer.unexpected');
  });

  test('names the version that was seen and the key of the intent', async () => {
    answers({}, { status: 500 });
    const given = { params: { id: 'r1' }, body: { name: 'Pole' }, ifMatch: 7, idempotencyKey: 'k1' };
    await problemFrom(call(describeRecord, given));
    const { init, headers } = sent();
    expect(init.method).toBe('PATCH');
    expect([headers.get('if-match'), headers.get('idempotency-key')]).toEqual(['"7"', 'k1']);
  });

  test('sends files as a form and lets the browser set the boundary', async () => {
    answers({}, { status: 500 });
    const records = new File(['name\nPole'], 'records.csv');
    await problemFrom(call(checkImport, { body: { records, takeSoldOut: 'yes' } }));
    const { init, headers } = sent();
    expect(headers.has('content-type')).toBe(false);
    expect(init.body instanceof FormData && init.body.get('takeSoldOut')).toBe('yes');
  });

  test('throws a refusal with its code, facts and fields', async () => {
    const errors = [{ pointer: '/name', code: 'text.empty', detail: 'Empty' }];
    const body = {
      type: 'x',
      title: 'x',
      status: 422,
      detail: 'Empty',
      code: 'text.empty',
      max: 500,
      errors,
    };
    answers(body, { status: 422 });
    const problem = await problemFrom(call(getSession));
    expect(problem).toMatchObject({ code: 'text.empty', status: 422, facts: { max: 500 }, errors });
  });

  test('throws a fault when something before the server answers in its own words', async () => {
    fetched.mockResolvedValueOnce(new Response('<h1>Bad gateway</h1>', { status: 502 }));
    expect(await problemFrom(call(getSession))).toMatchObject({ code: 'server.fault', status: 502 });
  });

  test('says that the network is the reason when no answer comes', async () => {
    fetched.mockRejectedValueOnce(new TypeError('Failed to fetch'));
    expect((await problemFrom(call(getSession))).code).toBe('network.unreachable');
  });

  test('throws the abort itself when the caller has given up', async () => {
    const abort = new AbortController();
    abort.abort();
    fetched.mockRejectedValueOnce(new DOMException('aborted', 'AbortError'));
    await expect(call(getSession, { signal: abort.signal })).rejects.toThrow('aborted');
  });
});
