import type { BrowserContext } from '@playwright/test';

export type ConsoleGuard = {
  /** Says that this message is part of the journey, for example a refused request. */
  allow: (message: RegExp) => void;
  /** What was said and not allowed. */
  unexpected: () => string[];
};

/** Listens to every page of the browser context: errors, warnings and exceptions nobody caught. */
export function guardConsole(context: BrowserContext): ConsoleGuard {
  const said: string[] = [];
  const allowed: RegExp[] = [];
  context.on('console', (message) => {
    const type = message.type();
    if (type !== 'error' && type !== 'warning') return;
    said.push(`console.${type}: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (event) => said.push(`uncaught: ${event.error().stack ?? event.error().message}`));
  return {
    allow: (message) => void allowed.push(message),
    unexpected: () => said.filter((line) => !allowed.some((message) => message.test(line))),
  };
}
