import { describe, expect, it } from 'vitest';
import { planBulkChange } from './bulkChange.ts';
import { type CellEdit, type CellRecord, planCellEdit } from './cellEdit.ts';

const poles: CellRecord = {
  version: 4,
  name: 'Poles',
  sku: '',
  category: 'Skis',
  location: 'Shelf 1',
  notes: '',
  quantity: 50,
  codes: [{ text: 'P1' }, { text: 'P2' }],
};

const plan = (edit: CellEdit, answers = {}, record = poles) => {
  const planned = planCellEdit(record, edit, answers);
  return 'refusal' in planned ? [planned.verdict, planned.refusal.code] : [planned.verdict];
};

const set = (text: string): CellEdit => ({ field: 'quantity', text, version: 4 });
const verdict = (change: Parameters<typeof planBulkChange>[1], record = poles) =>
  planBulkChange(record, change, { increase: 'found' });

describe('planCellEdit', () => {
  it.each([
    ['a text that changes', { field: 'location', text: ' Shelf 2 ', version: 4 }, ['changed']],
    ['a text where there was none', { field: 'sku', text: 'POLE', version: 4 }, ['new']],
    [
      'a text that is there already, whoever wrote it',
      { field: 'location', text: 'Shelf 1', version: 1 },
      ['same'],
    ],
    ['a name that is emptied', { field: 'name', text: '', version: 4 }, ['invalid', 'text.empty']],
    [
      'a name of zero-width characters',
      { field: 'name', text: '\u200B\u2060', version: 4 },
      ['invalid', 'text.empty'],
    ],
    ['a formula, which is a text', { field: 'notes', text: '=1+1', version: 4 }, ['new']],
    [
      'a formula in the quantity',
      { field: 'quantity', text: '=1+1', version: 4 },
      ['invalid', 'quantity.invalid'],
    ],
    [
      'a text in the quantity',
      { field: 'quantity', text: 'many', version: 4 },
      ['invalid', 'quantity.invalid'],
    ],
    ['an empty quantity', { field: 'quantity', text: '', version: 4 }, ['invalid', 'quantity.invalid']],
    ['a billion', { field: 'quantity', text: '1000000000', version: 4 }, ['invalid', 'quantity.invalid']],
    ['1e9', { field: 'quantity', text: '1e9', version: 4 }, ['invalid', 'quantity.invalid']],
    [
      'a quantity between right-to-left marks',
      { field: 'quantity', text: '\u200F47\u200F', version: 4 },
      ['changed'],
    ],
    ['a quantity grouped by spaces', { field: 'quantity', text: '1\u00A0234', version: 4 }, ['changed']],
    [
      'a quantity grouped by a comma, which may be a fraction',
      { field: 'quantity', text: '1,234', version: 4 },
      ['invalid', 'quantity.invalid'],
    ],
    ['a count from the quantity seen', { field: 'quantity', text: '47', seen: 50 }, ['changed']],
    [
      'a count from another quantity',
      { field: 'quantity', text: '47', seen: 49 },
      ['conflict', 'quantity.moved'],
    ],
    [
      'a count from another version',
      { field: 'quantity', text: '47', version: 3 },
      ['conflict', 'cell.moved'],
    ],
    [
      'a change, which adds up whatever was seen',
      { field: 'quantity', text: '+5' },
      ['invalid', 'reason.unfit'],
    ],
    ['codes with a range', { field: 'codes', text: 'P1; A001..A003', version: 4 }, ['changed']],
    ['the same codes', { field: 'codes', text: 'P1, P2', version: 1 }, ['same']],
    ['codes given twice', { field: 'codes', text: 'A1, a1', version: 4 }, ['invalid', 'code.repeated']],
    [
      'an invisible character in a code',
      { field: 'codes', text: 'A1\u200B', version: 4 },
      ['invalid', 'code.control-character'],
    ],
    ['codes over newer ones', { field: 'codes', text: 'A1', seen: ['P1'] }, ['conflict', 'cell.moved']],
    [
      'another cell of a newer version, seen as it is',
      { field: 'category', text: 'Poles', version: 3, seen: 'Skis' },
      ['changed'],
    ],
    [
      'a cell that nobody says to have seen',
      { field: 'category', text: 'Poles' },
      ['invalid', 'version.missing'],
    ],
  ] satisfies [string, CellEdit, string[]][])('%s', (_title, edit, expected) => {
    expect(plan(edit)).toEqual(expected);
  });

  it('answers each crossing by the answer of the batch, and asks where there is none', () => {
    const car = { ...poles, quantity: 1 };
    const gone = { ...poles, quantity: 0 };
    expect(plan(set('0'))).toEqual(['asks', 'quantity.crossing']);
    expect(plan(set('0'), { close: 'lost' })).toEqual(['changed']);
    expect(plan(set('-50'), { decrease: 'lost' })).toEqual(['asks', 'quantity.crossing']);
    expect(plan(set('-50'), { decrease: 'lost', close: 'sold' })).toEqual(['changed']);
    expect(plan(set('3'), {}, car)).toEqual(['asks', 'quantity.crossing']);
    expect(plan(set('3'), { grow: 'units' }, car)).toEqual(['new']);
    expect(plan(set('+2'), { grow: 'pool', increase: 'found' }, car)).toEqual(['changed']);
    expect(plan(set('20000'), { grow: 'units' }, car)).toEqual(['invalid', 'quantity.too-many-units']);
    expect(plan(set('+2'), { increase: 'found' }, gone)).toEqual(['asks', 'quantity.crossing']);
    expect(plan(set('2'), { reopen: 'returned' }, gone)).toEqual(['changed']);
  });
});

describe('planBulkChange', () => {
  it('puts a prefix before each code, without reading ranges into them', () => {
    const record = { ...poles, codes: [{ text: 'A..B' }, { text: 'x,y' }] };
    expect(verdict({ kind: 'codePrefix', prefix: 'W-' }, record)).toMatchObject({
      verdict: 'changed',
      change: { codes: [{ text: 'W-A..B' }, { text: 'W-x,y' }] },
    });
    expect(verdict({ kind: 'codePrefix', prefix: 'W-' }, { ...poles, codes: [] }).verdict).toBe('same');
    expect(verdict({ kind: 'codePrefix', prefix: ' ' }).verdict).toBe('invalid');
  });

  it('archives by taking all units out for a reason', () => {
    expect(verdict({ kind: 'archive', reason: 'sold' })).toMatchObject({
      verdict: 'changed',
      change: { plan: { quantity: 0, reason: 'sold', notice: 'closes' } },
    });
    expect(verdict({ kind: 'archive', reason: 'sold' }, { ...poles, quantity: 0 }).verdict).toBe('same');
    expect(verdict({ kind: 'archive', reason: 'found' }).verdict).toBe('asks');
  });
});
