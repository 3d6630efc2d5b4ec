// @vitest-environment happy-dom
import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { BlockEdit } from './column.ts';
import { enter, focused, type Part, Parts, partStore, press, startAt } from './partsGrid.tsx';

const part = (id: number): Part => ({ id, name: `Part ${String(id)}`, quantity: id });

/** A grid of 5,000 parts of which the first 50 are there; the others come when they are asked for and let through. */
function open(props: Partial<Parameters<typeof Parts>[0]> = {}) {
  let there = 50;
  const asked: [number, number][] = [];
  const waiting: { last: number; done: PromiseWithResolvers<void> }[] = [];
  const started = vi.fn<(edit: BlockEdit<Part>, cellCount: number) => () => void>();
  const takenBack = vi.fn<() => void>();
  const edited = vi.fn<(edit: BlockEdit<Part>) => void>();
  started.mockReturnValue(takenBack);
  render(
    <Parts
      count={5000}
      rowAt={(index) => (index < there ? part(index) : undefined)}
      loadRows={(first, last) => {
        const done = Promise.withResolvers<void>();
        asked.push([first, last]);
        waiting.push({ last, done });
        return done.promise;
      }}
      onBlockStart={started}
      onBlockEdit={edited}
      {...startAt(10)}
      {...props}
    />,
  );
  enter();
  return {
    started,
    takenBack,
    edited,
    asked,
    async letThrough() {
      const next = waiting.shift();
      there = (next?.last ?? 0) + 1;
      await act(async () => next?.done.resolve());
    },
    fail: () => act(async () => waiting.shift()?.done.reject(new Error('away'))),
  };
}

function clipboard(given: Record<string, string> = {}) {
  const data = new Map(Object.entries(given));
  return {
    getData: (type: string) => data.get(type) ?? '',
    setData: (type: string, text: string) => void data.set(type, text),
  };
}

const paste = (lines: number) =>
  fireEvent.paste(focused(), {
    clipboardData: clipboard({ 'text/plain': Array.from({ length: lines }, () => '7').join('\n') }),
  });
// The block's count and sum speak before it.
const said = () => screen.getAllByRole('status').at(-1)?.textContent;
const rowsOf = ({ cells }: BlockEdit<Part>) => cells.map(({ rowIndex }) => rowIndex);

afterEach(() => partStore.clear());

describe('A block that reaches beyond the rows that are there', () => {
  it('starts with those at once, and is handed over whole when the others have been read.', async () => {
    const { started, takenBack, edited, asked, letThrough } = open();
    paste(100);
    expect(rowsOf(started.mock.calls[0]?.[0] ?? never())).toEqual(range(10, 49));
    expect(started.mock.calls[0]?.[1]).toBe(100);
    expect([asked, edited.mock.calls.length]).toEqual([[[10, 109]], 0]);
    await letThrough();
    expect(rowsOf(edited.mock.calls[0]?.[0] ?? never())).toEqual(range(10, 109));
    expect(takenBack).toHaveBeenCalledTimes(1);
    expect(screen.queryByRole('note')).toBeNull();
  });

  it('leaves the cursor where the person went meanwhile.', async () => {
    const { letThrough } = open();
    paste(100);
    press('ArrowUp');
    const before = focused();
    await letThrough();
    expect(focused()).toBe(before);
  });

  it('takes back what was shown, and says so, when the others cannot be read.', async () => {
    const { takenBack, edited, fail } = open();
    paste(100);
    await fail();
    expect(takenBack).toHaveBeenCalledTimes(1);
    expect(edited).not.toHaveBeenCalled();
    expect(said()).toContain('could not be read');
  });

  it('is cleared and filled in the same way.', async () => {
    const { started, edited, letThrough } = open();
    for (let page = 0; page < 20; page += 1) press('PageDown', { shiftKey: true });
    press('d', { ctrlKey: true });
    expect(started.mock.calls[0]?.[0].cells.length).toBeGreaterThan(30);
    await letThrough();
    expect(new Set(edited.mock.calls[0]?.[0].cells.map(({ text }) => text))).toEqual(new Set(['10']));
  });

  it('of more cells than go at once is refused before anything is read.', () => {
    const { asked } = open({ count: 200_000 });
    press('a', { ctrlKey: true });
    fireEvent.copy(focused(), { clipboardData: clipboard() });
    expect(said()).toContain('400000 cells, more than the 100000');
    expect(asked).toEqual([]);
  });
});

it('Everything is selected around the cursor, which stays in sight with the focus, also when it is cleared.', () => {
  const { asked } = open({ count: 40 });
  const before = focused();
  const row = before.closest('[role="row"]')?.getAttribute('aria-rowindex');
  press('a', { ctrlKey: true });
  expect(focused()).toBe(before);
  press('d', { ctrlKey: true });
  expect(focused().closest('[role="row"]')?.getAttribute('aria-rowindex')).toBe(row);
  expect(document.querySelectorAll('.grid-in-block').length).toBeGreaterThan(30);
  expect(asked).toEqual([]);
});

describe('A copied block that reaches beyond the rows that are there', () => {
  it('is read in parts, tells how far it is, and is on the clipboard whole.', async () => {
    const write = vi.spyOn(navigator.clipboard, 'write').mockResolvedValue();
    const { asked, letThrough } = open();
    press('a', { ctrlKey: true });
    fireEvent.copy(focused(), { clipboardData: clipboard() });
    expect(screen.getByRole('note').textContent).toBe('Reading rows: 0 of 5000…');
    await letThrough();
    expect(screen.getByRole('note').textContent).toBe('Reading rows: 2000 of 5000…');
    await letThrough();
    await letThrough();
    expect(asked).toEqual([
      [0, 1999],
      [2000, 3999],
      [4000, 4999],
    ]);
    const blob = await write.mock.calls[0]?.[0][0]?.getType('text/plain');
    const lines = (await blob?.text())?.split('\r\n') ?? [];
    expect([lines.length, lines[0], lines[4999]]).toEqual([5000, 'Part 0\t0', 'Part 4999\t4999']);
    expect(said()).toBe('Copied 10000 cells.');
  });

  it('asks for another press where the browser does not let a page write later.', async () => {
    vi.spyOn(navigator.clipboard, 'write').mockRejectedValue(new DOMException('no', 'NotAllowedError'));
    const { letThrough } = open({ count: 100 });
    press('a', { ctrlKey: true });
    fireEvent.copy(focused(), { clipboardData: clipboard() });
    await letThrough();
    expect(said()).toContain('once more');
    const data = clipboard();
    fireEvent.copy(focused(), { clipboardData: data });
    expect(data.getData('text/plain').split('\r\n')).toHaveLength(100);
  });
});

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, step) => first + step);
}

function never(): never {
  throw new Error('It was not called');
}
