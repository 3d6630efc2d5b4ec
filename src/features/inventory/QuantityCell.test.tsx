// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { listHistory } from '#contract/ledger.ts';
import { listRecords } from '#contract/records.ts';
import { type ShownInventory, showInventory } from '#server/testing/showInventory.tsx';
import { forgetUnsaved } from './unsavedEdits.ts';

let shown: ShownInventory;

async function open(name: string, keys: string) {
  await shown.goTo(name, 'Quantity');
  await shown.user.keyboard(keys);
}

// It comes when the keys rest.
const panel = () => screen.findByRole('group', { name: 'Quantity' });
const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: /^Quantity of/ });
const isStored = (name: string, quantity: number) =>
  waitFor(async () => expect((await shown.stored(name)).quantity).toBe(quantity));
const history = async (name: string) => {
  const answer = await shown.ask('GET', `/api/records/${shown.ids[name]}/history`);
  return listHistory.answer.parse(answer.body).rows.map(({ after }) => adjusted.parse(after));
};
const adjusted = z.object({ reason: z.string().optional(), delta: z.number().optional() });
const lastReason = async (name: string) => (await history(name))[0]?.reason;

afterEach(() => {
  for (const recordId of Object.values(shown.ids)) forgetUnsaved({ recordId, columnId: 'quantity' });
});

describe('the quantity cell', () => {
  test('sets a counted quantity, and shows the outcome and its reason before it is committed', async () => {
    shown = await showInventory([{ name: 'Poles', quantity: 50 }]);
    await open('Poles', '47');
    expect((await panel()).textContent).toContain('50 → 47, −3 · count');
    await shown.user.keyboard('{Enter}');
    expect(screen.queryByRole('textbox', { name: /^Quantity/ })).toBeNull();
    await waitFor(() => expect(shown.cell('Poles', 'Quantity').textContent).toBe('47'));
    await isStored('Poles', 47);
    expect(await lastReason('Poles')).toBe('count');
  });

  test('changes by a signed number, for a reason that is one key away and remembered', async () => {
    shown = await showInventory([
      { name: 'Cables', quantity: 10 },
      { name: 'Poles', quantity: 50 },
    ]);
    await open('Cables', '+5');
    expect((await panel()).textContent).toContain('10 → 15, +5 · found');
    await shown.user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    expect((await panel()).textContent).toContain('10 → 15, +5 · returned');
    await shown.user.keyboard('{Enter}');
    await isStored('Cables', 15);
    expect(await lastReason('Cables')).toBe('returned');
    await shown.user.keyboard('+1');
    expect((await panel()).textContent).toContain('50 → 51, +1 · returned');
    await shown.user.click(screen.getByRole('radio', { name: 'purchase' }));
    expect(document.activeElement).toBe(field());
    await shown.user.keyboard('{Enter}');
    await isStored('Poles', 51);
    expect(await lastReason('Poles')).toBe('purchase');
  });

  test('says what is wrong with a quantity, keeps it, and writes nothing', async () => {
    shown = await showInventory([{ name: 'Poles', quantity: 50 }]);
    for (const [typed, said] of [
      ['1.5', 'A quantity is a whole number.'],
      ['-51', 'A quantity cannot be below zero.'],
      ['1000000000', 'The largest quantity is 999,999,999.'],
      ['5-', 'Give a whole number, such as 12.'],
    ] as const) {
      await open('Poles', `${typed}{Enter}`);
      expect((await panel()).textContent).toContain(said);
      expect(field().value).toBe(typed);
      expect(field().getAttribute('aria-invalid')).toBe('true');
      await shown.user.keyboard('{Escape}');
    }
    expect((await shown.stored('Poles')).quantity).toBe(50);
  });

  test('one to many asks: added units become records of their own', async () => {
    shown = await showInventory([
      { name: 'Car', quantity: 1, codes: ['CAR-1'] },
      { name: 'Poles', quantity: 50 },
    ]);
    await open('Car', '5{Enter}');
    const units = screen.getByRole('radio', { name: /^Add 4 units/ });
    expect(units.textContent).toContain('4 new serialized records of the same SKU and place');
    expect(document.activeElement).toBe(screen.getByRole('radiogroup'));
    expect(units.getAttribute('aria-checked')).toBe('false');
    // Keys typed on without looking choose nothing and answer nothing.
    await shown.user.keyboard('7{Enter}');
    expect(screen.getByRole('alert').textContent).toBe('Choose one first.');
    await shown.user.keyboard('a{Enter}');
    await waitFor(async () => {
      const list = await shown.ask('GET', '/api/records?q=Car');
      expect(listRecords.answer.parse(list.body).total).toBe(5);
    });
    expect(document.activeElement).toBe(shown.cell('Poles', 'Quantity'));
    expect((await shown.stored('Car')).quantity).toBe(1);
  });

  test('one to many asks: a pool becomes bulk, and Tab moves right after the answer', async () => {
    shown = await showInventory([{ name: 'Car', quantity: 1 }]);
    await open('Car', '+4{Tab}2{Enter}');
    await isStored('Car', 5);
    expect((await shown.stored('Car')).tracking).toBe('bulk');
    expect(document.activeElement).toBe(shown.cell('Car', 'Stock codes'));
  });

  test('Escape takes a question back to what was typed', async () => {
    shown = await showInventory([{ name: 'Car', quantity: 1 }]);
    await open('Car', '5{Enter}');
    expect(screen.getByRole('radiogroup', { name: '1 → 5: what are the new units?' })).toBeDefined();
    await shown.user.keyboard('{ArrowDown}{Escape}');
    expect(document.activeElement).toBe(field());
    expect(field().value).toBe('5');
    await shown.user.keyboard('{Backspace}{Escape}');
    expect((await shown.stored('Car')).quantity).toBe(1);
  });

  test('any to none asks why, and none to any asks why it is back', async () => {
    shown = await showInventory([{ name: 'Poles', quantity: 3 }]);
    await open('Poles', '0');
    expect((await panel()).textContent).toContain('The record closes: Enter asks why.');
    await shown.user.keyboard('{Enter}');
    expect((await panel()).textContent).toContain('It keeps its history and codes and can be opened again.');
    await shown.user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    await isStored('Poles', 0);
    expect(await lastReason('Poles')).toBe('lost');
    await open('Poles', '2{Enter}f{Enter}');
    await isStored('Poles', 2);
    expect(await lastReason('Poles')).toBe('found');
  });

  test('many to one shows its notice before it is committed', async () => {
    shown = await showInventory([{ name: 'Poles', quantity: 3 }]);
    await open('Poles', '1');
    expect((await panel()).textContent).toContain(
      'From now on figures are this unit’s own; earlier ones are those of the pool.',
    );
    await shown.user.keyboard('{Enter}');
    await isStored('Poles', 1);
  });

  test('somebody else changed something beside the quantity: the set is written all the same', async () => {
    shown = await showInventory([{ name: 'Poles', quantity: 50 }]);
    const { ids } = shown;
    await shown.ask('PATCH', `/api/records/${ids['Poles']}`, { body: { location: 'Shelf 4' }, version: 1 });
    await open('Poles', '47{Enter}');
    await isStored('Poles', 47);
    expect(screen.queryByText(/was not changed/)).toBeNull();
  });

  test.each([
    ['counted', '1{Enter}', 47],
    ['difference', '2{Enter}', 49],
  ])('somebody changed the quantity meanwhile: the person keeps what was %s', async (_, answer, expected) => {
    shown = await showInventory([
      { name: 'Poles', quantity: 50 },
      { name: 'Skis', quantity: 9 },
    ]);
    await shown.ask('POST', `/api/records/${shown.ids['Poles']}/adjustments`, {
      body: { change: 2, reason: 'found' },
    });
    await open('Poles', '47{Enter}');
    // Typing on does not wait, and is not disturbed by the refusal.
    await shown.user.keyboard('8{Enter}');
    const again = await screen.findByRole('button', { name: 'Try again' });
    expect(screen.getByText('The quantity of “Poles” was not changed to 47.')).toBeDefined();
    await waitFor(() => expect(shown.cell('Poles', 'Quantity').textContent).toBe('52'));
    await isStored('Skis', 8);
    await shown.user.click(again);
    expect(screen.getByRole('radio', { name: /^Keep counted: 47/ })).toBeDefined();
    expect(screen.getByRole('radio', { name: /^Keep difference: 49/ })).toBeDefined();
    await shown.user.keyboard(answer);
    await isStored('Poles', expected);
    expect(screen.queryByText(/was not changed/)).toBeNull();
  });

  test('the quantity that is there already is written by nobody', async () => {
    shown = await showInventory([{ name: 'Poles', quantity: 50 }]);
    await open('Poles', '50');
    expect((await panel()).textContent).toContain('No change.');
    await shown.user.keyboard('{Enter}');
    expect((await shown.stored('Poles')).version).toBe(1);
  });

  test('an answer that got lost is asked for again with the same key: five came in once', async () => {
    shown = await showInventory([{ name: 'Poles', quantity: 50 }]);
    const reachable = globalThis.fetch;
    let lost = 0;
    vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
      const answer = await reachable(path, init);
      if (init.method !== 'POST' || lost > 0) return answer;
      lost += 1;
      throw new TypeError('The connection broke after the server had written');
    });
    await open('Poles', '+5{Enter}');
    await waitFor(() => expect(lost).toBe(1));
    expect(shown.cell('Poles', 'Quantity').textContent).toBe('55');
    // The queue of this row waits for the answer; the next edit comes after it.
    await open('Poles', '54{Enter}');
    await isStored('Poles', 54);
    expect(screen.queryByText(/was not changed/)).toBeNull();
  });

  test('rapid edits of one row are written in order, each once', async () => {
    shown = await showInventory([{ name: 'Poles', quantity: 50 }]);
    await open('Poles', '47{Enter}');
    await open('Poles', '+5{Enter}');
    await open('Poles', '+5{Enter}');
    await open('Poles', '60{Enter}');
    await isStored('Poles', 60);
    await waitFor(() => expect(shown.cell('Poles', 'Quantity').textContent).toBe('60'));
    expect((await history('Poles')).map(({ delta }) => delta)).toEqual([3, 5, 5, -3, undefined]);
    expect(screen.queryByText(/was not changed/)).toBeNull();
  });

  test('a person who may not edit is told who may', async () => {
    shown = await showInventory([{ name: 'Poles', quantity: 50 }], 'viewer');
    await open('Poles', '4');
    expect(screen.getByRole('note').textContent).toContain('Ask a staff member');
    expect(screen.queryByRole('textbox', { name: /^Quantity/ })).toBeNull();
  });
});
