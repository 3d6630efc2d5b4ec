import { describe, expect, it } from 'vitest';
import { fieldsOf, readLife } from './lifeDraft.ts';

const method = 'straight-line';

describe('the fields of a life', () => {
  it.each([
    [
      { months: '60', residual: '20' },
      { months: 60, residualPpm: 200_000 },
    ],
    [
      { months: ' 1 ', residual: '12,5' },
      { months: 1, residualPpm: 125_000 },
    ],
    [
      { months: '1200', residual: '0.0001' },
      { months: 1200, residualPpm: 1 },
    ],
    [
      { months: '12', residual: '100' },
      { months: 12, residualPpm: 1_000_000 },
    ],
  ])('read %j as months and millionths', (typed, life) => {
    expect(readLife({ ...typed, method })).toEqual({ ok: true, value: { ...life, method } });
  });

  it.each([
    [{ months: '0', residual: '20' }, ['months']],
    [{ months: '1201', residual: '20' }, ['months']],
    [{ months: '2.5', residual: '20' }, ['months']],
    [{ months: '12', residual: '100.1' }, ['residual']],
    [{ months: '', residual: '-1' }, ['months', 'residual']],
  ])('refuse %j at the fields that are wrong', (typed, at) => {
    expect(readLife({ ...typed, method })).toEqual({ ok: false, refusal: at });
  });

  it('show what is stored so that it reads back as the same', () => {
    const life = { months: 84, residualPpm: 125_000, method: 'declining' } as const;
    expect(fieldsOf(life, ',').residual).toBe('12,5');
    expect(readLife(fieldsOf(life, ','))).toEqual({ ok: true, value: life });
  });
});
