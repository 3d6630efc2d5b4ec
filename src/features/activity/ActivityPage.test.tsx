import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { convertRecords } from '#contract/conversions.ts';
import { listEntries } from '#contract/ledger.ts';
import { listRecords, recordRow } from '#contract/records.ts';
import type { OperationType } from '#domain/operation.ts';
import { type Shown, showOverStock } from '#server/testing/showOverStock.tsx';
import { ActivityPage } from './ActivityPage.tsx';
import { DoneNotice } from './DoneNotice.tsx';

const EUR = { currency: 'EUR' };
const POLES = { name: 'Poles', quantity: 5, purchaseCost: { amount: 10_000, ...EUR } };

interface Serialized extends Shown {
  asked: (OperationType | null)[];
  visited: string[];
}

/** Two of five poles are serialized, and a repair is booked on the first of them. */
async function open(page: 'activity' | 'notice', type: OperationType | null = null): Promise<Serialized> {
  const asked: (OperationType | null)[] = [];
  const visited: string[] = [];
  const onShow = (record: string) => visited.push(record);
  const shown = await showOverStock([POLES], ({ ids: [id = ''], ask, session }) => ({
    async load() {
      const { version } = recordRow.parse((await ask('GET', `/api/records/${id}`)).body);
      const body = { type: 'serialize', record: { id, version }, units: 2, codes: ['A1', 'A2'] };
      const answer = await ask('POST', '/api/conversions', { body });
      const { made, operationId } = convertRecords.answer.parse(answer.body);
      const repair = { kind: 'repair', amount: { amount: 1200, ...EUR }, occurredOn: '2026-11-20' };
      await ask('POST', `/api/records/${made[0] ?? ''}/entries`, { body: { ...repair, note: 'Bent tip' } });
      return page === 'notice' ? (
        <DoneNotice
          operationId={operationId ?? ''}
          says="2 units"
          onShow={onShow}
          onClose={() => undefined}
        />
      ) : (
        <ActivityPage session={session} type={type} onType={(next) => asked.push(next)} onShow={onShow} />
      );
    },
  }));
  return { ...shown, asked, visited };
}

const lines = () => screen.findAllByRole('listitem');

describe('the activity page', () => {
  test('lists who did what to how many records, newest first', async () => {
    await open('activity');
    const texts = (await lines()).map((line) => line.textContent);
    expect(texts).toHaveLength(3);
    expect(texts[0]).toContain('admin booked on Poles');
    expect(texts[1]).toContain('admin serialized Poles');
    expect(texts[1]).toContain('3 records');
    expect(texts[2]).toContain('admin added Poles');
  });

  test('takes an operation back and does it again', async () => {
    const { user, ask } = await open('activity', 'entry');
    const [line] = await lines();
    await user.click(within(line ?? document.body).getByRole('button', { name: /^Undo/ }));
    const redo = await screen.findByRole('button', { name: /^Redo: Booked entries, Poles/ });
    const cost = async () =>
      listRecords.answer.parse((await ask('GET', '/api/records')).body).totals.cost?.amount;
    expect(await cost()).toBe(10_000);
    await user.click(redo);
    await screen.findByRole('button', { name: /^Undo/ });
    expect(await cost()).toBe(11_200);
  });

  test('asks for one kind through the address, and says when there is nothing of it', async () => {
    const { user, asked } = await open('activity', 'merge');
    await screen.findByText('Nothing of this kind has been done');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Show' }), 'Serialized');
    await user.click(screen.getByRole('button', { name: 'Everything' }));
    expect(asked).toEqual(['serialize', null]);
  });
});

describe('the check of the stock', () => {
  test('replays everything when an admin asks, and says that it adds up', async () => {
    const { user } = await open('activity');
    await user.click(screen.getByRole('button', { name: 'Check the stock' }));
    const said = await screen.findByText('Everything adds up.');
    expect(said.closest('section')?.textContent).toContain('3 records, ');
  });
});

describe('the notice of what was done', () => {
  test('names the repair that an undo is refused for, and leads to the record', async () => {
    const { user, visited, ask } = await open('notice');
    await user.click(screen.getByRole('button', { name: 'Undo: 2 units' }));
    const refused = await screen.findByRole('alert');
    expect(refused.textContent).toContain('Not undone. “Poles” was worked on since.');
    expect(refused.textContent).toContain('a booked entry: Repair: Bent tip');
    await user.click(screen.getByRole('button', { name: 'Show “Poles”' }));
    expect(visited).toHaveLength(1);
    const answer = await ask('GET', `/api/records/${visited[0] ?? ''}/entries`);
    const [repair] = listEntries.answer.parse(answer.body).rows;
    await ask('POST', `/api/entries/${repair?.id ?? ''}/void`, { body: { reason: 'Wrong pole' } });
    await user.click(screen.getByRole('button', { name: 'Undo: 2 units' }));
    await waitFor(() => expect(screen.getByText('Undone: 2 units')).toBeTruthy());
    expect((await ask('GET', '/api/records')).body).toMatchObject({ totals: { quantity: 5, records: 1 } });
  });
});
