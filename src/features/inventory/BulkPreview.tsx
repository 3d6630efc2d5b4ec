import type { QuantityAnswers } from '#domain/cellEdit.ts';
import { explain } from '#ui/explain.ts';
import { useLanguage } from '#ui/useLanguage.ts';
import { BlockAnswers } from './BlockAnswers.tsx';
import { CellProblems } from './CellProblems.tsx';
import type { BulkEdit } from './useBulkEdit.ts';

interface BulkPreviewProps {
  bulk: BulkEdit;
  answers: QuantityAnswers;
  onAnswer(change: QuantityAnswers): void;
}

/** What the change would come to, in numbers, and what it must ask; while it is being done, how many are on their way. */
export function BulkPreview({ bulk, answers, onAnswer }: BulkPreviewProps) {
  const language = useLanguage();
  const { words, formats } = language;
  const texts = words.editing.bulk;
  const { preview, problem, valid } = bulk;
  const refused = (preview?.counts.invalid ?? 0) + (preview?.counts.conflict ?? 0);
  const asks = preview?.counts.asks ?? 0;
  const same = preview?.counts.same ?? 0;
  return (
    <>
      <div role="status" className="editing-part">
        {bulk.isBusy && <p>{texts.busy(formats.number(valid))}</p>}
        {bulk.isCancelled && !bulk.isBusy && <p className="cell-bad">{texts.maybe}</p>}
        {bulk.isLooking && <p className="editing-note">{texts.counting}</p>}
        {preview && !bulk.isBusy && <p>{texts.preview(formats.number(valid))}</p>}
        {same > 0 && <p className="editing-note">{texts.same(formats.number(same))}</p>}
        {asks > 0 && <p>{texts.asks(formats.number(asks))}</p>}
        {refused > 0 && <p>{texts.refused(formats.number(refused))}</p>}
        {problem && <p className="cell-bad">{explain(problem, language)}</p>}
      </div>
      {preview && (
        <>
          <BlockAnswers problems={preview.problems} answers={answers} onAnswer={onAnswer} />
          <CellProblems problems={preview.problems} />
        </>
      )}
    </>
  );
}
