/** The facts beside a refusal, ready to be put into a sentence. */
export interface Facts {
  /** Empty when the fact is missing: a sentence must survive that. */
  text(name: string): string;
  number(name: string): string;
  /** Each in the words of the page: reasons, options. */
  list(name: string): readonly string[];
}

export type RefusalTexts = Readonly<Record<string, (facts: Facts) => string>>;
