import { type KeyboardEvent, useId, useRef } from 'react';
import type { RecordRow } from '#contract/records.ts';
import { CellInput } from '#grid/CellInput.tsx';
import { CellPanel } from '#grid/CellPanel.tsx';
import type { CellEditorProps } from '#grid/column.ts';
import { useWords } from '#ui/useLanguage.ts';
import './cells.css';
import type { ChipListHandle } from './ChipList.tsx';
import { textsOf } from './codeList.ts';
import { CodesPanel } from './CodesPanel.tsx';
import { ChangedQuestion, TakenQuestion } from './CodesQuestion.tsx';
import { codesOf } from './useCodeDraft.ts';
import { useCodesEditor } from './useCodesEditor.ts';

/** Edits a record's stock codes: typed, scanned or pasted ones become chips, and the whole list is saved at once. */
export function CodesCell(props: CellEditorProps<RecordRow>) {
  const { row, onCancel } = props;
  const words = useWords();
  const panel = useId();
  const chips = useRef<ChipListHandle>(null);
  const editor = useRef<HTMLDivElement>(null);
  const { draft, text, news, mode, setMode, commit, answerTaken, answerChanged, ...input } =
    useCodesEditor(props);

  function focusField() {
    setMode({ kind: 'typing' });
    editor.current?.querySelector('input')?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    const isTyping =
      !(event.target instanceof HTMLInputElement) || event.nativeEvent.isComposing || text !== '';
    if (isTyping) return;
    const { length } = draft.list.codes;
    if (event.key === 'Backspace' && length > 0) input.removeAt(length - 1);
    else if (event.key !== 'ArrowLeft' || chips.current?.enter() !== true) return;
    event.preventDefault();
  }

  return (
    <div
      ref={editor}
      role="presentation"
      className="cell-editor"
      onKeyDown={onKeyDown}
      onPaste={(event) => {
        if (input.paste(event.clipboardData.getData('text'))) event.preventDefault();
      }}
    >
      <CellInput
        label={words.inventory.editCell(words.columns.codes, row.name)}
        text={text}
        onText={(next) => {
          input.type(next);
          setMode({ kind: 'typing' });
        }}
        onCommit={commit}
        onCancel={onCancel}
        isInvalid={news?.tone === 'bad' && text !== ''}
        describedBy={panel}
      />
      <CellPanel id={panel} role="group" label={words.columns.codes}>
        {mode.kind === 'taken' && (
          <TakenQuestion
            taken={mode.taken}
            onAnswer={(answer) => answerTaken(answer, mode)}
            onBack={focusField}
          />
        )}
        {mode.kind === 'changed' && (
          <ChangedQuestion
            mine={textsOf(draft.list)}
            theirs={codesOf(mode.theirs)}
            onAnswer={(answer) => answerChanged(answer, mode)}
            onBack={focusField}
          />
        )}
        {mode.kind === 'typing' && (
          <CodesPanel
            {...{ draft, text, news, chips }}
            codeCount={row.codeCount}
            hasFailed={input.hasFailed}
            onRetry={() => void input.readAll()}
            onRemove={input.removeAt}
            onLeaveChips={focusField}
            onAway={() => commit('stay')}
          />
        )}
      </CellPanel>
    </div>
  );
}
