import { expect, it } from 'vitest';
import { layoutColumns } from './columnLayout.ts';
import { RowElement, type RowLook } from './rowElement.ts';

const layout = layoutColumns<string>([], 800);
const moved: RowLook<string> = {
  row: 'Poles',
  rowIndex: 0,
  top: 0,
  layout,
  cursorColumn: -1,
  isEditing: false,
  blockFrom: -1,
  blockTo: -1,
  cornerColumn: -1,
  isSelected: false,
  group: undefined,
  mark: 'moved',
  markWords: 'Moves on refresh.',
};

it('A row that no longer fits says so in the language of the page, also when that changes.', () => {
  const row = new RowElement<string>();
  row.draw(moved);
  expect(row.element.getAttribute('aria-description')).toBe('Moves on refresh.');
  row.draw({ ...moved, markWords: 'Siirtyy päivitettäessä.' });
  expect(row.element.getAttribute('aria-description')).toBe('Siirtyy päivitettäessä.');
});
