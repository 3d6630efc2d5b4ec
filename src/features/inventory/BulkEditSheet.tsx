import { NativeSelect, TextInput } from '@mantine/core';
import '@mantine/core/styles/Input.css';
import { type SubmitEvent, useState } from 'react';
import type { RecordListQuery } from '#api/recordCache.ts';
import { CLOSING_REASONS } from '#domain/adjustment.ts';
import { Button, IconButton } from '#ui/Button.tsx';
import { Sheet } from '#ui/Sheet.tsx';
import { useLanguage } from '#ui/useLanguage.ts';
import { ReasonChoice } from './BlockAnswers.tsx';
import { BULK_KINDS, type BulkDraft, type BulkScope, bulkBatch } from './bulkDraft.ts';
import { BulkPreview } from './BulkPreview.tsx';
import './editing.css';
import { useBulkEdit } from './useBulkEdit.ts';

export interface BulkEditSheetProps {
  selectedIds: readonly string[];
  /** Asked for all, although some may be ticked. */
  isForAll: boolean;
  /** How many records the list holds, and the question it answers. */
  total: number;
  filter: Omit<RecordListQuery, 'sort'>;
  onDone(says: string): void;
  onClose(): void;
}

/** One change for all selected records or for all of the list: seen in numbers first, done as one operation. */
export function BulkEditSheet(props: BulkEditSheetProps) {
  const { selectedIds, isForAll, total, filter, onDone, onClose } = props;
  const { words, formats } = useLanguage();
  const texts = words.editing.bulk;
  const [scope, setScope] = useState<BulkScope>(
    selectedIds.length > 0 && !isForAll ? 'selected' : 'filtered',
  );
  const [draft, setDraft] = useState<BulkDraft>({
    kind: 'location',
    text: '',
    reason: undefined,
    answers: {},
  });
  const body = bulkBatch(draft, { scope, selectedIds, filter });
  const bulk = useBulkEdit(body, (count) => {
    onDone(texts.done(formats.number(count)));
    onClose();
  });
  const change = (part: Partial<BulkDraft>) => setDraft((before) => ({ ...before, ...part }));
  const scopes = [
    { value: 'selected' as const, label: texts.selected(formats.number(selectedIds.length)) },
    { value: 'filtered' as const, label: texts.filtered(formats.number(total)) },
  ].filter(({ value }) => value === 'filtered' || selectedIds.length > 0);

  function submit(event: SubmitEvent) {
    event.preventDefault();
    bulk.apply();
  }

  return (
    <Sheet label={texts.title} place="side" onClose={() => !bulk.isBusy && onClose()}>
      <form className="editing-sheet" noValidate onSubmit={submit}>
        <header className="editing-head">
          <h2 className="ui-sheet-title">{texts.title}</h2>
          <IconButton
            icon="close"
            label={words.editing.keys.close}
            onClick={() => !bulk.isBusy && onClose()}
          />
        </header>
        <fieldset className="editing-choices">
          <legend className="editing-legend">{texts.scope}</legend>
          {scopes.map(({ value, label }) => (
            <label key={value}>
              <input type="radio" name="scope" checked={value === scope} onChange={() => setScope(value)} />
              {label}
            </label>
          ))}
        </fieldset>
        <NativeSelect
          label={texts.what}
          data={BULK_KINDS.map((value) => ({ value, label: texts.kinds[value] }))}
          value={draft.kind}
          data-autofocus
          onChange={(event) => {
            const kind = BULK_KINDS.find((one) => one === event.currentTarget.value);
            if (kind) change({ kind, text: '', reason: undefined, answers: {} });
          }}
        />
        {draft.kind === 'archive' ? (
          <>
            <p className="editing-note">{texts.archiveText}</p>
            <ReasonChoice
              label={texts.archiveReason}
              reasons={CLOSING_REASONS}
              value={draft.reason}
              onChange={(reason) => change({ reason })}
            />
          </>
        ) : (
          <TextInput
            label={texts.values[draft.kind]}
            autoComplete="off"
            value={draft.text}
            onChange={(event) => change({ text: event.currentTarget.value })}
          />
        )}
        <BulkPreview
          bulk={bulk}
          answers={draft.answers}
          onAnswer={(answers) => change({ answers: { ...draft.answers, ...answers } })}
        />
        <footer className="editing-actions">
          <Button
            look="primary"
            type="submit"
            isBusy={bulk.isBusy}
            disabledBecause={bulk.valid > 0 ? null : words.editing.block.noneValid}
          >
            {bulk.isWhole
              ? texts.apply(formats.number(bulk.valid))
              : texts.applyValid(formats.number(bulk.valid))}
          </Button>
          <Button onClick={bulk.isBusy ? bulk.cancel : onClose}>{texts.cancel}</Button>
        </footer>
      </form>
    </Sheet>
  );
}
