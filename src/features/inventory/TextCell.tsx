import { useId, useState } from 'react';
import type { RecordRow } from '#contract/records.ts';
import { checkDescription } from '#domain/inventoryRecord.ts';
import { CellInput } from '#grid/CellInput.tsx';
import { CellPanel } from '#grid/CellPanel.tsx';
import type { CellEditorProps, DoneMove } from '#grid/column.ts';
import { explain } from '#ui/explain.ts';
import { useLanguage } from '#ui/useLanguage.ts';
import { type EditedField, forgetUnsaved, unsavedText } from './unsavedEdits.ts';
import { useEditText } from './useEditText.ts';

/** Edits a name, SKU, category or location in its cell. What cannot be is said at once, with what was typed. */
export function TextCell({ row, columnId, typed, onDone, onCancel }: CellEditorProps<RecordRow>) {
  const language = useLanguage();
  const edit = useEditText();
  const panel = useId();
  const field = fieldOf(columnId);
  const unsaved = typed === null ? unsavedText(row.id, field) : null;
  // What this person sees now; the row may change under the editor.
  const [seen] = useState(row[field]);
  const [text, setText] = useState(typed ?? unsaved?.typed ?? row[field]);
  const [objection, setObjection] = useState(unsaved && explain(unsaved.problem, language));
  const column = language.words.columns[field];

  function commit(move: DoneMove) {
    const checked = checkDescription({ [field]: text });
    if (!checked.ok) {
      const [refusal] = checked.refusal;
      setObjection(refusal ? explain({ code: refusal.code, facts: { ...refusal } }, language) : null);
      return;
    }
    const after = checked.value[field] ?? '';
    if (after === row[field]) forgetUnsaved({ recordId: row.id, columnId: field });
    else edit({ row, field, after, seen, typed: text });
    onDone(move);
  }

  return (
    <>
      <CellInput
        label={language.words.inventory.editCell(column, row.name)}
        text={text}
        onText={(next) => {
          setText(next);
          setObjection(null);
        }}
        onCommit={commit}
        onCancel={onCancel}
        isInvalid={objection !== null}
        {...(objection === null ? {} : { describedBy: panel })}
      />
      {objection !== null && (
        <CellPanel id={panel} role="note">
          <span role="alert">{objection}</span>
        </CellPanel>
      )}
    </>
  );
}

function fieldOf(columnId: string): EditedField {
  return columnId === 'sku' || columnId === 'category' || columnId === 'location' ? columnId : 'name';
}
