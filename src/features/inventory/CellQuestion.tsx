import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useWords } from '#ui/useLanguage.ts';
import { chosenByKey } from './questionKeys.ts';

export interface QuestionOption {
  id: string;
  label: string;
  /** What follows from it, in one line. */
  says?: string | undefined;
}

interface CellQuestionProps {
  question: string;
  /** What holds for every option. */
  says?: string | undefined;
  options: readonly QuestionOption[];
  /** Chosen from the start, for a question whose usual answer is known; null: the person must choose. */
  preset: string | null;
  children?: ReactNode;
  onAnswer(id: string): void;
  onBack(): void;
}

/**
 * A question at a cell, answered by keyboard: arrows, digits or first letters choose, Enter answers, Esc goes back. Nothing
 * is chosen unless it is the usual answer, so that keys typed on without looking cannot answer by accident.
 */
export function CellQuestion({
  question,
  says,
  options,
  preset,
  children,
  onAnswer,
  onBack,
}: CellQuestionProps) {
  const words = useWords().cells.question;
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const [chosen, setChosen] = useState(() => options.findIndex((option) => option.id === preset));
  const [isUrged, setUrged] = useState(false);

  useEffect(() => {
    // After the panel around it has come up, and still in the same task as the key that asked (React runs the effects of
    // a key at once): the next key already lands here.
    // Before a choice the group has the focus: an option with a ring would look chosen.
    const first = list.current?.querySelector<HTMLElement>('[aria-checked="true"]') ?? list.current;
    first?.focus({ preventScroll: true });
  }, []);

  function choose(index: number) {
    setChosen(index);
    setUrged(false);
    list.current?.querySelectorAll<HTMLElement>('[role="radio"]')[index]?.focus({ preventScroll: true });
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (event.key === 'Escape') return onBack();
    if (event.key === 'Enter') {
      const answer = options[chosen];
      return answer ? onAnswer(answer.id) : setUrged(true);
    }
    const next = chosenByKey(event, { chosen, labels: options.map(({ label }) => label) });
    if (next !== null) choose(next);
  }

  return (
    <div className="cell-question">
      <p className="cell-question-text" id={id}>
        {question}
      </p>
      {says !== undefined && <p className="cell-says">{says}</p>}
      {children}
      <div
        ref={list}
        role="radiogroup"
        tabIndex={-1}
        aria-labelledby={id}
        aria-describedby={`${id}-keys`}
        className="cell-options"
        onKeyDown={onKeyDown}
      >
        {options.map((option, index) => (
          <button
            key={option.id}
            type="button"
            role="radio"
            aria-checked={index === chosen}
            tabIndex={-1}
            className="cell-option"
            onClick={() => onAnswer(option.id)}
          >
            <kbd aria-hidden="true">{index < 9 ? index + 1 : ''}</kbd>
            <span>
              <span className="cell-option-label">{option.label}</span>
              {option.says !== undefined && <span className="cell-says">{option.says}</span>}
            </span>
          </button>
        ))}
      </div>
      <p
        className={isUrged ? 'cell-keys cell-urged' : 'cell-keys'}
        id={`${id}-keys`}
        role={isUrged ? 'alert' : undefined}
      >
        {isUrged ? words.choose : words.keys}
      </p>
    </div>
  );
}
