import type { Formats } from '#ui/formats.ts';
import type { PageWords } from '#ui/pageWords.ts';
import type { Grouping } from './profitSearch.ts';

/** What a line is called: months as people write them, and a group without a label says so. */
export function lineName(
  { label, key }: { label: string; key: string },
  { by, words, formats }: { by: Grouping; words: PageWords; formats: Formats },
): string {
  if (by === 'month') return formats.month(key);
  if (label !== '' || by === 'record' || by === 'batch') return label;
  return words.profit.blank[by];
}
