// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { type ShownInventory, showInventory } from '#server/testing/showInventory.tsx';
import { forgetUnsaved } from './unsavedEdits.ts';

let shown: ShownInventory;

async function open(name: string, keys: string) {
  await shown.goTo(name, 'Stock codes');
  await shown.user.keyboard(keys);
}

const panel = () => screen.getByRole('group', { name: 'Stock codes' });
const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: /^Stock codes of/ });
const chips = () =>
  within(screen.getByRole('region', { name: 'Stock codes' }))
    .getAllByRole('button')
    .map((chip) => chip.textContent);
const storedCodes = async (name: string) => (await shown.stored(name)).codes.map(({ code }) => code);
const areStored = (name: string, codes: readonly string[]) =>
  waitFor(async () => expect(await storedCodes(name)).toEqual(codes));
const replaceElsewhere = (name: string, codes: readonly string[]) =>
  shown.ask('PUT', `/api/records/${shown.ids[name]}/codes`, { body: { codes }, version: 1 });

afterEach(() => {
  for (const recordId of Object.values(shown.ids)) forgetUnsaved({ recordId, columnId: 'codes' });
});

describe('the codes cell', () => {
  test('Enter adds what was typed or scanned; Enter on nothing saves and moves down', async () => {
    shown = await showInventory([
      { name: 'Bike', quantity: 1, codes: ['B1'] },
      { name: 'Car', quantity: 1 },
    ]);
    await open('Bike', 'B2{Enter}007{Enter}');
    expect(chips()).toEqual(['B1', 'B2', '007']);
    expect(field().value).toBe('');
    await shown.user.keyboard('{Enter}');
    expect(document.activeElement).toBe(shown.cell('Car', 'Stock codes'));
    await waitFor(() =>
      expect(shown.cell('Bike', 'Stock codes').getAttribute('aria-label')).toBe('B1, B2, 007'),
    );
    await areStored('Bike', ['B1', 'B2', '007']);
  });

  test('Tab takes what was typed and saves at once', async () => {
    shown = await showInventory([{ name: 'Bike', quantity: 1 }]);
    await open('Bike', 'B9{Tab}');
    await areStored('Bike', ['B9']);
  });

  test('Backspace on nothing takes the last off; arrows walk the chips and Delete removes one', async () => {
    shown = await showInventory([{ name: 'Bike', quantity: 1, codes: ['A', 'B', 'C', 'D'] }]);
    await open('Bike', '{Enter}{Backspace}');
    expect(chips()).toEqual(['A', 'B', 'C']);
    await shown.user.keyboard('{ArrowLeft}');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'C: remove' }));
    await shown.user.keyboard('{ArrowLeft}{Delete}');
    expect(chips()).toEqual(['A', 'C']);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'C: remove' }));
    // Scanning goes on in the field, whatever has the focus.
    await shown.user.keyboard('Z{Enter}{Enter}');
    await areStored('Bike', ['A', 'C', 'Z']);
  });

  test('a range is shown before it is taken', async () => {
    shown = await showInventory([{ name: 'Poles', quantity: 50 }]);
    await open('Poles', 'A001..A050');
    expect(panel().textContent).toContain('50 codes: A001, A002 … A050');
    await shown.user.keyboard('{Enter}');
    expect(panel().textContent).toContain('50 codes added.');
    expect(chips().at(-1)).toBe('+10');
    await shown.user.keyboard('{Enter}');
    await waitFor(async () => expect((await storedCodes('Poles')).length).toBe(50));
    // A row carries the first fifty; one more and the whole list is read before it is edited.
    await open('Poles', 'X1{Enter}{Enter}');
    await waitFor(async () => expect((await storedCodes('Poles')).length).toBe(51));
    await open('Poles', '{Enter}');
    await waitFor(() => expect(panel().textContent).toContain('51 codes'));
    await shown.user.keyboard('{ArrowLeft}');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'X1: remove' }));
    await shown.user.keyboard('{Delete}');
    await shown.user.keyboard('{Escape}{Enter}');
    await waitFor(async () => expect((await storedCodes('Poles')).length).toBe(50));
  });

  test('codes typed while a long list is still being read are added to the whole of it', async () => {
    const codes = Array.from({ length: 60 }, (_, index) => `L${index}`);
    shown = await showInventory([{ name: 'Poles', quantity: 60, codes }]);
    await open('Poles', 'X1{Enter}{Enter}');
    await areStored('Poles', [...codes, 'X1']);
  });

  test('a paste is split on comma, semicolon and line end, and what is there already is said', async () => {
    shown = await showInventory([{ name: 'Bike', quantity: 1, codes: ['B1'] }]);
    await open('Bike', '{Enter}');
    await shown.user.paste('B2, B3;b1\r\nB4');
    expect(chips()).toEqual(['B1', 'B2', 'B3', 'B4']);
    expect(panel().textContent).toContain('1 of them are here already');
    await shown.user.keyboard('b4{Enter}');
    expect(panel().textContent).toContain('b4 is here already.');
    await shown.user.paste('C1..C3\nC9');
    expect(field().value).toBe('C1..C3; C9');
    expect(panel().textContent).toContain('4 codes: C1, C2 … C9');
    await shown.user.keyboard('{Escape}');
    expect(await storedCodes('Bike')).toEqual(['B1']);
  });

  test('what cannot be a code is said and stays to be mended', async () => {
    shown = await showInventory([{ name: 'Bike', quantity: 1 }]);
    await open('Bike', '{Enter}');
    await shown.user.paste('😀'.repeat(129));
    await shown.user.keyboard('{Enter}');
    expect(panel().textContent).toContain('at most 128 characters; this one has 129');
    expect(field().value).toBe('😀'.repeat(129));
    await shown.user.clear(field());
    await shown.user.paste('A\u0007B');
    await shown.user.keyboard('{Enter}');
    expect(panel().textContent).toContain('cannot be seen');
    await shown.user.clear(field());
    await shown.user.paste('A\uD800');
    await shown.user.keyboard('{Enter}');
    expect(panel().textContent).toContain('not readable text');
    await shown.user.clear(field());
    await shown.user.keyboard('A9..A1{Enter}');
    expect(panel().textContent).toContain('A9..A1 ends before it begins.');
    await shown.user.keyboard('{Escape}');
    expect(await storedCodes('Bike')).toEqual([]);
  });

  test('a taken code says whose it is while typing goes on, and is moved here by keyboard', async () => {
    shown = await showInventory([
      { name: 'Bike', quantity: 1 },
      { name: 'Car', quantity: 1, codes: ['KEY-1', 'KEY-2'] },
    ]);
    await open('Bike', 'key-1{Enter}');
    await waitFor(() => expect(panel().textContent).toContain('key-1 is already on “Car”.'));
    expect(document.activeElement).toBe(field());
    await shown.user.keyboard('{Enter}');
    expect(document.activeElement).toBe(
      screen.getByRole('radiogroup', { name: 'key-1 is already on “Car”.' }),
    );
    await shown.user.keyboard('m{Enter}');
    await areStored('Bike', ['key-1']);
    await areStored('Car', ['KEY-2']);
    await waitFor(() => expect(shown.cell('Car', 'Stock codes').getAttribute('aria-label')).toBe('KEY-2'));
  });

  test('going to the owner of a taken code keeps what was typed', async () => {
    shown = await showInventory([
      { name: 'Bike', quantity: 1 },
      { name: 'Car', quantity: 1, codes: ['KEY-1'] },
    ]);
    await open('Bike', 'NEW{Enter}KEY-1{Enter}');
    await waitFor(() => expect(panel().textContent).toContain('KEY-1 is already on “Car”.'));
    await shown.user.keyboard('{Enter}g{Enter}');
    expect(document.activeElement).toBe(shown.cell('Car', 'Stock codes'));
    await shown.user.click(screen.getByRole('button', { name: 'Try again' }));
    await shown.user.keyboard('l{Enter}');
    await areStored('Bike', ['NEW']);
    expect(await storedCodes('Car')).toEqual(['KEY-1']);
  });

  test('a clash that only the server sees comes back with the list as it was typed', async () => {
    shown = await showInventory([
      { name: 'Bike', quantity: 1, codes: ['B1'] },
      { name: 'Poles', quantity: 9, codes: ['A007'] },
    ]);
    // Too many to be asked about one by one.
    await open('Bike', 'A001..A020{Enter}{Enter}');
    await screen.findByText('The stock codes of “Bike” were not changed.');
    await waitFor(() => expect(shown.cell('Bike', 'Stock codes').getAttribute('aria-label')).toBe('B1'));
    await shown.user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(screen.getByRole('radiogroup', { name: 'A007 is already on “Poles”.' })).toBeDefined();
    await shown.user.keyboard('1{Enter}');
    await waitFor(async () => expect((await storedCodes('Bike')).length).toBe(21));
    expect(screen.queryByText(/were not changed/)).toBeNull();
  });

  test('somebody changed another part of the record: the codes are written all the same', async () => {
    shown = await showInventory([{ name: 'Bike', quantity: 1, codes: ['B1'] }]);
    await shown.ask('PATCH', `/api/records/${shown.ids['Bike']}`, {
      body: { location: 'Shelf 4' },
      version: 1,
    });
    await open('Bike', 'B2{Enter}{Enter}');
    await areStored('Bike', ['B1', 'B2']);
    expect(screen.queryByText(/were not changed/)).toBeNull();
  });

  test.each([
    ['merged with theirs', '1{Enter}', ['B1', 'T1', 'M1']],
    ['given up for theirs', '2{Enter}', ['B1', 'T1']],
  ])('somebody changed the codes meanwhile: mine are %s', async (_, answer, expected) => {
    shown = await showInventory([{ name: 'Bike', quantity: 1, codes: ['B1', 'B2'] }]);
    await replaceElsewhere('Bike', ['B1', 'B2', 'T1']);
    await open('Bike', '{Enter}{Backspace}M1{Enter}{Enter}');
    await shown.user.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(screen.getByRole('region', { name: 'Yours' }).textContent).toContain('M1');
    expect(screen.getByRole('region', { name: 'Theirs' }).textContent).toContain('T1');
    await shown.user.keyboard(answer);
    if (answer.startsWith('1')) await areStored('Bike', expected);
    else expect(await storedCodes('Bike')).toEqual(['B1', 'B2', 'T1']);
    expect(screen.queryByText(/were not changed/)).toBeNull();
  });
});
