/** A named sample: what is in stock, who looks at it, and how the application answers. */
export interface Sample {
  stock: 'rental' | 'large' | 'none';
  person: 'mira' | 'luis' | 'jo';
  /** `failing`: every question about the inventory meets a fault. `offline`: nothing answers at all. */
  answers: 'well' | 'slow' | 'failing' | 'offline';
}

export const SAMPLES = {
  rental: { stock: 'rental', person: 'mira', answers: 'well' },
  empty: { stock: 'none', person: 'mira', answers: 'well' },
  viewer: { stock: 'rental', person: 'jo', answers: 'well' },
  staff: { stock: 'rental', person: 'luis', answers: 'well' },
  failing: { stock: 'rental', person: 'mira', answers: 'failing' },
  slow: { stock: 'rental', person: 'mira', answers: 'slow' },
  offline: { stock: 'none', person: 'mira', answers: 'offline' },
  large: { stock: 'large', person: 'mira', answers: 'well' },
} as const satisfies Record<string, Sample>;

export type SampleName = keyof typeof SAMPLES;

const REMEMBERED = 'granary.sample';

/**
 * The sample that the page's address names (`?sample=staff`), else the one this tab was opened with. A name that is
 * none is a mistake in a link or a test: it is refused, so that nobody looks at another sample than they meant.
 */
export function chooseSample(search: string, memory: Pick<Storage, 'getItem' | 'setItem'>): SampleName {
  const named = new URLSearchParams(search).get('sample');
  const name = named ?? memory.getItem(REMEMBERED) ?? 'rental';
  if (!isSampleName(name))
    throw new Error(`There is no sample '${name}'. There are: ${Object.keys(SAMPLES).join(', ')}.`);
  if (named !== null) memory.setItem(REMEMBERED, name);
  return name;
}

function isSampleName(name: string): name is SampleName {
  return Object.hasOwn(SAMPLES, name);
}
