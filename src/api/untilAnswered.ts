import { isPassing } from './problemError.ts';

const FIRST_WAIT_MS = 400;
const LONGEST_WAIT_MS = 4000;

let unanswered = 0;

/**
 * Sends a change until the server has answered it, for as long as the page is open: what a person has typed and left is
 * theirs no more to repeat. `send` must name the same Idempotency-Key each time. Leaving the page asks first.
 */
export async function untilAnswered<T>(send: () => Promise<T>): Promise<T> {
  const letGo = holdPage();
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
    letGo();
  }
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

/** From now on leaving the page asks first, until the returned function is called. */
export function holdPage(): () => void {
  if (unanswered === 0) window.addEventListener('beforeunload', askBeforeLeaving);
  unanswered += 1;
  return () => {
    unanswered -= 1;
    if (unanswered === 0) window.removeEventListener('beforeunload', askBeforeLeaving);
  };
}

function askBeforeLeaving(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
