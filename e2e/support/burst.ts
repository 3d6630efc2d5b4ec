/** Keys with nothing between them: each is on its way before the one before has been answered. */
import type { CDPSession } from '@playwright/test';

const ENTER = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' };

/** Characters as typed; a line end is Enter. */
export async function burst(cdp: CDPSession, text: string): Promise<void> {
  const sent: Promise<unknown>[] = [];
  for (const character of text) {
    const key = character === '\n' ? ENTER : { key: character, text: character };
    sent.push(
      cdp.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key }),
      cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', key: key.key }),
    );
  }
  await Promise.all(sent);
}
