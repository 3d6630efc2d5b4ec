import type { Formats } from '#ui/formats.ts';
import type { PageWords } from '#ui/pageWords.ts';

/** `2026-11`, `2026-Q4` or `2026` as a person reads it. */
export function bucketName(key: string, { words, formats }: { words: PageWords; formats: Formats }): string {
  const [year = '', part] = key.split('-');
  if (part === undefined) return year;
  if (part.startsWith('Q')) return words.profit.quarter(part.slice(1), year);
  return formats.month(key);
}
