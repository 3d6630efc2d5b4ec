import { id } from '#contract/shapes.ts';

/** As many records as an address can carry without being cut off on its way. */
const MAX_IDS = 200;

/** Records named in an address, each one once: `?ids=a&ids=b` or `?ids=a,b`. What is no id is left out. */
export function readIds({ ids: given }: Record<string, unknown>): { ids: string[] } {
  const texts = [given].flat().filter((text) => typeof text === 'string');
  const ids = texts.flatMap((text) => text.split(',')).filter((text) => id.safeParse(text).success);
  return { ids: [...new Set(ids)].slice(0, MAX_IDS) };
}
