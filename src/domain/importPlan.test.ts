import { describe, expect, test } from 'vitest';
import { knownDay } from './day.ts';
import type { EntryKind } from './entry.ts';
import type { ReadLedgerLine } from './importLedger.ts';
import { type ImportPlan, type KnownState, type PlanGiven, planImport } from './importPlan.ts';
import type { ReadRecord } from './importRecords.ts';
import { minor } from './money.ts';
import { codeKey } from './stockCode.ts';

const TODAY = knownDay('2026-11-23');
const DAY = knownDay('2026-01-02');
const NOTHING: KnownState = {
  recordByReference: new Map(),
  recordByCode: new Map(),
  entryByRef: new Map(),
  purchaseByReference: new Map(),
  exitRefs: new Set<string>(),
};
const SKI = { id: 'r1', name: 'Ski', quantity: 5 };

function record(line: number, change: Partial<ReadRecord> & { codeTexts?: string[] } = {}): ReadRecord {
  const { codeTexts = [], ...rest } = change;
  return {
    line,
    name: `Thing ${line}`,
    sku: '',
    category: '',
    location: '',
    notes: '',
    reference: `R${line}`,
    quantity: 1,
    openedOn: DAY,
    purchaseCost: null,
    supplier: '',
    codes: codeTexts.map((text) => ({ text, key: codeKey(text) })),
    ...rest,
  };
}

function entry(
  line: number,
  {
    kind = 'rental',
    amount = 1000,
    ...more
  }: { kind?: EntryKind; amount?: number } & Partial<ReadLedgerLine>,
): ReadLedgerLine {
  const posted = { kind, amount: minor(amount), occurredOn: DAY, note: '', service: null };
  const exit =
    kind === 'sale' ? { units: 1, reason: 'sold' as const, occurredOn: DAY, isDayPartial: false } : null;
  return { line, record: 'R2', codes: [], externalRef: `E${line}`, entry: posted, exit, ...more };
}

function plan(given: Partial<Omit<PlanGiven, 'known'>> & { known?: Partial<KnownState> }): ImportPlan {
  return planImport({
    records: [],
    ledger: [],
    takeSoldOut: false,
    today: TODAY,
    ...given,
    known: { ...NOTHING, ...given.known },
  });
}

const faultsOf = ({ faults }: ImportPlan) =>
  faults.map(({ file, line, column, code }) => [file, line, column, code]);

describe('Records', () => {
  test('Each line is a record, in the order of the file', () => {
    const { records, faults } = plan({ records: [record(2), record(3)] });
    expect([records.map(({ name }) => name), faults]).toEqual([['Thing 2', 'Thing 3'], []]);
  });

  test('A line that was brought in before is passed over', () => {
    const again = plan({
      records: [record(2, { name: 'Ski' })],
      known: { recordByReference: new Map([['R2', SKI]]) },
    });
    expect([again.records, again.same.records, again.faults]).toEqual([[], 1, []]);
  });

  test.each([
    [
      'a reference of a stored record with another name',
      record(2),
      { recordByReference: new Map([['R2', SKI]]) },
      'reference',
      'reference.taken',
    ],
    [
      'a code of a stored record, in another case',
      record(2, { codeTexts: ['a1'] }),
      { recordByCode: new Map([[codeKey('A1'), SKI]]) },
      'codes',
      'code.taken',
    ],
  ])('%s is a fault that names the owner', (_, line, known, column, code) => {
    const { faults, records } = plan({ records: [line], known });
    expect(records).toEqual([]);
    expect(faults).toEqual([expect.objectContaining({ line: 2, column, code, facts: { ownerName: 'Ski' } })]);
  });

  test.each([
    ['a reference', record(2, { reference: 'A' }), record(3, { reference: 'A' }), 'reference'],
    ['a code', record(2, { codeTexts: ['A1'] }), record(3, { codeTexts: [' a1'] }), 'codes'],
  ])('%s that two lines give is a fault of the later one', (_, first, second, column) => {
    const { faults, records } = plan({ records: [first, second] });
    expect(records).toEqual([first]);
    expect(faults).toEqual([expect.objectContaining({ line: 3, column, facts: { ownerName: 'Thing 2' } })]);
  });

  test('Records without a reference do not clash with one another', () => {
    const { records } = plan({ records: [record(2, { reference: '' }), record(3, { reference: '' })] });
    expect(records.length).toBe(2);
  });
});

describe('Purchases are counted once', () => {
  const bought = record(2, { purchaseCost: minor(5000), supplier: 'NEW' });

  test('A cost in the records file is posted from there, on the day the units came', () => {
    const { entries, notes } = plan({ records: [bought] });
    expect(entries).toEqual([
      {
        target: { kind: 'new', index: 0 },
        line: 2,
        source: 'records',
        externalRef: 'R2',
        entry: { kind: 'purchase', amount: 5000, occurredOn: DAY, note: 'NEW', service: null },
      },
    ]);
    expect([...notes]).toEqual([]);
  });

  test('A cost in both files is posted from the ledger only', () => {
    const { entries, notes, faults } = plan({
      records: [bought],
      ledger: [entry(7, { kind: 'purchase', amount: 5000 })],
    });
    expect(entries.map(({ source, line }) => [source, line])).toEqual([['ledger', 7]]);
    expect([[...notes], faults]).toEqual([[['purchase-in-both', 1]], []]);
  });

  test('Several purchases in the ledger are compared by their sum', () => {
    const ledger = [
      entry(7, { kind: 'purchase', amount: 2000 }),
      entry(8, { kind: 'purchase', amount: 3000 }),
    ];
    expect(plan({ records: [bought], ledger }).faults).toEqual([]);
  });

  test('Two costs that differ are a fault: nobody can tell which is right', () => {
    const differing = plan({ records: [bought], ledger: [entry(7, { kind: 'purchase', amount: 4999 })] });
    expect(differing.faults[0]).toMatchObject({
      file: 'records',
      line: 2,
      code: 'purchase.differs',
      facts: { ledger: 4999, records: 5000 },
    });
    expect(differing.records).toEqual([]);
  });

  test('An unknown cost and a cost of zero post nothing, and are told apart', () => {
    const { entries, notes } = plan({ records: [record(2), record(3, { purchaseCost: minor(0) })] });
    expect([entries, Object.fromEntries(notes)]).toEqual([[], { 'purchase-unknown': 1, 'purchase-zero': 1 }]);
  });
});

describe('Ledger lines', () => {
  test.each([
    ['by its reference', entry(7, {}), { recordByReference: new Map([['R2', SKI]]) }],
    [
      'by a code',
      entry(7, { record: '', codes: ['nope', ' A1'] }),
      { recordByCode: new Map([[codeKey('a1'), SKI]]) },
    ],
  ])('find a stored record %s', (_, line, known) => {
    expect(plan({ ledger: [line], known }).entries[0]?.target).toEqual({ kind: 'stored', record: SKI });
  });

  test('find a record of the same import first', () => {
    const { entries } = plan({
      records: [record(2, { codeTexts: ['A1'] })],
      ledger: [entry(7, {}), entry(8, { record: '', codes: ['a1'] })],
    });
    expect(entries.map(({ target }) => target)).toEqual([
      { kind: 'new', index: 0 },
      { kind: 'new', index: 0 },
    ]);
  });

  test.each([
    ['of an unknown record', entry(7, { record: 'R9' }), 'record'],
    ['of an unknown code', entry(7, { record: '', codes: ['Z'] }), 'code'],
  ])('%s are a fault', (_, line, column) => {
    expect(faultsOf(plan({ records: [record(2)], ledger: [line] }))).toEqual([
      ['ledger', 7, column, 'record.unknown'],
    ]);
  });

  test('of a record that was refused are faults too, so that no money is lost unseen', () => {
    const faults = faultsOf(
      plan({
        records: [record(2, { codeTexts: ['A'] }), record(3, { codeTexts: ['A'] })],
        ledger: [entry(7, { record: 'R3' })],
      }),
    );
    expect(faults).toEqual([
      ['records', 3, 'codes', 'code.taken'],
      ['ledger', 7, 'record', 'record.unknown'],
    ]);
  });

  describe('that were brought in before', () => {
    const stored = { kind: 'rental', amount: minor(1000), occurredOn: DAY };
    const known = { recordByReference: new Map([['R2', SKI]]), entryByRef: new Map([['E7', stored]]) };

    test('are passed over', () => {
      const again = plan({ ledger: [entry(7, {})], known });
      expect([again.entries, again.same.ledger, again.faults]).toEqual([[], 1, []]);
    });

    test.each([
      ['another amount', entry(7, { amount: 999 })],
      ['another kind', entry(7, { kind: 'fee' })],
    ])('with %s are a fault', (_, line) => {
      expect(faultsOf(plan({ ledger: [line], known }))).toEqual([
        ['ledger', 7, 'externalRef', 'entry.ref-taken'],
      ]);
    });

    test('as the purchase cost of their record are passed over', () => {
      const purchase = { kind: 'purchase', amount: minor(5000), occurredOn: DAY };
      const before = { ...known, purchaseByReference: new Map([['R2', purchase]]) };
      const again = plan({
        ledger: [entry(8, { kind: 'purchase', amount: 5000 }), entry(9, { amount: 5000 })],
        known: before,
      });
      expect([again.entries.map(({ line }) => line), again.same.ledger]).toEqual([[9], 1]);
    });
  });

  describe('that give one reference twice in a file', () => {
    test('are one entry where they say the same', () => {
      const twice = plan({
        records: [record(2)],
        ledger: [entry(7, { externalRef: 'E' }), entry(8, { externalRef: 'E' })],
      });
      expect([twice.entries.map(({ line }) => line), twice.same.ledger, twice.faults]).toEqual([[7], 1, []]);
    });

    test('are a fault of the later one where they differ', () => {
      const ledger = [entry(7, { externalRef: 'E' }), entry(8, { externalRef: 'E', amount: 2 })];
      expect(faultsOf(plan({ records: [record(2)], ledger }))).toEqual([
        ['ledger', 8, 'externalRef', 'entry.ref-taken'],
      ]);
    });

    test('without any reference are entries of their own, and that is noted', () => {
      const none = plan({
        records: [record(2)],
        ledger: [entry(7, { externalRef: null }), entry(8, { externalRef: null })],
      });
      expect([none.entries.length, none.notes.get('entry-without-reference')]).toEqual([2, 2]);
    });
  });
});
