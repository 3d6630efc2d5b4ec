import { describe, expect, it } from 'vitest';
import { readReading } from './readingDraft.ts';

const DRAFT = {
  meter: 'km',
  value: '48210',
  occurredOn: '2026-11-20',
  note: ' Service ',
  isReset: false,
} as const;

describe('the fields of a reading', () => {
  it.each(['48210', ' 48210 ', '48 210', '48,210', '48.210', '48’210'])('read %j as 48210', (value) => {
    expect(readReading({ ...DRAFT, value })).toEqual({
      ok: true,
      value: { meter: 'km', value: 48_210, occurredOn: '2026-11-20', isReset: false, note: 'Service' },
    });
  });

  it.each(['', 'km', '-5', '48.2', '4,82,10', '1e5'])('refuse %j at the value', (value) => {
    expect(readReading({ ...DRAFT, value })).toMatchObject({
      ok: false,
      refusal: { field: 'value', code: 'reading.invalid' },
    });
  });

  it('refuse a day that does not exist at the day', () => {
    expect(readReading({ ...DRAFT, occurredOn: '2026-02-30' })).toMatchObject({
      refusal: { field: 'occurredOn' },
    });
  });
});
