import { NativeSelect } from '@mantine/core';
import '@mantine/core/styles/Input.css';
import type { CellProblem } from '#contract/batch.ts';
import { type AdjustmentReason, CLOSING_REASONS, reasonsFor } from '#domain/adjustment.ts';
import type { QuantityAnswers } from '#domain/cellEdit.ts';
import { useWords } from '#ui/useLanguage.ts';

interface BlockAnswersProps {
  problems: readonly CellProblem[];
  answers: QuantityAnswers;
  onAnswer(change: QuantityAnswers): void;
}

/** One answer for all crossings of the block: what new units are, why items close or open again. */
export function BlockAnswers({ problems, answers, onAnswer }: BlockAnswersProps) {
  const texts = useWords().editing.block;
  const asked = new Set(problems.filter(({ verdict }) => verdict === 'asks').map(({ question }) => question));
  const isAsked = (question: string) => asked.has(question);
  return (
    <>
      {(isAsked('grow') || answers.grow) && (
        <Choice
          label={texts.grow}
          options={(['units', 'pool'] as const).map((value) => ({ value, label: texts.growOptions[value] }))}
          value={answers.grow}
          onChange={(grow) => onAnswer({ grow })}
        />
      )}
      {(isAsked('close') || answers.close) && (
        <ReasonChoice
          label={texts.close}
          reasons={CLOSING_REASONS}
          value={answers.close}
          onChange={(close) => onAnswer({ close })}
        />
      )}
      {(isAsked('reopen') || answers.reopen) && (
        <ReasonChoice
          label={texts.reopen}
          reasons={reasonsFor(1)}
          value={answers.reopen}
          onChange={(reopen) => onAnswer({ reopen })}
        />
      )}
    </>
  );
}

interface ReasonChoiceProps {
  label: string;
  reasons: readonly AdjustmentReason[];
  value: AdjustmentReason | undefined;
  onChange(reason: AdjustmentReason): void;
}

/** Why units come or go. */
export function ReasonChoice({ label, reasons, value, onChange }: ReasonChoiceProps) {
  const { reasons: labels } = useWords();
  const options = reasons.map((reason) => ({ value: reason, label: labels[reason] }));
  return <Choice label={label} options={options} value={value} onChange={onChange} />;
}

interface ChoiceProps<Value extends string> {
  label: string;
  options: readonly { value: Value; label: string }[];
  value: Value | undefined;
  onChange(value: Value): void;
}

function Choice<Value extends string>({ label, options, value, onChange }: ChoiceProps<Value>) {
  const texts = useWords().editing.block;
  const none = value === undefined ? [{ value: '', label: texts.choose }] : [];
  return (
    <NativeSelect
      label={label}
      data={[...none, ...options]}
      value={value ?? ''}
      onChange={(event) => {
        const chosen = options.find((option) => option.value === event.currentTarget.value);
        if (chosen) onChange(chosen.value);
      }}
    />
  );
}
