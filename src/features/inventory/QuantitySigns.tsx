import './quantitySigns.css';
import { useWords } from '#ui/useLanguage.ts';

/** A keypad of digits has no signs: for fingers they are here. Whoever has keys does not see them. */
export function QuantitySigns({ onSign }: { onSign(sign: '+' | '−'): void }) {
  const texts = useWords().editing.signs;
  return (
    <p className="cell-signs">
      {(['+', '−'] as const).map((sign) => (
        <button
          key={sign}
          type="button"
          tabIndex={-1}
          className="cell-reason"
          // The field keeps the focus, and with it the keypad.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onSign(sign)}
        >
          {sign === '+' ? texts.add : texts.take}
        </button>
      ))}
    </p>
  );
}
