import { useId, useState } from 'react';
import { problemOf } from '#api/problemError.ts';
import { useDescribeRecord } from '#api/records.ts';
import type { RecordRow } from '#contract/records.ts';
import { type DescriptionField, checkDescription } from '#domain/inventoryRecord.ts';
import { CellInput } from '#grid/CellInput.tsx';
import { CellPanel } from '#grid/CellPanel.tsx';
import type { CellEditorProps, DoneMove } from '#grid/column.ts';
import { explain } from '#ui/explain.ts';
import { useLanguage } from '#ui/useLanguage.ts';

type EditedField = Extract<DescriptionField, 'name' | 'sku' | 'category' | 'location'>;

/** Edits a name, SKU, category or location in its cell. A refusal stays with what was typed. */
export function TextCell({ row, columnId, typed, onDone, onCancel }: CellEditorProps<RecordRow>) {
  const language = useLanguage();
  const describe = useDescribeRecord();
  const panel = useId();
  const field = fieldOf(columnId);
  const [text, setText] = useState(typed ?? row[field]);
  const [objection, setObjection] = useState<string | null>(null);
  const column = language.words.columns[field];

  function commit(move: DoneMove) {
    const checked = checkDescription({ [field]: text });
    if (!checked.ok) {
      const [refusal] = checked.refusal;
      setObjection(refusal ? explain({ code: refusal.code, facts: { ...refusal } }, language) : null);
      return;
    }
    if (checked.value[field] === row[field]) return onDone(move);
    describe.mutate(
      { id: row.id, version: row.version, body: checked.value },
      {
        onSuccess: () => onDone(move),
        onError: (fault) => setObjection(explain(problemOf(fault), language)),
      },
    );
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
