import { lostValue } from './figures.ts';
import { LOST, type LedgerColumns } from './ledgerColumns.ts';
import { minor } from './money.ts';

/** A loss, at the average cost of all that the record ever had; together they are worth what the domain's `lostValue` says. */
export interface Loss {
  day: number;
  units: number;
  value: number;
}

export function eachLoss(columns: LedgerColumns, place: number, tell: (loss: Loss) => void): void {
  const { day, delta, flags } = columns.steps.columns;
  const from = columns.steps.startAt[place] ?? 0;
  const to = from + (columns.steps.countAt[place] ?? 0);
  const { acquired, invested } = columns.facts;
  const valueOf = (unitsLost: number) => {
    const acquisitionCost = minor(invested[place] ?? 0);
    const value = lostValue({ acquisitionCost, unitsAcquired: acquired[place] ?? 0, unitsLost });
    return value.known ? value.value : 0;
  };
  let lost = 0;
  for (let at = from; at < to; at += 1) {
    const units = -(delta[at] ?? 0);
    if (((flags[at] ?? 0) & LOST) === 0 || units <= 0) continue;
    tell({ day: day[at] ?? 0, units, value: valueOf(lost + units) - valueOf(lost) });
    lost += units;
  }
}
