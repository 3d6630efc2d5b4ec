import { renderHook } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import type { GridSession } from './session.ts';
import { useToldWindow } from './useToldWindow.ts';

const told: [number, number][] = [];

/** All that the hook reads of a session. */
function sessionAt(first: number): GridSession<unknown> {
  const viewport = { rows: { first, last: first + 20 } };
  const props = { onWindow: (from: number, to: number) => told.push([from, to]) };
  return { viewport, props } as unknown as GridSession<unknown>;
}

function showRows() {
  const hook = renderHook(({ session }) => useToldWindow(session), {
    initialProps: { session: sessionAt(0) },
  });
  return (first: number) => hook.rerender({ session: sessionAt(first) });
}

beforeEach(() => {
  told.length = 0;
  vi.useFakeTimers();
});

it('tells the first rows, and those beside them, at once', () => {
  const show = showRows();
  show(5);
  show(15);
  expect(told).toEqual([
    [0, 20],
    [5, 25],
    [15, 35],
  ]);
});

it('tells some of the rows that a dragged bar passes, and those on which it rests', () => {
  const show = showRows();
  vi.advanceTimersByTime(1000);
  for (let frame = 1; frame <= 30; frame += 1) {
    show(frame * 1000);
    vi.advanceTimersByTime(10);
  }
  expect(told.length).toBeLessThan(8);
  vi.advanceTimersByTime(80);
  expect(told.at(-1)).toEqual([30_000, 30_020]);
});
