import type { RecordRow } from '#contract/records.ts';
import type { CellPart } from '#grid/cellPart.ts';
import type { Amount, Formats } from '#ui/formats.ts';
import { iconElement } from '#ui/iconElement.ts';
import type { Words } from '#ui/messages/en.ts';
import { moneyTone } from '#ui/moneyTone.ts';

type Tracking = RecordRow['tracking'];

/** How records are tracked, by form and by word, as `TrackingGlyph` draws it. */
export function trackingParts(words: Words): Record<Tracking, readonly CellPart[]> {
  const partsOf = (tracking: Tracking) => [
    {
      className: `ui-tracking ui-tracking-${tracking}`,
      icon: iconElement(tracking, 15),
      text: words.tracking[tracking],
    },
  ];
  return { serialized: partsOf('serialized'), bulk: partsOf('bulk'), closed: partsOf('closed') };
}

/** More would not fit in the cell; the record itself shows all. */
const SHOWN = 2;

/** The first stock codes as chips, and how many more there are. */
export function codeParts(
  { codes, codeCount }: RecordRow,
  { words, formats }: { words: Words; formats: Formats },
): CellPart[] {
  const more = codeCount - Math.min(SHOWN, codes.length);
  // With the space, the text of the cell is the codes as they are read out.
  const parts: CellPart[] = codes
    .slice(0, SHOWN)
    .flatMap(({ code }) => [{ className: 'ui-chip', text: code }, { text: ' ' }]);
  if (more > 0) {
    const count = formats.number(more);
    parts.push({
      className: 'inventory-more',
      title: words.inventory.moreCodes(count),
      // The cell's own text names the codes, not their number.
      sign: `+${count}`,
      text: '',
    });
  }
  return [{ className: 'inventory-chips', text: '', parts }];
}

/** A profit or a loss, without the currency that the heading names. */
export function resultParts(money: Amount, formats: Formats): CellPart[] {
  return [{ className: moneyTone(money, true), text: formats.amount(money) }];
}

/** No purchase cost, no profit: said in a word, never drawn as zero. */
export function unknownProfit({ figures }: Words): CellPart[] {
  return [{ className: 'inventory-unknown', title: figures.why['no-purchase-cost'], text: figures.unknown }];
}
