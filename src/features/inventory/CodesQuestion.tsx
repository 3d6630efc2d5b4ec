import type { Formats } from '#ui/formats.ts';
import type { Words } from '#ui/messages/en.ts';
import { useLanguage } from '#ui/useLanguage.ts';
import { CellQuestion, type QuestionOption } from './CellQuestion.tsx';
import type { TakenCode } from './takenCodes.ts';

interface TakenQuestionProps {
  taken: readonly TakenCode[];
  onAnswer(answer: 'move' | 'leave' | 'go'): void;
  onBack(): void;
}

/** Codes of other records are in the list: move them here, leave them, or go and look. */
export function TakenQuestion({ taken, onAnswer, onBack }: TakenQuestionProps) {
  const { words, formats } = useLanguage();
  const [first] = taken;
  const question = first ? words.cells.codes.taken(first.code, first.ownerName) : '';
  const more = taken.length - 1;
  return (
    <CellQuestion
      question={question}
      says={more > 0 ? words.cells.codes.takenMore(formats.number(more)) : undefined}
      options={takenOptions(taken, words, formats)}
      preset={null}
      onAnswer={(id) => onAnswer(id === 'move' ? 'move' : id === 'leave' ? 'leave' : 'go')}
      onBack={onBack}
    />
  );
}

interface ChangedQuestionProps {
  mine: readonly string[];
  theirs: readonly string[];
  onAnswer(answer: 'merge' | 'theirs'): void;
  onBack(): void;
}

/** Somebody else changed the list meanwhile: both lists, and whose counts. */
export function ChangedQuestion({ mine, theirs, onAnswer, onBack }: ChangedQuestionProps) {
  const { cells } = useLanguage().words;
  const { merge, mergeSays, keepTheirs, keepTheirsSays, changed } = cells.codes;
  const options = [
    { id: 'merge', label: merge, says: mergeSays },
    { id: 'theirs', label: keepTheirs, says: keepTheirsSays },
  ];
  return (
    <CellQuestion
      question={changed}
      options={options}
      preset={null}
      onAnswer={(id) => onAnswer(id === 'merge' ? 'merge' : 'theirs')}
      onBack={onBack}
    >
      <div className="cell-compare">
        <Side title={cells.codes.mine} codes={mine} others={theirs} />
        <Side title={cells.codes.theirs} codes={theirs} others={mine} />
      </div>
    </CellQuestion>
  );
}

/** A few hundred lines are drawn at once; more of a list is not compared by eye. */
const LINES = 200;

function Side({
  title,
  codes,
  others,
}: {
  title: string;
  codes: readonly string[];
  others: readonly string[];
}) {
  const { words, formats } = useLanguage();
  const shared = new Set(others);
  const own = codes.filter((code) => !shared.has(code));
  // What differs comes first: a long list is looked at for that.
  const lines = [...own, ...codes.filter((code) => shared.has(code))];
  const rest = lines.length - LINES;
  return (
    <section aria-label={title}>
      <h4>
        {title} · {words.cells.codes.count(formats.number(codes.length), codes.length)}
      </h4>
      <ul>
        {lines.slice(0, LINES).map((code, index) => (
          <li key={code} data-sign={index < own.length ? '+' : ''}>
            {code}
          </li>
        ))}
        {rest > 0 && <li>+{formats.number(rest)}</li>}
      </ul>
    </section>
  );
}

function takenOptions(taken: readonly TakenCode[], words: Words, formats: Formats): QuestionOption[] {
  const texts = words.cells.codes;
  const owner = taken[0]?.ownerName ?? '';
  const isOne = taken.length === 1;
  return [
    isOne
      ? { id: 'move', label: texts.move, says: texts.moveSays(owner) }
      : { id: 'move', label: texts.moveAll(formats.number(taken.length)), says: texts.moveAllSays },
    { id: 'leave', label: texts.leave, says: texts.leaveSays },
    { id: 'go', label: texts.goThere, says: texts.goThereSays(owner) },
  ];
}
