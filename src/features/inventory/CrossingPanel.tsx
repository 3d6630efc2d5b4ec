import type { AdjustmentReason } from '#domain/adjustment.ts';
import { type QuantityQuestion, type QuantityRequest } from '#domain/quantity.ts';
import type { Formats } from '#ui/formats.ts';
import type { Words } from '#ui/messages/en.ts';
import { useLanguage } from '#ui/useLanguage.ts';
import { CellQuestion, type QuestionOption } from './CellQuestion.tsx';
import { lastReason } from './lastReason.ts';
import { deltaOf } from './quantityOutcome.ts';
import { signed } from './signed.ts';

interface CrossingPanelProps {
  current: number;
  request: QuantityRequest;
  question: QuantityQuestion;
  /** The request with this answer in it. */
  onAnswer(request: QuantityRequest): void;
  onBack(): void;
}

interface Asked {
  text: string;
  says?: string;
  options: readonly QuestionOption[];
  preset: string | null;
}

/** The question that a crossing between one, many and none asks, or a quantity that has moved meanwhile. */
export function CrossingPanel({ current, request, question, onAnswer, onBack }: CrossingPanelProps) {
  const language = useLanguage();
  const to = current + deltaOf(current, request.intent);
  const asked = askedOf(question, { current, to, ...language });
  return (
    <CellQuestion
      // Another question follows the first where keeping the difference crosses as well.
      key={asked.text}
      question={asked.text}
      says={asked.says}
      options={asked.options}
      preset={asked.preset}
      onAnswer={(id) => onAnswer(answered(request, { question, id, current }))}
      onBack={onBack}
    />
  );
}

interface Given {
  current: number;
  to: number;
  words: Words;
  formats: Formats;
}

function askedOf(question: QuantityQuestion, given: Given): Asked {
  const { words, formats, current, to } = given;
  const texts = words.cells.quantity;
  const number = (value: number) => formats.number(value);
  if (question.code === 'quantity.moved') return movedAsked(question, given);
  switch (question.question) {
    case 'grow': {
      const units = number(question.units);
      const isOne = question.units === 1;
      const says = { units: texts.unitsSays(units, isOne), pool: texts.poolSays(number(to)) };
      const labels = { units: texts.units(units, isOne), pool: texts.pool };
      const options = question.options.map((id) => ({ id, label: labels[id], says: says[id] }));
      return { text: texts.grow(number(current), number(to)), options, preset: null };
    }
    case 'close':
      return {
        text: texts.close(number(current)),
        says: texts.closeSays,
        options: reasonOptions(question.options, words),
        preset: lastReason('close'),
      };
    case 'reopen':
      return {
        text: texts.reopen(number(to)),
        says: texts.reopenSays,
        options: reasonOptions(question.options, words),
        preset: lastReason('reopen'),
      };
  }
}

function movedAsked(
  question: Extract<QuantityQuestion, { code: 'quantity.moved' }>,
  { words, formats }: Given,
): Asked {
  const texts = words.cells.quantity;
  const { seen, current, keepCounted, keepDifference } = question;
  const [counted, difference, now] = [keepCounted, keepDifference, current].map((value) =>
    formats.number(value),
  );
  const delta = signed(keepCounted - seen, formats);
  const options = [
    {
      id: 'counted',
      label: texts.keepCounted(counted ?? ''),
      says: texts.keepCountedSays(now ?? '', counted ?? ''),
    },
    {
      id: 'difference',
      label: texts.keepDifference(difference ?? ''),
      says: texts.keepDifferenceSays(delta, now ?? ''),
    },
  ];
  return { text: texts.moved(formats.number(seen), now ?? ''), options, preset: null };
}

function answered(
  request: QuantityRequest,
  { question, id, current }: { question: QuantityQuestion; id: string; current: number },
): QuantityRequest {
  if (question.code === 'quantity.moved') {
    const to = id === 'counted' ? question.keepCounted : question.keepDifference;
    return { ...request, intent: { kind: 'set', to, seen: current } };
  }
  if (question.question === 'grow') return { ...request, crossing: id === 'units' ? 'units' : 'pool' };
  const reason = question.options.find((option) => option === id);
  return question.question === 'close' ? { ...request, crossing: 'close', reason } : { ...request, reason };
}

function reasonOptions(reasons: readonly AdjustmentReason[], { reasons: labels }: Words): QuestionOption[] {
  return reasons.map((id) => ({ id, label: labels[id] }));
}
