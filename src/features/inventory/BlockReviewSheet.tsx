import type { BatchAnswer } from '#api/batch.ts';
import { CELL_VERDICTS, type QuantityAnswers } from '#domain/cellEdit.ts';
import { Button, IconButton } from '#ui/Button.tsx';
import { explain } from '#ui/explain.ts';
import { Loading } from '#ui/Loading.tsx';
import { Sheet } from '#ui/Sheet.tsx';
import { useLanguage } from '#ui/useLanguage.ts';
import { BlockAnswers } from './BlockAnswers.tsx';
import { CellProblems } from './CellProblems.tsx';
import './editing.css';
import type { BlockReview } from './useBlockReview.ts';

interface BlockReviewSheetProps {
  review: BlockReview;
  onApply(mode: 'all' | 'valid'): void;
  onAnswer(change: QuantityAnswers): void;
  onOverwrite(): void;
  onRetry(): void;
  onCloseReview(): void;
}

/** A block that could not be written as it was: each cell with what is wrong, and the choice of all or the valid part. */
export function BlockReviewSheet(props: BlockReviewSheetProps) {
  const { review, onApply, onCloseReview } = props;
  const { block, preview } = review;
  const { words, formats } = useLanguage();
  const texts = words.editing.block;
  const title = texts.titles[block.kind](formats.number(block.cells.length));
  const valid = (preview?.counts.new ?? 0) + (preview?.counts.changed ?? 0);
  const isWhole = preview?.problems.length === 0;
  return (
    <Sheet label={title} place="side" onClose={onCloseReview}>
      <div className="editing-sheet">
        <header className="editing-head">
          <h2 className="ui-sheet-title">{title}</h2>
          <IconButton icon="close" label={words.common.cancel} onClick={onCloseReview} />
        </header>
        <Looked {...props} />
        <footer className="editing-actions">
          <Button
            look="primary"
            data-autofocus
            isBusy={preview === null && review.problem === null}
            disabledBecause={valid === 0 ? texts.noneValid : null}
            onClick={() => onApply(isWhole ? 'all' : 'valid')}
          >
            {isWhole ? texts.applyAll(formats.number(valid)) : texts.applyValid(formats.number(valid))}
          </Button>
          <Button onClick={onCloseReview}>{words.common.cancel}</Button>
        </footer>
      </div>
    </Sheet>
  );
}

function Looked({ review, onAnswer, onOverwrite, onRetry }: BlockReviewSheetProps) {
  const language = useLanguage();
  const { words, formats } = language;
  const texts = words.editing.block;
  const { block, preview, problem, passedOver } = review;
  if (problem) {
    return (
      <div className="editing-part" role="alert">
        <p className="cell-bad">{explain(problem, language)}</p>
        <Button icon="refresh" onClick={onRetry}>
          {texts.again}
        </Button>
      </div>
    );
  }
  if (!preview) return <Loading label={texts.checking} />;
  return (
    <>
      <p>{review.isRestored ? texts.restored : texts.intro}</p>
      <div role="status">
        <Counts counts={preview.counts} />
      </div>
      {passedOver.map(({ header, count }) => (
        <p key={header} className="editing-note">
          {texts.passedOver(header, formats.number(count))}
        </p>
      ))}
      <BlockAnswers problems={preview.problems} answers={block.answers} onAnswer={onAnswer} />
      {(preview.counts.conflict ?? 0) > 0 && (
        <p>
          <Button icon="refresh" onClick={onOverwrite}>
            {texts.overwrite}
          </Button>
        </p>
      )}
      <CellProblems problems={preview.problems} textOf={(index) => block.cells[index]?.text ?? ''} />
    </>
  );
}

function Counts({ counts }: { counts: BatchAnswer['counts'] }) {
  const { words, formats } = useLanguage();
  const texts = words.editing.block;
  return (
    <ul className="editing-counts">
      {CELL_VERDICTS.filter((verdict) => (counts[verdict] ?? 0) > 0).map((verdict) => (
        <li key={verdict} data-verdict={verdict}>
          {texts.verdictCount(formats.number(counts[verdict] ?? 0), texts.verdicts[verdict])}
        </li>
      ))}
    </ul>
  );
}
