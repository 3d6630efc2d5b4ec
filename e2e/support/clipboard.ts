/** The system's clipboard, as another program leaves it there. */
import type { Page } from '@playwright/test';

export interface Clip {
  text: string;
  html?: string;
}

export async function putOnClipboard(page: Page, { text, html }: Clip): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(
    async (clip) => {
      const parts: Record<string, Blob> = { 'text/plain': new Blob([clip.text], { type: 'text/plain' }) };
      if (clip.html !== undefined) parts['text/html'] = new Blob([clip.html], { type: 'text/html' });
      await navigator.clipboard.write([new ClipboardItem(parts)]);
    },
    { text, html },
  );
}

export async function clipboardText(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}
