import { expect, test } from 'vitest';
import { packRequest, packResponse, unpackRequest, unpackResponse } from './requestMessage.ts';

async function throughTheWorker(request: Request): Promise<Request> {
  return unpackRequest(structuredClone(await packRequest(request)));
}

test('A request arrives with its method, address, headers and body', async () => {
  const headers = { 'content-type': 'application/json', 'idempotency-key': 'k-1', 'if-match': '"3"' };
  const sent = new Request('http://shop/api/records/1?a=%20b', {
    method: 'PUT',
    headers,
    body: '{"name":"Ähre 😀"}',
  });
  const arrived = await throughTheWorker(sent);
  expect([arrived.method, arrived.url]).toEqual(['PUT', 'http://shop/api/records/1?a=%20b']);
  expect(Object.fromEntries(arrived.headers)).toEqual(headers);
  expect(await arrived.json()).toEqual({ name: 'Ähre 😀' });
});

test('A file of any bytes arrives byte by byte, with its name', async () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, value) => value);
  const form = new FormData();
  form.append('records', new File([bytes], 'stück.csv'));
  form.append('takeSoldOut', 'no');
  const arrived = await (
    await throughTheWorker(new Request('http://shop/api/imports', { method: 'POST', body: form }))
  ).formData();
  const file = arrived.get('records');
  expect(file).toBeInstanceOf(File);
  if (!(file instanceof File)) return;
  expect(file.name).toBe('stück.csv');
  expect(new Uint8Array(await file.arrayBuffer())).toEqual(bytes);
  expect(arrived.get('takeSoldOut')).toBe('no');
});

test('A request without a body stays without one, which GET requires', async () => {
  const arrived = await throughTheWorker(new Request('http://shop/api/records'));
  expect(arrived.body).toBeNull();
});

test.each([200, 201, 204, 412, 500])(
  'An answer with status %i comes back with its status, headers and body',
  async (status) => {
    const text = status === 204 ? null : '{"code":"x"}';
    const sent = new Response(text, {
      status,
      headers: { etag: '"7"', 'content-type': 'application/problem+json' },
    });
    const arrived = unpackResponse(structuredClone(await packResponse(sent)));
    expect(arrived.status).toBe(status);
    expect(Object.fromEntries(arrived.headers)).toEqual({
      etag: '"7"',
      'content-type': 'application/problem+json',
    });
    expect(await arrived.text()).toBe(text ?? '');
  },
);
