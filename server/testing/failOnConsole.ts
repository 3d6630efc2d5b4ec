/** A warning nobody reads is a bug nobody sees: an unexpected `console.error` or `console.warn` fails the test. */
import { format } from 'node:util';
import { afterAll, afterEach } from 'vitest';

let unexpected: string[] = [];

for (const method of ['error', 'warn'] as const) {
  // A test that expects a message replaces this with `vi.spyOn(console, 'error').mockImplementation(...)`.
  console[method] = (...parts: unknown[]) => {
    unexpected.push(`console.${method}: ${format(...parts)}`);
  };
}

afterEach(failIfAny);
afterAll(failIfAny);

function failIfAny(): void {
  const messages = unexpected;
  unexpected = [];
  if (messages.length > 0) throw new Error(`Unexpected on the console:\n${messages.join('\n')}`);
}
