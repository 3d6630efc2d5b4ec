import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knownDay } from './day.ts';
import { type Reading, checkReading, usageOf } from './reading.ts';

const on = (day: string, value: number, isReset = false): Reading => ({
  occurredOn: knownDay(day),
  value,
  isReset,
});
const read = [on('2026-01-01', 100), on('2026-02-01', 250)];

describe('A reading of a meter', () => {
  it('fits between the readings of its time', () => {
    expect(checkReading({ value: 180, occurredOn: '2026-01-15' }, read).ok).toBe(true);
    expect(checkReading({ value: 250, occurredOn: '2026-03-01' }, read).ok).toBe(true);
  });

  it('that runs backwards, or past a later one, is refused with what fits', () => {
    expect(checkReading({ value: 249, occurredOn: '2026-02-02' }, read)).toEqual({
      ok: false,
      refusal: { code: 'reading.backwards', given: 249, least: 250, most: null },
    });
    expect(checkReading({ value: 251, occurredOn: '2026-01-15' }, read)).toMatchObject({
      refusal: { code: 'reading.backwards', least: 100, most: 250 },
    });
  });

  it('may be lower where the meter began anew, and what it showed before counts', () => {
    const reset = checkReading({ value: 5, occurredOn: '2026-03-01', isReset: true }, read);
    expect(reset.ok).toBe(true);
    const use = usageOf([...read, on('2026-03-01', 5, true), on('2026-04-01', 45)]);
    expect(use).toEqual({ used: 150 + 40, from: '2026-01-01', to: '2026-04-01' });
  });

  it.each([
    [{ value: -1, occurredOn: '2026-01-01' }, 'reading.invalid'],
    [{ value: 1.5, occurredOn: '2026-01-01' }, 'reading.invalid'],
    [{ value: 10 ** 13, occurredOn: '2026-01-01' }, 'reading.invalid'],
    [{ value: 1, occurredOn: '2026-02-30' }, 'day.invalid'],
    [{ value: 1, occurredOn: '2026-01-01', note: '\0' }, 'text.control-character'],
  ])('%o is refused as %s', (draft, code) => {
    expect(checkReading(draft, [])).toMatchObject({ ok: false, refusal: { code } });
  });

  it('says nothing of use by itself, and the use between many is the last less the first', () => {
    expect(usageOf([])).toBeNull();
    expect(usageOf([on('2026-01-01', 7)])).toBeNull();
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 10_000 }), { minLength: 2 }), (steps) => {
        let value = 0;
        const readings = steps.map((step) => on('2026-01-01', (value += step)));
        const used = value - (steps[0] ?? 0);
        expect(usageOf(readings)?.used).toBe(used);
      }),
    );
  });
});
