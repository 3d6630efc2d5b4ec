import { HEADER_ROW, reading } from './cursor.ts';
import { isCharacter, isTyping, type GridCommand, type KeyPress } from './gridKeys.ts';
import { go, notify, type GridSession } from './session.ts';

/** Keys that were typed before the rows they are meant for were there. */
export interface HeldKeys {
  readonly presses: KeyPress[];
  /** The list that was asked for when they were typed. */
  list: string | undefined;
  /** The list that was asked for when the person last said that the rows on screen are meant. */
  givenUp: string | undefined;
}

/** A whole minute's typing may wait; the message shows its end. */
const SHOWN = 24;
/** Of which grid the next frame tells what waits. */
const toBeTold = new WeakSet<HeldKeys>();

/**
 * Are the rows on screen of another list than the one that is asked for by now (a search, an order)? What is typed then is meant
 * for the rows to come, unless the person has said that those on screen are meant.
 */
export function isOutdated<Row>({ props, held }: GridSession<Row>): boolean {
  const asked = props.askedList?.();
  return asked !== props.shownList && asked !== held.givenUp;
}

/** Keeps a key until its row is there. False: the key is not one to keep. */
export function holdKey<Row>(
  session: GridSession<Row>,
  press: KeyPress,
  command: GridCommand | null,
): boolean {
  if (press.key === 'Escape') {
    meanShownRows(session);
    go(session, reading(session.cursor().at));
    return true;
  }
  if (!isKept(press, command, session.held.presses.length > 0)) return false;
  holdKeys(session, [press]);
  return true;
}

export function holdKeys<Row>(session: GridSession<Row>, presses: readonly KeyPress[]): void {
  const { held, props } = session;
  const asked = props.askedList?.();
  if (held.list !== asked) held.presses.length = 0;
  held.list = asked;
  held.presses.push(...presses);
  tellHeld(session);
}

/** Is the cursor on a row that has not come yet? */
export function isRowToCome<Row>({ props, bounds, cursor }: GridSession<Row>): boolean {
  const { rowIndex } = cursor().at;
  return rowIndex > HEADER_ROW && rowIndex < bounds.rowCount && props.rowAt(rowIndex) === undefined;
}

/** What becomes of the keys that wait: they go on waiting, are played, or their rows will not come any more. */
export function fateOfHeld<Row>(session: GridSession<Row>): 'wait' | 'play' | 'drop' {
  const { held, props } = session;
  if (held.presses.length === 0) return 'wait';
  const asked = props.askedList?.();
  if (held.list !== asked) return 'drop';
  return asked === props.shownList && !isRowToCome(session) ? 'play' : 'wait';
}

/** Gives up what waits for rows that will not come, and says so. */
export function dropHeld<Row>(session: GridSession<Row>): void {
  const typed = textOf(session.held.presses.splice(0));
  if (typed !== '') notify(session, session.cursor().at, session.words.notWritten(typed));
}

/** From here on keys mean the rows on screen: the person has pointed at one of them, or given up what waited (Esc). */
export function meanShownRows<Row>({ held, props }: GridSession<Row>): void {
  held.presses.length = 0;
  held.givenUp = props.askedList?.();
}

/** While keys wait, also those wait that mean something in the editor which the first of them opens. */
function isKept(press: KeyPress, command: GridCommand | null, isAfter: boolean): boolean {
  if (command?.kind === 'compose') return false;
  if (isAfter && (isTyping(press) || press.key === 'Tab')) return true;
  const isOfNoRow = command?.kind === 'turn' || command?.kind === 'showKeys';
  return command !== null && (isAfter || !isOfNoRow);
}

/** Once in a frame: a scanner's keys must not wait for the message of the one before. */
function tellHeld<Row>(session: GridSession<Row>): void {
  const { held, words } = session;
  if (toBeTold.has(held)) return;
  toBeTold.add(held);
  requestAnimationFrame(() => {
    toBeTold.delete(held);
    if (held.presses.length > 0) notify(session, session.cursor().at, words.waiting(textOf(held.presses)));
  });
}

function textOf(presses: readonly KeyPress[]): string {
  const shown = presses.slice(-SHOWN).map(({ key }) => (isCharacter(key) ? key : ' · '));
  return (presses.length > SHOWN ? ['…', ...shown] : shown).join('').trim();
}
