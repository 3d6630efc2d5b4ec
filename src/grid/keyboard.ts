import type { KeyboardEvent } from 'react';
import { editability } from './column.ts';
import {
  extendBlock,
  HEADER_ROW,
  nextPosition,
  reading,
  selectAll,
  selectedBlock,
  type CellPosition,
} from './cursor.ts';
import { clearBlock, fillDown, fillWith } from './fillBlock.ts';
import {
  commandForKey,
  isTyping,
  pressOf,
  type GridCommand,
  type KeyPress,
  type KeyPlace,
} from './gridKeys.ts';
import { holdKey, holdKeys, isOutdated, isRowToCome } from './heldKeys.ts';
import {
  columnOf,
  finishEdit,
  go,
  notify,
  openColumnPanel,
  openEditor,
  toggleGroup,
  type GridSession,
} from './session.ts';

/** The grid's keyboard. Keys in an editor are the editor's; keys for a row that is still to come are kept and played later. */
export function pressKey<Row>(session: GridSession<Row>, event: KeyboardEvent<HTMLElement>): void {
  const cursor = session.cursor();
  if (event.defaultPrevented) return;
  if (cursor.mode === 'editing') {
    if (fillByEditor(session, event)) return;
    // Typing into an editor that was scrolled away brings it back.
    if (isInLayer(event)) session.viewport.scroll.reveal(cursor.at);
    return;
  }
  const press = pressOf(event);
  // Keys in a heading's panel are the panel's.
  if (isInLayer(event)) return;
  const command = commandForKey(press, keyPlace(session, cursor.at));
  const isForOtherRows = cursor.at.rowIndex !== HEADER_ROW && isOutdated(session);
  if (session.held.presses.length > 0 || isForOtherRows) {
    if (holdKey(session, press, command)) return event.preventDefault();
    // Undo is of no row, and of no moment either: it need not wait where nothing does.
    if (session.held.presses.length > 0) return;
  }
  if (command === null) return;
  // A composing key must reach the editor's field, which is why its default stays.
  if (command.kind !== 'compose') event.preventDefault();
  run(session, command, press);
}

/** Plays the keys that waited for their row, once it is there. */
export function playHeld<Row>(current: () => GridSession<Row>): void {
  const presses = current().held.presses.splice(0);
  current().say('');
  while (presses.length > 0) {
    const session = current();
    const first = presses[0];
    if (first === undefined) return;
    if (session.cursor().mode === 'editing') {
      presses.shift();
      playInEditor(first);
    } else {
      playInGrid(session, presses, first);
    }
  }
}

function run<Row>(session: GridSession<Row>, command: GridCommand, press: KeyPress): void {
  const { props, bounds, words } = session;
  const { at } = session.cursor();
  switch (command.kind) {
    case 'move': {
      const to = nextPosition(at, command.move, bounds);
      return go(session, command.isExtending ? extendBlock(session.cursor(), to, bounds) : reading(to));
    }
    case 'edit':
      if (isRowToCome(session)) return holdKeys(session, [press]);
      return openEditor(session, at, command.typed);
    case 'compose':
      return openEditor(session, at, '');
    case 'openRow': {
      const row = props.rowAt(at.rowIndex);
      if (row !== undefined) props.onOpenRow?.(row, at.rowIndex);
      return undefined;
    }
    case 'sort':
      return sortBy(session, at, command.isAdditive);
    case 'columnPanel':
      return openColumnPanel(session, at.columnId);
    case 'toggleGroup':
      return void toggleGroup(session, at);
    case 'selectAll':
      return bounds.rowCount === 0 ? undefined : go(session, selectAll(at, bounds));
    case 'toggleRow':
      if (props.onToggleRow === undefined) return notify(session, at, words.readOnly);
      return props.onToggleRow(at.rowIndex, command.isExtending);
    case 'clear':
      return props.onBlockEdit === undefined
        ? undefined
        : clearBlock(session, 'clear', selectedBlock(session.cursor(), session.layout.columnIds));
    case 'fillDown':
      return props.onBlockEdit === undefined ? undefined : fillDown(session, command.isSeries);
    case 'turn':
      return props.onUndo?.(command.way);
    case 'showKeys':
      return props.onShowKeys?.();
    case 'giveUp':
      return go(session, reading(at));
  }
}

/** Ctrl+Enter: what is in the editor's field goes into every cell of the selected block. */
function fillByEditor<Row>(session: GridSession<Row>, event: KeyboardEvent<HTMLElement>): boolean {
  const isFill =
    event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  const { target } = event;
  if (!isFill || session.props.onBlockEdit === undefined || !(target instanceof HTMLInputElement))
    return false;
  event.preventDefault();
  const block = selectedBlock(session.cursor(), session.layout.columnIds);
  const { value } = target;
  finishEdit(session, 'stay');
  fillWith(session, block, value);
  return true;
}

export function sortBy<Row>(session: GridSession<Row>, at: CellPosition, isAdditive: boolean): void {
  if (columnOf(session, at)?.isSortable === true) session.props.onSort?.(at.columnId, isAdditive);
}

function keyPlace<Row>(session: GridSession<Row>, at: CellPosition): KeyPlace {
  const { props, bounds } = session;
  const row = props.rowAt(at.rowIndex);
  const column = columnOf(session, at);
  const isTextColumn = column !== undefined && column.editor !== undefined && column.typing !== 'number';
  // A row still loading may turn out to be editable: its letters count as typing.
  const takesLetters = isTextColumn && (row === undefined || editability(column, row) === true);
  const area = at.rowIndex === HEADER_ROW ? 'header' : at.rowIndex >= bounds.rowCount ? 'footer' : 'rows';
  const group = row === undefined ? undefined : props.rowGroup?.(row);
  const isGroup = group !== undefined && group !== 'member';
  return { area, takesLetters, isGroup, isSingleKeyEnabled: props.isSingleKeyEnabled ?? true };
}

function playInGrid<Row>(session: GridSession<Row>, presses: KeyPress[], first: KeyPress): void {
  const { at } = session.cursor();
  const command = commandForKey(first, keyPlace(session, at));
  // The next row is not there either, or other rows have been asked for: everything left waits for them.
  if (isRowToCome(session) || isOutdated(session)) {
    holdKeys(session, presses.splice(0));
    return;
  }
  presses.shift();
  if (command?.kind !== 'edit' || command.typed === null) {
    if (command !== null) run(session, command, first);
    else if (first.key === 'Tab')
      go(session, reading(nextPosition(at, first.hasShift ? 'left' : 'right', session.bounds)));
    return;
  }
  let typed = command.typed;
  while (presses[0] !== undefined && isTyping(presses[0])) typed += presses.shift()?.key ?? '';
  openEditor(session, at, typed);
}

/** Plays a kept key into the open editor, as if it were pressed now. */
function playInEditor(press: KeyPress): void {
  const { key, hasShift, hasCommand, hasAlt } = press;
  const target = document.activeElement;
  const field = target instanceof HTMLInputElement ? target : null;
  if (field && isTyping(press)) return typeInto(field, key, field.selectionStart ?? 0);
  const modifiers = { shiftKey: hasShift, ctrlKey: hasCommand, altKey: hasAlt };
  const event = new globalThis.KeyboardEvent('keydown', {
    key,
    ...modifiers,
    bubbles: true,
    cancelable: true,
  });
  const isLeftToField = target?.dispatchEvent(event) === true;
  if (!isLeftToField || !field || key !== 'Backspace' || document.activeElement !== field) return;
  const { selectionStart, selectionEnd } = field;
  const start = selectionStart ?? 0;
  if (start !== selectionEnd) typeInto(field, '', start);
  else if (start > 0) typeInto(field, '', start - 1);
}

/** Puts text in place of what is selected, or stands between `start` and the caret. */
function typeInto(field: HTMLInputElement, text: string, start: number): void {
  field.setRangeText(text, start, field.selectionEnd ?? start, 'end');
  const inputType = text === '' ? 'deleteContentBackward' : 'insertText';
  field.dispatchEvent(new InputEvent('input', { data: text || null, inputType, bubbles: true }));
}

function isInLayer({ target }: KeyboardEvent<HTMLElement>): boolean {
  return target instanceof Element && target.closest('.grid-layer') !== null;
}
