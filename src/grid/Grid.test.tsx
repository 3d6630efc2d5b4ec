// @vitest-environment happy-dom
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { createRef } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import type { GridSort } from './column.ts';
import { enter, focused, Parts, partStore, place, press, startAt, type Part } from './partsGrid.tsx';
import type { GridHandle } from './session.ts';

afterEach(() => partStore.clear());

it('The whole grid is one tab stop, and the arrow keys move the focus over rows, header and totals.', () => {
  render(<Parts count={3} {...startAt(0)} />);
  enter();
  expect(place()).toBe('gridcell 2/2');
  press('ArrowUp');
  expect(place()).toBe('columnheader 1/2');
  press('ArrowLeft');
  expect(place()).toBe('columnheader 1/1');
  press('End', { ctrlKey: true });
  press('ArrowDown');
  expect(place()).toBe('gridcell 5/2');
  expect(focused().textContent).toBe('1234');
  expect(screen.getByRole('grid').querySelectorAll('[tabindex="0"]')).toHaveLength(1);
  expect(press('Tab')).toBe(true);
});

it('Counts and indexes tell the whole truth although few rows are drawn.', () => {
  render(<Parts count={1_000_000} isLoaded={false} />);
  const grid = screen.getByRole('grid', { name: 'Parts' });
  expect(grid.getAttribute('aria-rowcount')).toBe('1000002');
  expect(grid.getAttribute('aria-colcount')).toBe('2');
  enter();
  press('End', { ctrlKey: true });
  expect(place()).toBe('gridcell 1000001/2');
  expect(within(grid).getAllByRole('row').length).toBeLessThan(30);
});

it('Alt+Enter and L open the row; with single keys off L types.', () => {
  const onOpenRow = vi.fn<(row: Part, rowIndex: number) => void>();
  const { rerender } = render(<Parts onOpenRow={onOpenRow} {...startAt(2)} />);
  enter();
  press('l');
  press('Enter', { altKey: true });
  expect(onOpenRow.mock.calls.map(([row, index]) => [row.id, index])).toEqual([
    [2, 2],
    [2, 2],
  ]);
  rerender(<Parts onOpenRow={onOpenRow} isSingleKeyEnabled={false} />);
  press('l');
  expect(onOpenRow).toHaveBeenCalledTimes(2);
  expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('l');
});

it('Enter on a header sorts, Shift adds, and the new order is announced.', () => {
  const onSort = vi.fn<(columnId: string, isAdditive: boolean) => void>();
  const { rerender } = render(<Parts onSort={onSort} {...startAt(-1, 'name')} />);
  enter();
  press('Enter');
  press(' ', { shiftKey: true });
  expect(onSort.mock.calls).toEqual([
    ['name', false],
    ['name', true],
  ]);
  const sort: readonly GridSort[] = [{ columnId: 'name', direction: 'descending' }];
  rerender(<Parts onSort={onSort} sort={sort} />);
  expect(screen.getByRole('columnheader', { name: 'Name' }).getAttribute('aria-sort')).toBe('descending');
  expect(screen.getByRole('status').textContent).toBe('Sorted by Name, descending.');
});

it('When a filter takes the rows away the focus stays in the grid, and returns to its row with them.', () => {
  const { rerender } = render(<Parts {...startAt(500)} />);
  enter();
  rerender(<Parts count={3} />);
  expect(place()).toBe('gridcell 5/2');
  rerender(<Parts count={0} emptyState="No parts yet" />);
  expect(place()).toBe('columnheader 1/2');
  expect(screen.getByText('No parts yet')).toBeDefined();
  rerender(<Parts />);
  expect(place()).toBe('gridcell 502/2');
});

it('Scrolled out of sight by the bar and back the focus stays on its cell.', () => {
  const { container } = render(<Parts />);
  enter();
  press('ArrowDown');
  expect(place()).toBe('gridcell 3/1');
  for (const top of [4000, 40_000, 36, 0]) scrollTo(container, top);
  expect(place()).toBe('gridcell 3/1');
});

it('The page can send the cursor somewhere, but not away from an open edit.', () => {
  const ref = createRef<GridHandle>();
  const onCursorChange = vi.fn<(at: { rowIndex: number; columnId: string }) => void>();
  render(<Parts ref={ref} onCursorChange={onCursorChange} />);
  act(() => ref.current?.goTo({ rowIndex: 800, columnId: 'quantity' }));
  expect(place()).toBe('gridcell 802/2');
  expect(onCursorChange).toHaveBeenLastCalledWith({ rowIndex: 800, columnId: 'quantity' });
  press('1');
  act(() => ref.current?.goTo({ rowIndex: 5, columnId: 'quantity' }));
  expect(screen.getByRole('textbox', { name: 'Quantity of Part 800' })).toBe(focused());
  act(() => void ref.current?.cancelEdit());
  expect(place()).toBe('gridcell 802/2');
});

it('Shift and the arrow keys select a block, which copies as text and as a table.', () => {
  render(<Parts {...startAt(1, 'name')} />);
  enter();
  press('ArrowDown', { shiftKey: true });
  press('ArrowRight', { shiftKey: true });
  const data = new Map<string, string>();
  fireEvent.copy(focused(), {
    clipboardData: { setData: (type: string, text: string) => data.set(type, text) },
  });
  expect(data.get('text/plain')).toBe('Part 1\t0\r\nPart 2\t0');
  expect(data.get('text/html')).toContain('<td>Part 2</td>');
  expect(screen.getAllByRole('gridcell', { selected: true })).toHaveLength(4);
  press('Escape');
  expect(screen.queryAllByRole('gridcell', { selected: true })).toHaveLength(0);
});

function scrollTo(container: HTMLElement, top: number): void {
  const scroller = container.querySelector('.grid-scroller');
  if (scroller === null) throw new Error('The grid has no scroller');
  scroller.scrollTop = top;
  fireEvent.scroll(scroller);
}
