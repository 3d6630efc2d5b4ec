import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { GridColumn } from '#grid/column.ts';
import {
  arrangeColumns,
  columnsShown,
  moveColumn,
  readColumns,
  resizeColumn,
  toggleColumn,
  writeColumns,
} from './tableColumns.ts';

const IDS = ['select', 'name', 'sku', 'quantity', 'codes', 'profit'];
const COLUMNS: readonly GridColumn<object>[] = IDS.map((id) => ({
  id,
  header: id,
  width: 100,
  frozen: id === 'select' || id === 'name',
  ...(id === 'select' ? { isRowSelector: true } : {}),
  text: () => '',
}));
const arranged = (chosen?: string, frozen?: number) => arrangeColumns(COLUMNS, { chosen, frozen });
const frozen = (columns: readonly GridColumn<object>[]) =>
  idsOf(columns.filter((column) => column.frozen === true));
const idsOf = (columns: readonly { id: string }[]) => columns.map(({ id }) => id);

it('An address without columns shows all of them, one with columns shows those in its order.', () => {
  expect(idsOf(arranged())).toEqual(IDS);
  expect(idsOf(arranged('quantity,name:260'))).toEqual(['select', 'quantity', 'name']);
  expect(arranged('quantity,name:260').at(-1)?.width).toBe(260);
});

it('The name stays whatever an address says, and what is not there is left out.', () => {
  expect(idsOf(arranged('quantity,secret,select'))).toEqual(['select', 'name', 'quantity']);
});

it('So many columns are frozen as the address says, and otherwise as they say themselves.', () => {
  expect(frozen(arranged())).toEqual(['select', 'name']);
  expect(frozen(arranged(undefined, 3))).toEqual(['select', 'name', 'sku', 'quantity']);
  expect(frozen(arranged('quantity,name', 0))).toEqual(['select']);
});

it('Any series of changes reads back from the address as it was written, and never loses or doubles a column.', () => {
  const id = fc.constantFrom(...IDS.slice(1));
  const change = fc.oneof(
    fc.record({ kind: fc.constant('move' as const), id, step: fc.constantFrom(-1 as const, 1 as const) }),
    fc.record({ kind: fc.constant('toggle' as const), id }),
    fc.record({ kind: fc.constant('resize' as const), id, width: fc.integer({ min: 48, max: 1200 }) }),
  );
  fc.assert(
    fc.property(fc.array(change, { maxLength: 20 }), (changes) => {
      let chosen: string | undefined;
      for (const one of changes) {
        const shown = columnsShown(arranged(chosen), chosen);
        const next =
          one.kind === 'move'
            ? moveColumn(shown, one)
            : one.kind === 'toggle'
              ? toggleColumn(shown, one.id)
              : resizeColumn(shown, one);
        chosen = writeColumns(next);
        expect(readColumns(chosen)).toEqual(next);
        expect(columnsShown(arranged(chosen), chosen)).toEqual(next);
        expect(new Set(idsOf(next)).size).toBe(next.length);
        expect(idsOf(next)).toContain('name');
        if (one.kind === 'move') expect(idsOf(next).toSorted()).toEqual(idsOf(shown).toSorted());
      }
    }),
  );
});
