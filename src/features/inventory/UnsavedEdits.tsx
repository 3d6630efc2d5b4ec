import { Banner } from '#ui/Banner.tsx';
import { Button } from '#ui/Button.tsx';
import { explain } from '#ui/explain.ts';
import type { Words } from '#ui/messages/en.ts';
import { useLanguage } from '#ui/useLanguage.ts';
import { type UnsavedEdit, cellKey, forgetUnsaved, useUnsavedEdits } from './unsavedEdits.ts';

interface UnsavedEditsProps {
  /** Opens the cell again with what was typed; null: the record is not in this list. */
  again(edit: UnsavedEdit): (() => void) | null;
}

/** More than a few would cover the table; they come up as the first ones are dealt with. */
const SHOWN = 3;

/** Over the table: edits that were refused after their cell was left, each with a way back to what was typed. */
export function UnsavedEdits({ again }: UnsavedEditsProps) {
  const { words, formats } = useLanguage();
  const edits = [...useUnsavedEdits().values()];
  const rest = edits.length - SHOWN;
  return (
    <>
      {edits.slice(0, SHOWN).map((edit) => (
        <UnsavedBanner key={cellKey(edit)} edit={edit} onAgain={again(edit)} />
      ))}
      {rest > 0 && <Banner tone="bad">{words.cells.unsaved.more(formats.number(rest))}</Banner>}
    </>
  );
}

function whatOf(edit: UnsavedEdit, { cells, columns, editing }: Words): string {
  const { recordName } = edit;
  if (edit.columnId === 'quantity') return cells.unsaved.quantity(recordName, edit.typed);
  if (edit.columnId === 'codes') return cells.unsaved.codes(recordName);
  return editing.unsavedText(columns[edit.columnId], recordName, edit.typed);
}

function UnsavedBanner({ edit, onAgain }: { edit: UnsavedEdit; onAgain: (() => void) | null }) {
  const language = useLanguage();
  const texts = language.words.cells.unsaved;
  const what = whatOf(edit, language.words);
  const actions = (
    <>
      <Button onClick={() => onAgain?.()} disabledBecause={onAgain ? null : texts.notListed}>
        {texts.again}
      </Button>
      <Button look="quiet" onClick={() => forgetUnsaved(edit)}>
        {texts.discard}
      </Button>
    </>
  );
  return (
    <Banner tone="bad" action={actions}>
      <strong>{what}</strong> {explain(edit.problem, language)}
    </Banner>
  );
}
