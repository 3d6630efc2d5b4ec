import type { SerializeReasonRow } from '#contract/trackingAdvice.ts';
import { usePageLanguage } from '#ui/pageWords.ts';

/** One reason for serials, in its figures. */
export function SerializeReason({ reason }: { reason: SerializeReasonRow }) {
  const { words, formats } = usePageLanguage();
  const { reasons } = words.advice;
  switch (reason.code) {
    case 'unit-value':
      return reasons[reason.code](formats.money(reason.unitValue), formats.money(reason.typical));
    case 'repairs':
      return reasons[reason.code](formats.number(reason.repairs), formats.money(reason.cost));
    case 'losses':
      return reasons[reason.code](
        formats.number(reason.lost),
        formats.number(reason.acquired),
        formats.money(reason.value),
      );
    case 'uneven-codes':
      return reasons[reason.code](formats.number(reason.codes), formats.number(reason.quantity));
  }
}
