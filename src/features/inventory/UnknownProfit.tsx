import { useWords } from '#ui/useLanguage.ts';

/** No purchase cost, no profit: said in a word, never drawn as zero. */
export function UnknownProfit() {
  const { figures } = useWords();
  return (
    <span className="inventory-unknown" title={figures.why['no-purchase-cost']}>
      {figures.unknown}
    </span>
  );
}
