// @vitest-environment happy-dom
import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import {
  drawnParts,
  enter,
  focused,
  Parts,
  partStore,
  place,
  press,
  quantityCell,
  startAt,
  tap,
} from './partsGrid.tsx';

afterEach(() => partStore.clear());

it('Not one character is lost when digits and Enter are typed without a pause.', { timeout: 20_000 }, () => {
  render(<Parts {...startAt(10)} />);
  enter();
  for (let row = 10; row < 210; row += 1) {
    for (const digit of String(1000 + row)) press(digit);
    press('Enter');
  }
  expect(place()).toBe('gridcell 212/2');
  const typed = [...partStore.edited().values()].map(({ id, quantity }) => quantity - id);
  expect(typed).toEqual(Array.from({ length: 200 }, () => 1000));
});

it('Keys typed on rows that are still loading are kept and played when the rows arrive.', async () => {
  const { rerender } = render(<Parts isLoaded={false} {...startAt(0)} />);
  enter();
  for (const key of ['4', '7', 'Enter', '1', '2', 'Enter']) press(key);
  await act(async () => nextFrame());
  expect(screen.getByRole('status').textContent).toContain('47 · 12');
  await act(async () => rerender(<Parts isLoaded {...startAt(0)} />));
  expect(place()).toBe('gridcell 4/2');
  press('ArrowUp');
  expect(focused().textContent).toBe('12');
  press('ArrowUp');
  expect(focused().textContent).toBe('47');
});

it('Enter and F2 edit what is there; Escape gives up and the cell has the focus again.', () => {
  render(<Parts {...startAt(1)} />);
  enter();
  press('F2');
  expect(focused()).toBe(screen.getByRole('textbox', { name: 'Quantity of Part 1' }));
  press('5');
  press('Escape');
  expect(place()).toBe('gridcell 3/2');
  expect(focused().textContent).toBe('0');
});

it('Tab and Shift+Enter commit and move; an edit redraws its own row and no other.', () => {
  render(<Parts {...startAt(5)} />);
  enter();
  press('8');
  press('Enter', { shiftKey: true });
  expect(place()).toBe('gridcell 6/2');
  press('9');
  press('Tab', { shiftKey: true });
  expect(place()).toBe('gridcell 6/1');
  press('ArrowRight');
  press('ArrowDown');
  drawnParts.length = 0;
  act(() => partStore.save({ id: 10, name: 'Part 10', quantity: 3 }));
  expect(new Set(drawnParts)).toEqual(new Set([10]));
});

it('A cell that cannot be edited says why, to the eye and to a screen reader.', () => {
  render(<Parts {...startAt(3)} />);
  enter();
  expect(focused().getAttribute('aria-readonly')).toBe('true');
  press('7');
  expect(screen.getByRole('status').textContent).toBe('Part 3 is being counted.');
  expect(screen.getByRole('note').textContent).toBe('Part 3 is being counted.');
  press('ArrowUp');
  expect(screen.queryByRole('note')).toBeNull();
  expect(focused().getAttribute('aria-readonly')).toBeNull();
});

it('The row with the focus stays when it scrolls away, and an open editor keeps what was typed.', () => {
  render(<Parts {...startAt(0)} />);
  enter();
  press('4');
  const scroller = screen.getByRole('grid').closest('.grid-scroller');
  if (scroller === null) throw new Error('No scroller.');
  scroller.scrollTop = 20_000;
  fireEvent.scroll(scroller);
  expect(screen.getByText('Part 560')).toBeDefined();
  press('2');
  expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('42');
  press('Enter');
  expect(place()).toBe('gridcell 3/2');
});

it('A click elsewhere commits the edit before the cursor moves.', () => {
  render(<Parts {...startAt(0)} />);
  enter();
  press('6');
  fireEvent.pointerDown(screen.getByText('Part 4'), { pointerType: 'mouse', button: 0 });
  expect(place()).toBe('gridcell 6/1');
  press('Home', { ctrlKey: true });
  press('ArrowRight');
  expect(focused().textContent).toBe('6');
});

it('A tap edits a cell; where nothing can be edited it moves the cursor.', () => {
  render(<Parts />);
  tap(quantityCell('Part 3'));
  expect(place()).toBe('gridcell 5/2');
  tap(quantityCell('Part 4'));
  expect(screen.getByRole('textbox', { name: 'Quantity of Part 4' })).toBe(focused());
});

function nextFrame(): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame(resolve);
  });
}
