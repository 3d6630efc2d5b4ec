import { type Day, dayNumber, knownDay } from '#domain/day.ts';
import { dayOfNumber } from '#domain/period.ts';

export const PRESETS = [
  'lifetime',
  'this-month',
  'last-month',
  'this-quarter',
  'this-year',
  'last-year',
  'twelve-months',
] as const;
export type Preset = (typeof PRESETS)[number];

export interface ChosenPeriod {
  from: Day | undefined;
  to: Day | undefined;
}

const LIFETIME: ChosenPeriod = { from: undefined, to: undefined };

/** The days that a preset means today. Months and years end with their last day, also when that is still to come. */
export function periodOf(preset: Preset, today: Day): ChosenPeriod {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  switch (preset) {
    case 'lifetime':
      return LIFETIME;
    case 'this-month':
      return months({ year, month, count: 1 });
    case 'last-month':
      return months({ year, month: month - 1, count: 1 });
    case 'this-quarter':
      return months({ year, month: month - ((month - 1) % 3), count: 3 });
    case 'this-year':
      return months({ year, month: 1, count: 12 });
    case 'last-year':
      return months({ year: year - 1, month: 1, count: 12 });
    case 'twelve-months':
      return months({ year, month: month - 11, count: 12 });
  }
}

/** The preset that these days are today, or null: a range of somebody's own. */
export function presetOf({ from, to }: { from?: string | undefined; to?: string | undefined }, today: Day) {
  return (
    PRESETS.find((preset) => {
      const period = periodOf(preset, today);
      return period.from === from && period.to === to;
    }) ?? null
  );
}

/** So many whole months; a month below 1 is one of the year before. */
function months(given: { year: number; month: number; count: number }): ChosenPeriod {
  const from = firstOf(given.year, given.month);
  const next = firstOf(given.year, given.month + given.count);
  return { from, to: dayOfNumber(dayNumber(next) - 1) };
}

function firstOf(year: number, month: number): Day {
  const number = year * 12 + month - 1;
  const monthText = String((number % 12) + 1).padStart(2, '0');
  return knownDay(`${String(Math.floor(number / 12)).padStart(4, '0')}-${monthText}-01`);
}
