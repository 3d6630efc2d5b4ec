import type { Formats } from '#ui/formats.ts';

/** A whole number as a person writes it here, thousands apart or not; null when it is none. */
export function wholeNumber(text: string, { decimalMark }: Pick<Formats, 'decimalMark'>): number | null {
  const grouping = decimalMark === ',' ? /[\s.]/g : /[\s,]/g;
  const digits = text.replaceAll(grouping, '');
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null;
}
