import type { Move } from './cursor.ts';

/** The part of a keyboard event that decides. */
export interface KeyPress {
  readonly key: string;
  readonly hasCommand: boolean;
  readonly hasAlt: boolean;
  readonly hasShift: boolean;
}

export type GridCommand =
  | { readonly kind: 'move'; readonly move: Move; readonly isExtending: boolean }
  | { readonly kind: 'edit'; readonly typed: string | null }
  /** An input method is composing: the editor opens empty and the browser delivers the text to it. */
  | { readonly kind: 'compose' }
  | { readonly kind: 'openRow' }
  | { readonly kind: 'sort'; readonly isAdditive: boolean }
  | { readonly kind: 'selectAll' }
  | { readonly kind: 'columnPanel' }
  | { readonly kind: 'toggleGroup' }
  | { readonly kind: 'toggleRow'; readonly isExtending: boolean }
  /** Delete. */
  | { readonly kind: 'clear' }
  | { readonly kind: 'fillDown'; readonly isSeries: boolean }
  | { readonly kind: 'turn'; readonly way: 'undo' | 'redo' }
  | { readonly kind: 'showKeys' }
  | { readonly kind: 'giveUp' };

export interface KeyPlace {
  readonly area: 'header' | 'rows' | 'footer';
  /** The cell under the cursor can be edited and takes letters: then typing wins over single-letter commands. */
  readonly takesLetters: boolean;
  /** The line under the cursor holds other rows. */
  readonly isGroup?: boolean;
  readonly isSingleKeyEnabled: boolean;
}

const MOVES: Readonly<Record<string, { plain: Move; command: Move }>> = {
  ArrowUp: { plain: 'up', command: 'firstRow' },
  ArrowDown: { plain: 'down', command: 'lastRow' },
  ArrowLeft: { plain: 'left', command: 'rowStart' },
  ArrowRight: { plain: 'right', command: 'rowEnd' },
  Home: { plain: 'rowStart', command: 'gridStart' },
  End: { plain: 'rowEnd', command: 'gridEnd' },
  PageUp: { plain: 'pageUp', command: 'pageUp' },
  PageDown: { plain: 'pageDown', command: 'pageDown' },
};

/**
 * What a key means to the grid; null: not the grid's key, leave it to the page (Tab, `/`, Ctrl+K) or to the clipboard's
 * own events (Ctrl+C, Ctrl+X, Ctrl+V).
 */
export function commandForKey(press: KeyPress, place: KeyPlace): GridCommand | null {
  if (place.area === 'header' && opensPanel(press)) return { kind: 'columnPanel' };
  const move = MOVES[press.key];
  if (move !== undefined) {
    // Alt+Left is the browser's way back.
    if (press.hasAlt) return null;
    return {
      kind: 'move',
      move: press.hasCommand ? move.command : move.plain,
      isExtending: press.hasShift && place.area === 'rows',
    };
  }
  if (press.key === 'Escape') return { kind: 'giveUp' };
  const way = turnOf(press);
  if (way !== null) return { kind: 'turn', way };
  if (press.key === '?' && place.isSingleKeyEnabled && !press.hasCommand) return { kind: 'showKeys' };
  return place.area === 'header' ? headerCommand(press) : rowCommand(press, place);
}

/** The key press of an event. AltGr types characters on many layouts although it reports Ctrl and Alt. */
export function pressOf(event: KeyEventLike): KeyPress {
  const isAltGraph = event.getModifierState('AltGraph') && isCharacter(event.key);
  return {
    key: event.key,
    hasCommand: (event.ctrlKey || event.metaKey) && !isAltGraph,
    hasAlt: event.altKey && !isAltGraph,
    hasShift: event.shiftKey,
  };
}

interface KeyEventLike {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  getModifierState(key: 'AltGraph'): boolean;
}

/** As lists that open do it, and the keys for a context menu. */
function opensPanel({ key, hasAlt, hasShift, hasCommand }: KeyPress): boolean {
  if (hasCommand) return false;
  return key === 'ContextMenu' || (key === 'F10' && hasShift) || (key === 'ArrowDown' && hasAlt);
}

function headerCommand({ key, hasCommand, hasAlt, hasShift }: KeyPress): GridCommand | null {
  if (hasCommand || hasAlt) return null;
  return key === 'Enter' || key === ' ' ? { kind: 'sort', isAdditive: hasShift } : null;
}

function rowCommand(press: KeyPress, place: KeyPlace): GridCommand | null {
  if (place.area === 'footer') return null;
  const { key, hasCommand, hasAlt, hasShift } = press;
  if (key === 'Enter' && hasAlt) return { kind: 'openRow' };
  if (hasCommand) return hasAlt ? null : blockCommand(press);
  if (hasAlt) return null;
  if (key === 'Delete') return { kind: 'clear' };
  if (place.isGroup === true && (key === 'Enter' || key === ' ')) return { kind: 'toggleGroup' };
  if (key === 'Enter' || key === 'F2') return { kind: 'edit', typed: null };
  if (key === ' ') return { kind: 'toggleRow', isExtending: hasShift };
  if (key === 'Backspace') return { kind: 'edit', typed: '' };
  if (key === 'Process' || key === 'Dead') return { kind: 'compose' };
  if (!isCharacter(key) || (key === '/' && place.isSingleKeyEnabled)) return null;
  const isSingleKey = place.isSingleKeyEnabled && !place.takesLetters;
  if (isSingleKey && key.toLowerCase() === 'l') return { kind: 'openRow' };
  return { kind: 'edit', typed: key };
}

function blockCommand({ key, hasShift }: KeyPress): GridCommand | null {
  switch (key.toLowerCase()) {
    case 'a':
      return { kind: 'selectAll' };
    case 'd':
      return { kind: 'fillDown', isSeries: hasShift };
    default:
      return null;
  }
}

/** Does a key take a step back, or forth again? */
export function turnOf({ key, hasCommand, hasAlt, hasShift }: KeyPress): 'undo' | 'redo' | null {
  if (!hasCommand || hasAlt) return null;
  const letter = key.toLowerCase();
  if (letter === 'z') return hasShift ? 'redo' : 'undo';
  return letter === 'y' && !hasShift ? 'redo' : null;
}

/** Whether a key press puts a character into a field. */
export function isTyping({ key, hasCommand, hasAlt }: KeyPress): boolean {
  return isCharacter(key) && !hasCommand && !hasAlt;
}

/** Whether a key puts a character on the page. One character may be two code units. */
export function isCharacter(key: string): boolean {
  return Array.from(key).length === 1;
}
