import type { Ref } from 'react';
import type { StockCode } from '#domain/stockCode.ts';
import { Button } from '#ui/Button.tsx';
import { explain } from '#ui/explain.ts';
import { useLanguage } from '#ui/useLanguage.ts';
import { ChipList, type ChipListHandle } from './ChipList.tsx';
import { type CodeList, addCodes, isSeveral } from './codeList.ts';
import { type CodeDraft, unsettled } from './useCodeDraft.ts';

/** What the last key did or could not do. */
export interface CodeNews {
  tone: 'good' | 'bad';
  text: string;
}

interface CodesPanelProps {
  draft: CodeDraft;
  text: string;
  news: CodeNews | null;
  /** How many codes the record has, for while they are read. */
  codeCount: number;
  hasFailed: boolean;
  chips: Ref<ChipListHandle>;
  onRetry(): void;
  onRemove(index: number): void;
  onLeaveChips(): void;
  onAway(): void;
}

/** Below the codes cell: what the text means, what is wrong with it, and the codes there are. */
export function CodesPanel(props: CodesPanelProps) {
  const { draft, text, news, codeCount, hasFailed, chips, onRetry, onRemove, onLeaveChips, onAway } = props;
  const language = useLanguage();
  const { words, formats } = language;
  const texts = words.cells.codes;
  const { codes } = draft.list;
  const open = unsettled(draft);
  const isReading = draft.base === null && !hasFailed;
  return (
    <div className="cell-codes">
      <div role="status">
        {news && <p className={`cell-${news.tone}`}>{news.text}</p>}
        {isSeveral(text) && <Preview list={draft.list} text={text} />}
      </div>
      <div role="alert">
        {open.slice(0, 3).map(({ key, code, ownerName }) => (
          <p key={key} className="cell-bad">
            {texts.taken(code, ownerName)}
          </p>
        ))}
        {open.length > 0 && <p className="cell-says">{texts.takenAsks}</p>}
      </div>
      {isReading && <p className="cell-says">{texts.loading(formats.number(codeCount))}</p>}
      {hasFailed && (
        <div className="ui-actions">
          <span className="cell-bad">{texts.loadFailed}</span>
          <Button onClick={onRetry}>{words.common.retry}</Button>
        </div>
      )}
      <section aria-label={texts.list} className="cell-codes-list">
        <p className="cell-codes-head">
          {codes.length === 0 ? texts.none : texts.count(formats.number(codes.length), codes.length)}
        </p>
        <ChipList
          ref={chips}
          codes={codes}
          taken={new Set(open.map(({ key }) => key))}
          onRemove={onRemove}
          onLeave={onLeaveChips}
          onAway={onAway}
        />
      </section>
      <p className="cell-keys">{texts.hint}</p>
    </div>
  );
}

function Preview({ list, text }: { list: CodeList; text: string }) {
  const language = useLanguage();
  const { words, formats } = language;
  const texts = words.cells.codes;
  const given = addCodes(list, text);
  if (!given.ok)
    return (
      <p className="cell-bad">
        {explain({ code: given.refusal.code, facts: { ...given.refusal } }, language)}
      </p>
    );
  const { added, repeated } = given.value;
  return (
    <>
      {added.length > 0 && (
        <p>
          <strong>{texts.preview(formats.number(added.length), sampleOf(added))}</strong>{' '}
          <span className="cell-says">{texts.previewKeys}</span>
        </p>
      )}
      {repeated.length > 0 && <p className="cell-says">{texts.areThere(formats.number(repeated.length))}</p>}
    </>
  );
}

/** 'A001, A002 … A050' */
function sampleOf(codes: readonly StockCode[]): string {
  const texts = codes.map((code) => code.text);
  return texts.length <= 3 ? texts.join(', ') : `${texts.slice(0, 2).join(', ')} … ${texts.at(-1) ?? ''}`;
}
