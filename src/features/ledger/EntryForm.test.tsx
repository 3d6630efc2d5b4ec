import { MantineProvider } from '@mantine/core';
import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import type { NewEntry } from '#api/ledger.ts';
import { ProblemError } from '#api/problemError.ts';
import type { Role } from '#domain/access.ts';
import { currencyDecimals } from '#domain/money.ts';
import { en } from '#ui/messages/en.ts';
import { LanguageProvider } from '#ui/LanguageProvider.tsx';
import { EntryForm } from './EntryForm.tsx';

type Post = (entry: NewEntry) => Promise<ProblemError | null>;

function draw({ role = 'manager', post = async () => null }: { role?: Role; post?: Post } = {}) {
  const said = { posted: vi.fn<Post>(post), onTyped: vi.fn(), onLeave: vi.fn() };
  render(
    <MantineProvider>
      <LanguageProvider start={{ language: 'en', words: en }} decimalsOf={currencyDecimals}>
        <EntryForm
          currency="EUR"
          role={role}
          today="2026-11-23"
          post={said.posted}
          onTyped={said.onTyped}
          onLeave={said.onLeave}
        />
      </LanguageProvider>
    </MantineProvider>,
  );
  return { ...said, user: userEvent.setup() };
}

const amount = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Amount, EUR' });
const note = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Note' });
const kind = () => screen.getByRole<HTMLSelectElement>('combobox', { name: 'Kind' });

describe('the entry form', () => {
  test('takes the focus at the amount when it opens', () => {
    draw();
    expect(document.activeElement).toBe(amount());
  });

  test('posts the amount in smallest units and leaves on Enter', async () => {
    const { user, posted, onTyped, onLeave } = draw();
    await user.selectOptions(kind(), 'Repair');
    await user.type(amount(), '1,085.50');
    await user.type(note(), 'New brake pads{Enter}');
    await waitFor(() => expect(onLeave).toHaveBeenCalledOnce());
    expect(posted).toHaveBeenCalledExactlyOnceWith({
      kind: 'repair',
      amount: { amount: 108_550, currency: 'EUR' },
      occurredOn: '2026-11-23',
      note: 'New brake pads',
    });
    expect(onTyped).toHaveBeenLastCalledWith(false);
  });

  test('saves and starts the next of the same kind and day on Ctrl+Enter', async () => {
    const { user, posted, onLeave } = draw();
    await user.selectOptions(kind(), 'Cleaning');
    await user.type(amount(), '12');
    await user.type(note(), 'Washed');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText('Saved: Cleaning, €12.00.');
    expect(posted).toHaveBeenCalledOnce();
    expect(onLeave).not.toHaveBeenCalled();
    expect([kind().value, amount().value, note().value]).toEqual(['cleaning', '', '']);
    expect(document.activeElement).toBe(amount());
  });

  test('shows what is wrong at its field, posts nothing and keeps what was typed', async () => {
    const { user, posted } = draw();
    await user.type(note(), 'Two faults at once');
    await user.clear(screen.getByLabelText('Day'));
    await user.type(amount(), '12.345{Enter}');
    await waitFor(() => expect(amount().getAttribute('aria-invalid')).toBe('true'));
    expect(screen.getByText('This currency has 2 decimals.')).toBeTruthy();
    expect(screen.getByText('That day does not exist.')).toBeTruthy();
    expect(posted).not.toHaveBeenCalled();
    expect([amount().value, note().value]).toEqual(['12.345', 'Two faults at once']);
  });

  test('shows a refusal of the server at the field it points to', async () => {
    const refusal = new ProblemError({
      code: 'text.too-long',
      status: 422,
      detail: '',
      errors: [{ pointer: '/note', code: 'text.too-long', detail: '', max: 4000, length: 4001 }],
    });
    const { user, onLeave } = draw({ post: async () => refusal });
    await user.type(amount(), '5{Enter}');
    expect(await screen.findByText('At most 4,000 characters; this has 4,001.')).toBeTruthy();
    expect(document.activeElement).toBe(note());
    expect(onLeave).not.toHaveBeenCalled();
  });

  test('keeps everything and says so above the button when no server answers', async () => {
    const lost = new ProblemError({ code: 'network.unreachable', status: 0, detail: '' });
    const { user, onLeave } = draw({ post: async () => lost });
    await user.type(amount(), '5{Enter}');
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('Nothing you typed is lost');
    expect(amount().value).toBe('5');
    expect(onLeave).not.toHaveBeenCalled();
  });

  test('books once however often Enter is pressed', async () => {
    const answer = Promise.withResolvers<null>();
    const { user, posted, onLeave } = draw({ post: () => answer.promise });
    await user.type(amount(), '5{Enter}{Enter}{Enter}');
    answer.resolve(null);
    await waitFor(() => expect(onLeave).toHaveBeenCalledOnce());
    expect(posted).toHaveBeenCalledOnce();
  });

  test('says before saving what a minus means', async () => {
    const { user } = draw();
    await user.type(amount(), '-20');
    expect(screen.getByText('Takes €20.00 off the income: a refund.')).toBeTruthy();
  });

  test('offers staff upkeep only, and says whose the rest is', () => {
    draw({ role: 'staff' });
    expect(kind().value).toBe('repair');
    expect(screen.getByRole<HTMLOptionElement>('option', { name: 'Rental' }).disabled).toBe(true);
    expect(screen.getByRole<HTMLOptionElement>('option', { name: 'Cleaning' }).disabled).toBe(false);
    expect(screen.getByText(/a manager’s/)).toBeTruthy();
  });

  test('leaves on Esc, and tells first that something was typed', async () => {
    const { user, onTyped, onLeave } = draw();
    await user.type(amount(), '5');
    expect(onTyped).toHaveBeenLastCalledWith(true);
    await user.keyboard('{Escape}');
    expect(onLeave).toHaveBeenCalledOnce();
  });
});
