// @vitest-environment happy-dom
import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LanguageProvider } from '#ui/LanguageProvider.tsx';
import { en } from '#ui/messages/en.ts';
import { SearchBox } from './SearchBox.tsx';

const asked = vi.fn<(text: string) => void>();
const field = () => screen.getByRole<HTMLInputElement>('textbox');
const type = (value: string) => fireEvent.change(field(), { target: { value } });

/** The address follows at once, unless it is told to be late. */
function Page({ isLate = false }: { isLate?: boolean }) {
  const [value, setValue] = useState('');
  return (
    <LanguageProvider start={{ language: 'en', words: en }} decimalsOf={() => 2}>
      <SearchBox
        value={value}
        onSearch={(text) => {
          asked(text);
          if (!isLate) setValue(text);
        }}
      />
    </LanguageProvider>
  );
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  asked.mockReset();
});

test('a key is asked about at once, and so is one that comes after a breath', () => {
  // happy-dom does not know the element <search>, of which React complains once.
  vi.spyOn(console, 'error').mockImplementationOnce(() => undefined);
  render(<Page />);
  type('s');
  expect(asked.mock.calls).toEqual([['s']]);
  vi.advanceTimersByTime(100);
  type('sk');
  expect(asked.mock.calls).toEqual([['s'], ['sk']]);
});

test('of keys without a breath between them the newest is asked about, and the last one always is', () => {
  render(<Page />);
  for (const text of ['s', 'sk', 'ski', 'ski p', 'ski po']) type(text);
  expect(asked.mock.calls).toEqual([['s']]);
  expect(field().value).toBe('ski po');
  vi.advanceTimersByTime(100);
  expect(asked.mock.calls).toEqual([['s'], ['ski po']]);
});

test('what was typed is shown while the address is still behind', () => {
  render(<Page isLate />);
  type('s');
  type('sk');
  vi.advanceTimersByTime(1000);
  expect(field().value).toBe('sk');
});
