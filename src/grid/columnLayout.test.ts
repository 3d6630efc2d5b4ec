import { expect, it } from 'vitest';
import type { GridColumn } from './column.ts';
import { layoutColumns, revealLeft } from './columnLayout.ts';

function column(id: string, more: Partial<GridColumn<string>> = {}): GridColumn<string> {
  return { id, header: id, width: 100, text: (row) => row, ...more };
}

it('Frozen columns come first and the others follow in their order.', () => {
  const layout = layoutColumns([column('a'), column('b', { frozen: true }), column('c')], 1000);
  expect(layout.columnIds).toEqual(['b', 'a', 'c']);
  expect(layout.frozenWidth).toBe(100);
  expect(layout.columns.map(({ left }) => left)).toEqual([0, 100, 200]);
});

it('On a narrow screen frozen columns scroll too, or nothing else could be read.', () => {
  const columns = [column('a', { frozen: true }), column('b', { frozen: true, width: 200 }), column('c')];
  expect(layoutColumns(columns, 390).frozenWidth).toBe(100);
  expect(layoutColumns(columns, 120).frozenWidth).toBe(0);
});

it('Width left over goes to the growing columns.', () => {
  const columns = [column('a', { isGrowing: true }), column('b')];
  expect(layoutColumns(columns, 500).columns.map(({ width }) => width)).toEqual([400, 100]);
  expect(layoutColumns(columns, 150).totalWidth).toBe(200);
});

it('A column is brought out from under the frozen ones and from beyond the edge, no further than needed.', () => {
  const layout = layoutColumns(
    [column('f', { frozen: true }), ...'abcdefg'.split('').map((id) => column(id))],
    400,
  );
  expect(revealLeft(layout, 1, { left: 250, viewWidth: 400 })).toBe(0);
  expect(revealLeft(layout, 7, { left: 0, viewWidth: 400 })).toBe(400);
  expect(revealLeft(layout, 3, { left: 100, viewWidth: 400 })).toBe(100);
  expect(revealLeft(layout, 0, { left: 250, viewWidth: 400 })).toBe(250);
});
