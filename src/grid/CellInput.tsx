import { useLayoutEffect, useRef, type FocusEvent, type HTMLAttributes, type KeyboardEvent } from 'react';
import type { DoneMove } from './column.ts';

interface CellInputProps {
  /** Its name for a screen reader: column and row. */
  readonly label: string;
  readonly text: string;
  onText(text: string): void;
  /** Enter, Shift+Enter, Tab, Shift+Tab (with their direction) and leaving by a click (`stay`). */
  onCommit(move: DoneMove): void;
  onCancel(): void;
  readonly inputMode?: HTMLAttributes<HTMLInputElement>['inputMode'];
  readonly align?: 'start' | 'end';
  readonly isInvalid?: boolean;
  /** The id of the panel or message that explains the input. */
  readonly describedBy?: string;
}

/** The text field of a cell editor: looks like the cell, takes the focus, and knows the keys every editor shares. */
export function CellInput(props: CellInputProps) {
  const { label, text, onText, onCommit, onCancel, inputMode, align, isInvalid, describedBy } = props;
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    const end = input.current?.value.length ?? 0;
    // A finger has no key that replaces: what is typed on the keypad of digits does.
    const isReplacing = inputMode === 'numeric' && isFinger();
    // Before the focus, which brings it to the screen: the other way round the browser lays the page out twice.
    input.current?.setSelectionRange(isReplacing ? 0 : end, end);
    // In the same task as the key that opened the editor, so that the next key already lands here.
    input.current?.focus({ preventScroll: true });
  }, [inputMode]);

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const action = editorKey(event);
    if (action === null) return;
    event.preventDefault();
    if (action === 'cancel') onCancel();
    else onCommit(action);
  }

  function onBlur(event: FocusEvent<HTMLInputElement>) {
    // Still the active element: the whole window lost focus, the person comes back to it.
    if (document.activeElement === event.currentTarget) return;
    const isInside = event.currentTarget.closest('.grid-layer')?.contains(event.relatedTarget) === true;
    if (!isInside) onCommit('stay');
  }

  return (
    <input
      ref={input}
      className={align === 'end' ? 'grid-input grid-end' : 'grid-input'}
      aria-label={label}
      aria-invalid={isInvalid === true ? true : undefined}
      aria-describedby={describedBy}
      value={text}
      inputMode={inputMode}
      autoComplete="off"
      spellCheck={false}
      enterKeyHint="done"
      onChange={(event) => onText(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
    />
  );
}

let coarsePointer: MediaQueryList | undefined;

function isFinger(): boolean {
  // Kept, because asking anew with each cell is felt.
  coarsePointer ??= window.matchMedia('(pointer: coarse)');
  return coarsePointer.matches;
}

/** What a key means in any cell editor; null: it is text or the editor's own. */
function editorKey(
  event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey' | 'nativeEvent'>,
): DoneMove | 'cancel' | null {
  // Enter and Escape end a composition first.
  if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return null;
  if (event.key === 'Escape') return 'cancel';
  if (event.key === 'Enter') return event.shiftKey ? 'up' : 'down';
  if (event.key === 'Tab') return event.shiftKey ? 'left' : 'right';
  return null;
}
