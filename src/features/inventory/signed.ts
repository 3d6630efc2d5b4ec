import type { Formats } from '#ui/formats.ts';

/** A difference with its sign: '+5', '−3'. */
export function signed(delta: number, formats: Formats): string {
  return delta > 0 ? `+${formats.number(delta)}` : formats.number(delta);
}
