import { screen, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { listRecords, recordRow } from '#contract/records.ts';
import { type Shown, showOverStock } from '#server/testing/showOverStock.tsx';
import { SerializeForm } from './SerializeForm.tsx';

const EUR = { currency: 'EUR' };
const POLES = {
  name: 'Poles',
  quantity: 50,
  codes: ['BOX'],
  purchaseCost: { amount: 100_001, ...EUR },
};

interface Opened extends Shown {
  done: string[];
  id: string;
}

async function open(): Promise<Opened> {
  const done: string[] = [];
  const shown = await showOverStock([POLES], ({ ids: [id = ''], ask }) => ({
    async load() {
      const record = recordRow.parse((await ask('GET', `/api/records/${id}`)).body);
      return (
        <SerializeForm
          record={record}
          currency="EUR"
          onTyped={() => undefined}
          onDone={(_, says) => done.push(says)}
          onLeave={() => undefined}
        />
      );
    },
  }));
  return { ...shown, done, id: shown.ids[0] ?? '' };
}

const codes = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Codes of the units' });
const line = (name: RegExp) => screen.findByRole('row', { name });

describe('serializing', () => {
  test('takes scanned codes, shows each share to the cent, and makes the units on Ctrl+Enter', async () => {
    const { user, ask, done, id } = await open();
    expect(document.activeElement).toBe(codes());
    await user.keyboard('A001{Enter}A002..A003{Enter}');
    await user.click(screen.getByRole('radio', { name: 'Share out by quantity' }));
    expect((await line(/^Unit 3 A003/)).textContent).toContain('20.00');
    expect((await line(/^Stays with Poles/)).textContent).toContain('940.01');
    await user.click(codes());
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(done).toEqual(['3 units serialized from Poles']));
    const { rows } = listRecords.answer.parse((await ask('GET', '/api/records?tracking=serialized')).body);
    const costs = rows.map((row) => `${row.codes[0]?.code ?? ''} ${String(row.cost?.amount)}`);
    expect(costs.toSorted()).toEqual(['A001 2000', 'A002 2000', 'A003 2000']);
    expect((await ask('GET', `/api/records/${id}`)).body).toMatchObject({
      quantity: 47,
      cost: { amount: 94_001 },
    });
  });

  test('makes all units where neither a number nor a code is given', async () => {
    const { user, done } = await open();
    await line(/^Stays with Poles/);
    await user.keyboard('{Enter}');
    await waitFor(() => expect(done).toEqual(['50 units serialized from Poles']));
  });

  test('says at its place what is wrong, and writes nothing', async () => {
    const { user, ask, done, id } = await open();
    await user.keyboard('box{Enter}');
    expect(await screen.findByText('box is already on “Poles”.')).toBeTruthy();
    await user.keyboard('{Backspace}A1{Enter}a1{Enter}');
    expect(await screen.findByText('a1 is given twice.')).toBeTruthy();
    await user.clear(codes());
    const units = screen.getByRole('textbox', { name: 'How many units' });
    await user.type(units, '51');
    expect(await screen.findByText('51 were asked for, but only 50 are there.')).toBeTruthy();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(units.getAttribute('aria-invalid')).toBe('true'));
    expect(done).toEqual([]);
    expect((await ask('GET', `/api/records/${id}`)).body).toMatchObject({ quantity: 50 });
  });
});
