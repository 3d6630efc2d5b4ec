import { isPassing } from './problemError.ts';

const FIRST_WAIT_MS = 400;
const LONGEST_WAIT_MS = 4000;

let unanswered = 0;

/**
 * Sends a change until the server has answered it, for as long as the page is open: what a person has typed and left is
 * theirs no more to repeat. `send` must name the same Idempotency-Key each time. Leaving the page asks first.
 */
export async function untilAnswered<T>(send: () => Promise<T>): Promise<T> {
  guardLeaving(1);
  try {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await send();
      } catch (fault) {
        if (!isPassing(fault)) throw fault;
        await wait(Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt));
      }
    }
  } finally {
    guardLeaving(-1);
  }
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

function guardLeaving(change: 1 | -1): void {
  unanswered += change;
  if (unanswered === 0) window.removeEventListener('beforeunload', askBeforeLeaving);
  else window.addEventListener('beforeunload', askBeforeLeaving);
}

function askBeforeLeaving(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
