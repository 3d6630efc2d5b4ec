import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const failing = new Set(['serious', 'critical']);

/** Fails when the page, as it stands now, has a serious or critical violation. Ask again after opening a dialog. */
export async function axe(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations
    .filter(({ impact }) => failing.has(impact ?? ''))
    .map(
      ({ id, help, nodes }) => `${id}: ${help} — ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
    );
  expect(found, 'accessibility violations').toEqual([]);
}
