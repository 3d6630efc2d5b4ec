import type { Formats } from './formats.ts';
import type { Words } from './messages/en.ts';
import type { Facts } from './messages/facts.ts';

/** A refusal or failure, from the server or from a check in the browser. */
export interface Explainable {
  code: string;
  facts?: Readonly<Record<string, unknown>>;
}

/** What happened and what can be done, in the language of the page. */
export function explain(
  refusal: Explainable,
  { words, formats }: { words: Words; formats: Formats },
): string {
  const text = words.refusals[refusal.code] ?? words.refusals['server.fault'];
  return text ? text(factsOf(refusal.facts ?? {}, { words, formats })) : refusal.code;
}

function factsOf(
  facts: Readonly<Record<string, unknown>>,
  { words, formats }: { words: Words; formats: Formats },
): Facts {
  return {
    text(name) {
      const fact = facts[name];
      return typeof fact === 'string' ? fact : '';
    },
    number(name) {
      const fact = facts[name];
      return typeof fact === 'number' ? formats.number(fact) : '';
    },
    list(name) {
      const fact = facts[name];
      const reasons: Readonly<Record<string, string>> = words.reasons;
      return Array.isArray(fact) ? fact.map((item) => reasons[String(item)] ?? String(item)) : [];
    },
  };
}
