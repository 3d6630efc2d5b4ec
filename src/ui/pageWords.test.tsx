// @vitest-environment happy-dom
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { LanguageProvider } from './LanguageProvider.tsx';
import { en } from './messages/en.ts';
import { loadPageWords, usePageLanguage } from './pageWords.ts';

function Page() {
  const { words, choose } = usePageLanguage();
  return (
    <button type="button" onClick={() => choose('fi')}>
      {words.app.inventory}, {words.imports.title}
    </button>
  );
}

test('a page whose texts came with it is drawn with them at once, and changes its language as a whole', async () => {
  await loadPageWords('en');
  render(
    <LanguageProvider start={{ language: 'en', words: en }} decimalsOf={() => 2}>
      <Page />
    </LanguageProvider>,
  );
  const button = screen.getByRole('button', { name: 'Inventory, Import' });
  const shown = new Set<string>();
  const watching = new MutationObserver(() => shown.add(button.textContent));
  watching.observe(button, { childList: true, characterData: true, subtree: true });
  await userEvent.click(button);
  await screen.findByRole('button', { name: /^Varasto, / });
  expect([...shown]).toHaveLength(1);
});
