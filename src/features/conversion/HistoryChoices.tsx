import { useId } from 'react';
import type { HistoryChoice } from '#domain/conversion.ts';
import { useWords } from '#ui/useLanguage.ts';

interface HistoryChoicesProps {
  of: 'serialize' | 'split';
  value: HistoryChoice;
  onChange(value: HistoryChoice): void;
}

const CHOICES = ['keep', 'share'] as const;

/** Whether what the batch earned and cost stays there or is shared out, each with what follows from it. */
export function HistoryChoices({ of, value, onChange }: HistoryChoicesProps) {
  const { conversions } = useWords();
  const name = useId();
  return (
    <fieldset className="conversion-choices">
      <legend>{conversions.history}</legend>
      {CHOICES.map((choice) => (
        <div key={choice} className="conversion-choice">
          <input
            type="radio"
            id={`${name}${choice}`}
            name={name}
            checked={value === choice}
            aria-describedby={`${name}${choice}-says`}
            onChange={() => onChange(choice)}
          />
          <label htmlFor={`${name}${choice}`}>{conversions.historyChoices[choice].label}</label>
          <p id={`${name}${choice}-says`}>{conversions.historyChoices[choice][of]}</p>
        </div>
      ))}
    </fieldset>
  );
}
