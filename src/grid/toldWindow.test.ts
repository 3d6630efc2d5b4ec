import { beforeEach, expect, it, vi } from 'vitest';
import { ToldWindow } from './toldWindow.ts';

let told: [number, number][] = [];
let window: ToldWindow;

beforeEach(() => {
  vi.useFakeTimers();
  told = [];
  window = new ToldWindow((first, last) => told.push([first, last]));
  show(0);
});

function show(first: number) {
  window.show({ first, last: first + 20 });
}

it('tells the first rows, and those beside them, at once', () => {
  show(5);
  show(5);
  show(15);
  expect(told).toEqual([
    [0, 20],
    [5, 25],
    [15, 35],
  ]);
});

it('tells some of the rows that a dragged bar passes, and those on which it rests', () => {
  vi.advanceTimersByTime(1000);
  for (let frame = 1; frame <= 30; frame += 1) {
    show(frame * 1000);
    vi.advanceTimersByTime(10);
  }
  expect(told.length).toBeLessThan(8);
  vi.advanceTimersByTime(80);
  expect(told.at(-1)).toEqual([30_000, 30_020]);
});
