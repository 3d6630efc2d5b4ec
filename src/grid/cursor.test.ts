import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  blockOf,
  existingPosition,
  extendBlock,
  HEADER_ROW,
  nextPosition,
  positionAfterEdit,
  reading,
  selectAll,
  type Bounds,
  type Move,
} from './cursor.ts';

const BOUNDS: Bounds = { rowCount: 100, columnIds: ['a', 'b', 'c'], hasFooter: true, pageRows: 10 };
const MOVES: readonly Move[] = [
  'up',
  'down',
  'left',
  'right',
  'pageUp',
  'pageDown',
  'firstRow',
  'lastRow',
  'rowStart',
  'rowEnd',
  'gridStart',
  'gridEnd',
];

describe('A key leads to', () => {
  test.each<[[number, string], Move, [number, string]]>([
    [[5, 'b'], 'up', [4, 'b']],
    [[5, 'b'], 'down', [6, 'b']],
    [[5, 'b'], 'left', [5, 'a']],
    [[5, 'b'], 'right', [5, 'c']],
    [[5, 'a'], 'left', [5, 'a']],
    [[5, 'c'], 'right', [5, 'c']],
    [[0, 'b'], 'up', [HEADER_ROW, 'b']],
    [[HEADER_ROW, 'b'], 'up', [HEADER_ROW, 'b']],
    [[HEADER_ROW, 'b'], 'down', [0, 'b']],
    [[99, 'b'], 'down', [100, 'b']],
    [[100, 'b'], 'down', [100, 'b']],
    [[100, 'b'], 'up', [99, 'b']],
    [[5, 'b'], 'pageUp', [0, 'b']],
    [[25, 'b'], 'pageUp', [15, 'b']],
    [[95, 'b'], 'pageDown', [99, 'b']],
    [[100, 'b'], 'pageUp', [90, 'b']],
    [[100, 'b'], 'pageDown', [100, 'b']],
    [[HEADER_ROW, 'b'], 'pageDown', [9, 'b']],
    [[50, 'b'], 'firstRow', [0, 'b']],
    [[0, 'b'], 'firstRow', [HEADER_ROW, 'b']],
    [[50, 'b'], 'lastRow', [99, 'b']],
    [[99, 'b'], 'lastRow', [100, 'b']],
    [[50, 'b'], 'rowStart', [50, 'a']],
    [[50, 'b'], 'rowEnd', [50, 'c']],
    [[50, 'b'], 'gridStart', [0, 'a']],
    [[50, 'b'], 'gridEnd', [99, 'c']],
  ])('%s, %s → %s', (from, move, to) => {
    expect(nextPosition(position(from), move, BOUNDS)).toEqual(position(to));
  });
});

function position([rowIndex, columnId]: readonly [number, string]) {
  return { rowIndex, columnId };
}

it('No sequence of keys leaves the grid, whatever its size.', () => {
  const bounds = fc.record({
    rowCount: fc.nat(1_000_000),
    columnIds: fc
      .integer({ min: 1, max: 12 })
      .map((count) => Array.from({ length: count }, (_, i) => `c${String(i)}`)),
    hasFooter: fc.boolean(),
    pageRows: fc.integer({ min: 1, max: 60 }),
  });
  fc.assert(
    fc.property(bounds, fc.array(fc.constantFrom(...MOVES), { maxLength: 40 }), (ground, moves) => {
      const start = existingPosition({ rowIndex: 0, columnId: '' }, ground);
      const at = moves.reduce((from, move) => nextPosition(from, move, ground), start);
      expect(existingPosition(at, ground)).toBe(at);
    }),
  );
});

it('After a commit the cursor stays among the rows.', () => {
  const at = { rowIndex: 99, columnId: 'b' };
  expect(positionAfterEdit(at, 'down', BOUNDS)).toEqual(at);
  expect(positionAfterEdit({ rowIndex: 0, columnId: 'b' }, 'up', BOUNDS).rowIndex).toBe(0);
  expect(positionAfterEdit(at, 'stay', BOUNDS)).toBe(at);
  expect(positionAfterEdit(at, 'right', BOUNDS)).toEqual({ rowIndex: 99, columnId: 'c' });
});

it('A position whose row or column is gone moves to the nearest that exists.', () => {
  expect(existingPosition({ rowIndex: 500, columnId: 'x' }, BOUNDS)).toEqual({
    rowIndex: 100,
    columnId: 'a',
  });
  expect(existingPosition({ rowIndex: 3, columnId: 'b' }, { ...BOUNDS, rowCount: 0 })).toEqual({
    rowIndex: HEADER_ROW,
    columnId: 'b',
  });
});

it('A block grows and shrinks from its anchor and never covers the header or the totals.', () => {
  const start = reading({ rowIndex: 2, columnId: 'b' });
  const down = extendBlock(start, { rowIndex: 4, columnId: 'c' }, BOUNDS);
  expect(blockOf(down, BOUNDS.columnIds)).toEqual({ firstRow: 2, lastRow: 4, firstColumn: 1, lastColumn: 2 });
  const up = extendBlock(down, { rowIndex: HEADER_ROW, columnId: 'a' }, BOUNDS);
  expect(blockOf(up, BOUNDS.columnIds)).toEqual({ firstRow: 0, lastRow: 2, firstColumn: 0, lastColumn: 1 });
  expect(blockOf(start, BOUNDS.columnIds)).toBeNull();
});

it('Everything selected is every row and every column.', () => {
  expect(blockOf(selectAll(position([50, 'b']), BOUNDS), BOUNDS.columnIds)).toEqual({
    firstRow: 0,
    lastRow: 99,
    firstColumn: 0,
    lastColumn: 2,
  });
});

test('Everything selected, Shift and a key start a block from the cursor, which had stayed where it was.', () => {
  const all = selectAll(position([50, 'b']), BOUNDS);
  expect(all.at).toEqual(position([50, 'b']));
  const block = blockOf(extendBlock(all, position([51, 'b']), BOUNDS), BOUNDS.columnIds);
  expect(block).toEqual({ firstRow: 50, lastRow: 51, firstColumn: 1, lastColumn: 1 });
});
