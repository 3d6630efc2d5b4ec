import { type KeyboardEvent, useId, useState } from 'react';
import type { RecordRow } from '#contract/records.ts';
import type { QuantityQuestion, QuantityRefusal, QuantityRequest } from '#domain/quantity.ts';
import { conversionStarts } from '#domain/conversion.ts';
import { CellInput } from '#grid/CellInput.tsx';
import { CellPanel } from '#grid/CellPanel.tsx';
import type { CellEditorProps, DoneMove } from '#grid/column.ts';
import { useWords } from '#ui/useLanguage.ts';
import './cells.css';
import { CrossingPanel } from './CrossingPanel.tsx';
import { usualReason } from './lastReason.ts';
import { OutcomePanel } from './OutcomePanel.tsx';
import {
  type QuantityDraft,
  type QuantityOutcome,
  answerQuantity,
  nextReason,
  readQuantity,
} from './quantityOutcome.ts';
import { QuantitySigns } from './QuantitySigns.tsx';
import { useTableActions } from './tableActions.ts';
import { unsavedQuantity } from './unsavedEdits.ts';
import { useEditQuantity } from './useEditQuantity.ts';
import { useRested } from './useRested.ts';

/**
 * `asking`: Enter met a question; once answered, the cursor moves the way that Enter asked. `objection`: why the answer
 * could not be, until something else is typed.
 */
type Mode =
  | { kind: 'typing'; objection?: QuantityRefusal }
  | { kind: 'asking'; request: QuantityRequest; question: QuantityQuestion; move: DoneMove };

/** Edits a quantity in its cell: shows the outcome while typing, asks what must be asked, then writes and moves on. */
export function QuantityCell({ row, typed, onDone, onCancel }: CellEditorProps<RecordRow>) {
  const words = useWords();
  const panel = useId();
  const edit = useEditQuantity();
  const table = useTableActions();
  const canSerialize = conversionStarts(row).includes('serialize');
  // The quantity this person sees now; the row may change under the editor.
  const [draft, setDraft] = useState<QuantityDraft>(() => startOf(row, typed));
  const [mode, setMode] = useState<Mode>(() => startMode(row, { typed, draft }));
  const outcome = readQuantity(row.quantity, draft, usualReason);
  // Who types a number and Enter in one go is not held up by a panel; a question or an objection is said at once.
  const hasRested = useRested(draft.text);
  const isPanelDue = hasRested || mode.kind === 'asking' || mode.objection !== undefined;

  function type(text: string) {
    setDraft((before) => ({ ...before, text }));
    setMode({ kind: 'typing' });
  }

  function settle(answer: QuantityOutcome, move: DoneMove) {
    switch (answer.kind) {
      case 'refusal':
        return back(answer.refusal);
      case 'question':
        return setMode({ kind: 'asking', request: answer.request, question: answer.question, move });
      case 'plan':
        if (answer.plan.kind !== 'unchanged') {
          edit({ row, request: answer.request, plan: answer.plan, draft });
        }
        return onDone(move);
      case 'nothing':
        return onDone(move);
    }
  }

  function back(objection?: QuantityRefusal) {
    setMode({ kind: 'typing', ...(objection ? { objection } : {}) });
    focusInput(panel);
  }

  function serialize() {
    onCancel();
    table.convert('serialize', row.id);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.altKey && event.code === 'KeyS' && canSerialize) {
      event.preventDefault();
      return serialize();
    }
    const step = reasonStep(event);
    if (step === null || outcome.kind !== 'plan' || outcome.plan.kind !== 'adjust') return;
    event.preventDefault();
    const chosen = nextReason(outcome.plan, step);
    setDraft((before) => ({ ...before, chosen }));
  }

  return (
    <div role="presentation" className="cell-editor" onKeyDown={onKeyDown}>
      <CellInput
        label={words.inventory.editCell(words.columns.quantity, row.name)}
        text={draft.text}
        onText={type}
        onCommit={(move) => settle(outcome, move)}
        onCancel={onCancel}
        inputMode="numeric"
        align="end"
        isInvalid={outcome.kind === 'refusal'}
        describedBy={panel}
      />
      {isPanelDue && (
        <CellPanel id={panel} role="group" label={words.columns.quantity}>
          {mode.kind === 'typing' && <QuantitySigns onSign={(sign) => type(sign)} />}
          {mode.kind === 'asking' ? (
            <CrossingPanel
              current={row.quantity}
              request={mode.request}
              question={mode.question}
              onAnswer={(request) => settle(answerQuantity(row.quantity, request, usualReason), mode.move)}
              onBack={() => back()}
            />
          ) : (
            <OutcomePanel
              current={row.quantity}
              outcome={mode.objection ? { kind: 'refusal', refusal: mode.objection } : outcome}
              problem={unsavedQuantity(row.id)?.problem ?? null}
              onReason={(chosen) => setDraft((before) => ({ ...before, chosen }))}
              onSerialize={canSerialize ? serialize : null}
            />
          )}
        </CellPanel>
      )}
    </div>
  );
}

/** What a refused edit had in it comes back, unless something new was typed to open the cell. */
function startOf(row: RecordRow, typed: string | null): QuantityDraft {
  const unsaved = typed === null ? unsavedQuantity(row.id) : null;
  if (unsaved) return { text: unsaved.typed, seen: unsaved.seen, chosen: unsaved.chosen };
  return { text: typed ?? String(row.quantity), seen: row.quantity, chosen: null };
}

/** A person who comes back to a quantity that has moved is asked at once. */
function startMode(row: RecordRow, { typed, draft }: { typed: string | null; draft: QuantityDraft }): Mode {
  if (typed !== null || !unsavedQuantity(row.id)) return { kind: 'typing' };
  const outcome = readQuantity(row.quantity, draft, usualReason);
  if (outcome.kind !== 'question') return { kind: 'typing' };
  return { kind: 'asking', request: outcome.request, question: outcome.question, move: 'stay' };
}

/** Alt with an arrow, or F4: the next or the one before; null for any other key. */
function reasonStep({ key, altKey, shiftKey }: KeyboardEvent): 1 | -1 | null {
  if (key === 'F4' && !altKey) return shiftKey ? -1 : 1;
  if (!altKey) return null;
  if (key === 'ArrowDown') return 1;
  return key === 'ArrowUp' ? -1 : null;
}

function focusInput(panelId: string): void {
  document.querySelector<HTMLElement>(`[aria-describedby="${CSS.escape(panelId)}"]`)?.focus();
}
