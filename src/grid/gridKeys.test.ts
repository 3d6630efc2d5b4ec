import { describe, expect, test } from 'vitest';
import { commandForKey, pressOf, type GridCommand, type KeyPlace } from './gridKeys.ts';

const TEXT_CELL: KeyPlace = { area: 'rows', takesLetters: true, isSingleKeyEnabled: true };
const NUMBER_CELL: KeyPlace = { ...TEXT_CELL, takesLetters: false };
const HEADER: KeyPlace = { ...NUMBER_CELL, area: 'header' };
const FOOTER: KeyPlace = { ...NUMBER_CELL, area: 'footer' };
const move = (to: Extract<GridCommand, { kind: 'move' }>['move'], isExtending = false): GridCommand => ({
  kind: 'move',
  move: to,
  isExtending,
});

/** `Ctrl+Shift+Home` as a key press. */
function press(keys: string) {
  const parts = keys.split('+');
  return {
    key: parts.at(-1) ?? '',
    hasCommand: parts.includes('Ctrl'),
    hasAlt: parts.includes('Alt'),
    hasShift: parts.includes('Shift'),
  };
}

describe('The grid takes', () => {
  test.each<[string, KeyPlace, GridCommand | null]>([
    ['ArrowDown', TEXT_CELL, move('down')],
    ['Ctrl+ArrowDown', TEXT_CELL, move('lastRow')],
    ['Ctrl+ArrowLeft', TEXT_CELL, move('rowStart')],
    ['Shift+ArrowDown', TEXT_CELL, move('down', true)],
    ['Shift+ArrowDown', HEADER, move('down')],
    ['Alt+ArrowLeft', TEXT_CELL, null],
    ['Home', TEXT_CELL, move('rowStart')],
    ['Ctrl+End', TEXT_CELL, move('gridEnd')],
    ['PageDown', TEXT_CELL, move('pageDown')],
    ['F2', TEXT_CELL, { kind: 'edit', typed: null }],
    ['Enter', TEXT_CELL, { kind: 'edit', typed: null }],
    ['Alt+Enter', TEXT_CELL, { kind: 'openRow' }],
    ['4', NUMBER_CELL, { kind: 'edit', typed: '4' }],
    ['Shift+L', TEXT_CELL, { kind: 'edit', typed: 'L' }],
    ['l', TEXT_CELL, { kind: 'edit', typed: 'l' }],
    ['l', NUMBER_CELL, { kind: 'openRow' }],
    ['l', { ...NUMBER_CELL, isSingleKeyEnabled: false }, { kind: 'edit', typed: 'l' }],
    ['😀', TEXT_CELL, { kind: 'edit', typed: '😀' }],
    ['Backspace', TEXT_CELL, { kind: 'edit', typed: '' }],
    ['Process', TEXT_CELL, { kind: 'compose' }],
    [' ', TEXT_CELL, { kind: 'toggleRow', isExtending: false }],
    ['Ctrl+a', TEXT_CELL, { kind: 'selectAll' }],
    ['Escape', TEXT_CELL, { kind: 'giveUp' }],
    ['Enter', HEADER, { kind: 'sort', isAdditive: false }],
    ['Shift+ ', HEADER, { kind: 'sort', isAdditive: true }],
    ['x', HEADER, null],
    ['x', FOOTER, null],
    ['Tab', TEXT_CELL, null],

    ['?', TEXT_CELL, { kind: 'showKeys' }],
    ['/', TEXT_CELL, null],
    ['?', { ...TEXT_CELL, isSingleKeyEnabled: false }, { kind: 'edit', typed: '?' }],
    ['/', { ...TEXT_CELL, isSingleKeyEnabled: false }, { kind: 'edit', typed: '/' }],
    ['Delete', TEXT_CELL, { kind: 'clear' }],
    ['Ctrl+d', TEXT_CELL, { kind: 'fillDown', isSeries: false }],
    ['Ctrl+Shift+D', TEXT_CELL, { kind: 'fillDown', isSeries: true }],
    ['Ctrl+z', HEADER, { kind: 'turn', way: 'undo' }],
    ['Ctrl+y', TEXT_CELL, { kind: 'turn', way: 'redo' }],
    ['Ctrl+Shift+Z', FOOTER, { kind: 'turn', way: 'redo' }],
    ['Ctrl+v', TEXT_CELL, null],
    ['Ctrl+x', TEXT_CELL, null],
    ['Ctrl+k', TEXT_CELL, null],
    ['Ctrl+c', TEXT_CELL, null],
    ['Shift', TEXT_CELL, null],
  ])('%s (%o) as %o', (keys, place, command) => {
    expect(commandForKey(press(keys), place)).toEqual(command);
  });
});

test('A character made with AltGr is typing, although it reports Ctrl and Alt.', () => {
  const event = { key: '@', ctrlKey: true, altKey: true, metaKey: false, shiftKey: false };
  const typed = pressOf({ ...event, getModifierState: () => true });
  expect(commandForKey(typed, TEXT_CELL)).toEqual({ kind: 'edit', typed: '@' });
  const shortcut = pressOf({ ...event, getModifierState: () => false });
  expect(commandForKey(shortcut, TEXT_CELL)).toBeNull();
});
