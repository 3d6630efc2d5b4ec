import { QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { listedRow } from '#server/testing/listedRow.ts';
import { createQueryClient } from './queryClient.ts';
import { putRecord } from './recordCache.ts';
import { neighbourOf, useRecordWindow } from './recordWindow.ts';

const fetched = vi.fn<(url: string) => Promise<Response>>();

beforeEach(() => vi.stubGlobal('fetch', fetched));
afterEach(() => fetched.mockReset());

const row = (index: number, name = `Item ${String(index)}`) => listedRow({ id: `r${String(index)}`, name });

/** A server with so many rows; a search finds three. */
function serve(total: number) {
  fetched.mockImplementation(async (url) => {
    const query = new URL(url, 'http://granary').searchParams;
    const found = query.has('q') ? 3 : total;
    const [offset, limit] = [Number(query.get('offset')), Number(query.get('limit'))];
    const length = Math.max(0, Math.min(limit, found - offset));
    const rows = Array.from({ length }, (_, place) => row(offset + place));
    return Response.json({ rows, total: found, totals: { records: found, quantity: found, codes: 0 } });
  });
}

function open(query: { q?: string } = {}) {
  const client = createQueryClient();
  const hook = renderHook((asked: { q?: string }) => useRecordWindow(asked), {
    initialProps: query,
    wrapper: ({ children }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>,
  });
  return { client, ...hook };
}

describe('the rows of a list', () => {
  test('come in windows around what is on screen', async () => {
    serve(1000);
    const { result } = open();
    expect(result.current.state).toBe('loading');
    await waitFor(() => expect(result.current.state).toBe('ready'));
    expect([result.current.total, result.current.rowAt(0)?.id, result.current.rowAt(700)]).toEqual([
      1000,
      'r0',
      undefined,
    ]);
    act(() => result.current.loadWindow(690, 720));
    await waitFor(() => expect(result.current.rowAt(700)?.id).toBe('r700'));
    expect(fetched).toHaveBeenCalledTimes(2);
  });

  test('are told when they come or change, and the page is not drawn anew for it', async () => {
    serve(1000);
    const { result, client } = open();
    await waitFor(() => expect(result.current.state).toBe('ready'));
    const drawn = result.current;
    const onRows = vi.fn<() => void>();
    const stop = result.current.watchRows?.(onRows);
    act(() => result.current.loadWindow(690, 720));
    await waitFor(() => expect(result.current.rowAt(700)?.id).toBe('r700'));
    expect(onRows).toHaveBeenCalledTimes(1);
    act(() => putRecord(client, row(700, 'Another name')));
    expect([result.current.rowAt(700)?.name, onRows.mock.calls.length]).toEqual(['Another name', 2]);
    stop?.();
    act(() => putRecord(client, row(701, 'And another')));
    expect([result.current.rowAt(701)?.name, onRows.mock.calls.length]).toEqual(['And another', 2]);
    expect(result.current).toBe(drawn);
  });

  test('stay while a changed search loads', async () => {
    serve(1000);
    const { result, rerender } = open();
    await waitFor(() => expect(result.current.state).toBe('ready'));
    rerender({ q: 'ski' });
    expect([result.current.state, result.current.total]).toEqual(['waiting', 1000]);
    await waitFor(() => expect(result.current.state).toBe('ready'));
    expect(result.current.total).toBe(3);
  });

  test('keep their place and identity when one of them is edited', async () => {
    serve(10);
    const { result, client } = open();
    await waitFor(() => expect(result.current.state).toBe('ready'));
    const before = [0, 1, 2].map((index) => result.current.rowAt(index));
    act(() => putRecord(client, row(1, 'Another name that sorts elsewhere')));
    await waitFor(() => expect(result.current.rowAt(1)?.name).toBe('Another name that sorts elsewhere'));
    const after = [0, 1, 2].map((index) => result.current.rowAt(index));
    expect(after.map((item, index) => item === before[index])).toEqual([true, false, true]);
  });

  test('are said to have failed when no answer comes, and come on the next try', async () => {
    fetched.mockResolvedValue(new Response('', { status: 500 }));
    const { result } = open();
    await waitFor(() => expect(result.current.state).toBe('failed'));
    serve(5);
    act(() => result.current.refresh());
    await waitFor(() => expect(result.current.state).toBe('ready'));
  });

  test('that are read for a block come although they are scrolled out of sight meanwhile', async () => {
    serve(1000);
    const { result } = open();
    await waitFor(() => expect(result.current.state).toBe('ready'));
    const answers: (() => void)[] = [];
    const server = fetched.getMockImplementation();
    fetched.mockImplementation((url) => {
      const held = Promise.withResolvers<Response>();
      answers.push(() => held.resolve(server?.(url) ?? Response.error()));
      return held.promise;
    });
    act(() => result.current.loadWindow(900, 920));
    const reading = result.current.loadRows(900, 920);
    act(() => result.current.loadWindow(0, 20));
    await waitFor(() => expect(answers.length).toBeGreaterThan(1));
    for (const answer of answers) answer();
    await reading;
    expect(result.current.rowAt(900)?.id).toBe('r900');
  });

  test('have neighbours across the end of a window, and none beyond the ends', async () => {
    serve(250);
    const { result, client } = open();
    await waitFor(() => expect(result.current.state).toBe('ready'));
    const walk = (id: string, step: 1 | -1) => neighbourOf(client, {}, { id, step });
    expect((await walk('r199', 1))?.row.id).toBe('r200');
    expect(await walk('r0', -1)).toBe(null);
    expect(await walk('r249', 1)).toBe(null);
  });
});
