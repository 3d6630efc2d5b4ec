import { Icon } from '#ui/Icon.tsx';
import { usePageWords } from '#ui/pageWords.ts';
import './advice.css';

interface LifeButtonProps {
  sku: string;
  /** The SKU has a life. */
  isOn: boolean;
  onLife(sku: string): void;
}

/** Beside a SKU: how its things lose value. Quiet until the line is pointed at, where nobody has set it. */
export function LifeButton({ sku, isOn, onLife }: LifeButtonProps) {
  const { life } = usePageWords();
  return (
    <button
      type="button"
      className="profit-life"
      data-on={isOn ? '' : undefined}
      aria-label={life.open(sku)}
      title={life.open(sku)}
      onClick={() => onLife(sku)}
    >
      <Icon name="value" size={15} />
    </button>
  );
}
