/** Advice on tracking: what deserves serials, and what is not worth them. */
export const enAdvice = {
  printedFirst: (shown: string) => `The first ${shown} lines; the total is of all.`,
  parts: 'Parts of the page',
  report: 'Report',
  title: 'Tracking advice',
  lead: 'Worked out from your own figures: what a unit costs, how often it is repaired, what gets lost. Nothing changes before you have seen the preview.',
  typical: (value: string) => `A unit with a serial of its own typically cost ${value} here.`,
  noTypical:
    'Fewer than three units with serials have a known purchase cost, so what a unit is worth is not compared yet.',
  failed: 'The advice could not be worked out',
  serialize: 'Deserve serials',
  serializeText: 'Batches in which one unit costs or loses enough to be followed by itself.',
  noneToSerialize: 'No batch speaks for serials: none is costly per unit, often repaired or losing units.',
  pool: 'Not worth the attention',
  poolText: 'Units followed one by one, though they are cheap and next to nothing happens to any of them.',
  noneToPool: 'Every unit with a serial earns it: none is cheap and idle enough to go into a batch.',
  reasons: {
    'unit-value': (value: string, typical: string) =>
      `One unit cost ${value}; what has a serial typically cost ${typical}`,
    repairs: (count: string, cost: string) =>
      `Repaired ${count} times for ${cost}, and nobody knows which units`,
    losses: (lost: string, acquired: string, value: string) =>
      `${lost} of ${acquired} units lost, worth ${value}`,
    'uneven-codes': (codes: string, quantity: string) =>
      `${codes} codes on ${quantity} units: some are told apart already`,
  },
  cheap: (value: string, typical: string) =>
    `One unit cost ${value}, a quarter or less of the typical ${typical}`,
  quiet: (entries: string, units: string, count: number) =>
    count === 0
      ? `Nothing was booked on any of the ${units} units since they were bought`
      : `${entries} ${count === 1 ? 'entry' : 'entries'} in all on ${units} units since they were bought`,
  batchOf: (count: string) => `batch of ${count}`,
  units: (count: string) => `${count} units`,
  startSerialize: 'Serialize…',
  startPool: 'Pool…',
  serializeNamed: (name: string) => `Serialize ${name}: see what would change`,
  poolNamed: (sku: string) => `Pool the units of ${sku}: see what would change`,
  open: (name: string) => `Open ${name}`,
  firstOf: (shown: string, all: string) => `The preview takes the first ${shown} of ${all}.`,
  more: (shown: string, all: string) => `The ${shown} with most reasons of ${all}.`,
};
