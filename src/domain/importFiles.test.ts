import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { knownDay } from './day.ts';
import { readLedgerLine } from './importLedger.ts';
import { type ImportPlan, type KnownRecord, planImport } from './importPlan.ts';
import { readRecord } from './importRecords.ts';
import { readLedgerTable, readRecordsTable } from './importTable.ts';

// Whole files, read and planned: what the parts do together.
const TODAY = knownDay('2026-11-23');
const STYLE = { currency: 'EUR', decimalMark: '.', today: TODAY } as const;
const RECORDS = ['record_id', 'name', 'quantity', 'codes', 'purchase_cost'];
const LEDGER = ['event_id', 'record_id', 'code', 'kind', 'date', 'amount', 'units'];
const POLES = ['P', 'Poles', '5', '', ''];

interface Files {
  records: string[][];
  ledger: string[][];
  takeSoldOut?: boolean;
  stored?: KnownRecord;
}

function plan({ records, ledger, takeSoldOut = true, stored }: Files): ImportPlan {
  const recordLines = readRecordsTable([RECORDS, ...records]).lines.map((line) => readRecord(line, STYLE));
  const ledgerLines = readLedgerTable([LEDGER, ...ledger]).lines.map((line) => readLedgerLine(line, STYLE));
  return planImport({
    records: recordLines.flatMap(({ record }) => record ?? []),
    ledger: ledgerLines.flatMap(({ read }) => read ?? []),
    known: {
      recordByReference: new Map(stored ? [['P', stored]] : []),
      recordByCode: new Map(),
      entryByRef: new Map(),
      purchaseByReference: new Map(),
      exitRefs: new Set<string>(),
    },
    takeSoldOut,
    today: TODAY,
  });
}

const left = (units: string, { date = '2026-01-02', kind = 'lost' } = {}) => [
  '',
  'P',
  '',
  kind,
  date,
  '',
  units,
];
const sold = (units: string) => ['', 'P', '', 'sale', '2026-01-02', '10', units];
const exitsOf = ({ exits }: ImportPlan) => exits.map(({ line, units }) => [line, units]);

describe('Units that left', () => {
  test('stay in stock unless they are to leave it; their money is posted either way', () => {
    const files = { records: [POLES], ledger: [sold('1'), left('2')] };
    const staying = plan({ ...files, takeSoldOut: false });
    expect([exitsOf(staying), staying.entries.length, staying.notes.get('exit-without-money')]).toEqual([
      [],
      1,
      1,
    ]);
    const leaving = plan(files);
    expect([exitsOf(leaving), leaving.entries.length]).toEqual([
      [
        [2, 1],
        [3, 2],
      ],
      1,
    ]);
  });

  test('leave in the order of their days, then of the lines; where a line does not say how many, one does', () => {
    const ledger = [left('1'), left('2'), left('', { date: '2025-12-31' })];
    expect(exitsOf(plan({ records: [POLES], ledger }))).toEqual([
      [4, 1],
      [2, 1],
      [3, 2],
    ]);
  });

  test('are never more than there are: the line that takes too many is at fault and says how many were left', () => {
    const planned = plan({ records: [POLES], ledger: [left('4'), left('2'), left('1')] });
    expect(exitsOf(planned)).toEqual([
      [2, 4],
      [4, 1],
    ]);
    const fault = { line: 3, column: 'units', code: 'units.too-many', given: '2', facts: { available: 1 } };
    expect(planned.faults).toEqual([{ file: 'ledger', ...fault }]);
  });

  test('are taken from a stored record as it stands', () => {
    const stored = { id: 'r1', name: 'Poles', quantity: 5 };
    expect(plan({ records: [], ledger: [left('6')], stored }).faults.map(({ code }) => code)).toEqual([
      'units.too-many',
    ]);
    expect(exitsOf(plan({ records: [], ledger: [left('5')], stored }))).toEqual([[2, 5]]);
  });

  test('on a day that nobody knows left today; in a month, on its last day; both are noted', () => {
    const { exits, notes } = plan({
      records: [POLES],
      ledger: [left('1', { date: '' }), left('1', { date: '2026-02' })],
    });
    expect(exits.map(({ occurredOn }) => occurredOn)).toEqual(['2026-02-28', TODAY]);
    expect(Object.fromEntries(notes)).toMatchObject({ 'exit-without-day': 1, 'exit-day-partial': 1 });
  });

  test('that the file says stayed are noted and take nothing', () => {
    const { exits, notes } = plan({ records: [POLES], ledger: [left('', { kind: 'unsold' })] });
    expect([exits, notes.get('exit-stays')]).toEqual([[], 1]);
  });
});

describe('Whatever the files hold', () => {
  const reference = fc.constantFrom('R1', 'R2', 'R3', '');
  const code = fc.constantFrom('', 'A', 'a', 'B', 'A; B', 'C');
  const recordLine = fc.tuple(
    reference,
    fc.constant('Thing'),
    fc.constantFrom('0', '1', '3', 'x'),
    code,
    fc.constantFrom('', '0', '5'),
  );
  const ledgerLine = fc.tuple(
    fc.constantFrom('', 'E1', 'E2', 'E3'),
    reference,
    code,
    fc.constantFrom('rental', 'purchase', 'sale', 'lost'),
    fc.constantFrom('2026-01-02', '2026-01-03'),
    fc.constantFrom('5', '7', ''),
    fc.constantFrom('', '1', '2'),
  );
  const files = fc.record({
    records: fc.array(recordLine, { maxLength: 6 }),
    ledger: fc.array(ledgerLine, { maxLength: 12 }),
  });

  test('no code and no reference leads to two records, and no reference posts twice', () => {
    let entries = 0;
    fc.assert(
      fc.property(files, (given) => {
        const planned = plan(given);
        entries += planned.entries.length;
        const keys = planned.records.flatMap(({ codes }) => codes.map(({ key }) => key));
        const references = planned.records.flatMap(({ reference: named }) => (named === '' ? [] : named));
        const posted = planned.entries.flatMap(({ source, externalRef }) =>
          externalRef === null ? [] : `${source} ${externalRef}`,
        );
        for (const list of [keys, references, posted]) expect(new Set(list).size).toBe(list.length);
      }),
      { numRuns: 500 },
    );
    expect(entries).toBeGreaterThan(50);
  });

  test('nobody takes more units than there are', () => {
    fc.assert(
      fc.property(files, (given) => {
        const { records, exits } = plan(given);
        for (const [index, { quantity }] of records.entries()) {
          const taken = exits.filter(({ target }) => target.kind === 'new' && target.index === index);
          expect(taken.reduce((sum, { units }) => sum + units, 0)).toBeLessThanOrEqual(quantity);
        }
      }),
    );
  });

  test('no line vanishes: each is planned, passed over or at fault', () => {
    fc.assert(
      fc.property(files, (given) => {
        const planned = plan({ ...given, takeSoldOut: false });
        const readable = readLedgerTable([LEDGER, ...given.ledger]).lines.filter(
          (line) => readLedgerLine(line, STYLE).read,
        );
        const faulty = planned.faults.filter(({ file }) => file === 'ledger').length;
        const withMoney = planned.entries.filter(({ source }) => source === 'ledger').length;
        const withoutMoney = planned.notes.get('exit-without-money') ?? 0;
        expect(withMoney + withoutMoney + planned.same.ledger + faulty).toBe(readable.length);
      }),
    );
  });
});
