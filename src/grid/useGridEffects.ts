import {
  useEffect,
  useEffectEvent,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  type RefObject,
} from 'react';
import type { GridSort } from './column.ts';
import { HEADER_ROW, reading } from './cursor.ts';
import { dropHeld, fateOfHeld } from './heldKeys.ts';
import { playHeld } from './keyboard.ts';
import { columnOf, finishEdit, focusCursor, go, notify, openEditor, type GridSession } from './session.ts';

/** What the grid tells the world outside React: the page, the screen reader, the focus. */
export function useGridEffects<Row>(session: GridSession<Row>, hasFocus: RefObject<boolean>): void {
  const latest = useRef(session);
  useLayoutEffect(() => {
    latest.current = session;
    // The cursor's cell can vanish with its row (a filter); the person's place in the page must not.
    if (hasFocus.current && isFocusStranded(session)) focusCursor(session);
    settleHeld(latest);
  });

  const { watchRows } = session.props;
  useLayoutEffect(
    () =>
      watchRows?.(() => {
        latest.current.viewport.scroll.redraw();
        settleHeld(latest);
      }),
    [watchRows],
  );

  useSpokenSort(session);

  useImperativeHandle(
    session.props.ref,
    () => ({
      goTo: (at) => {
        if (latest.current.cursor().mode === 'reading') go(latest.current, reading(at));
      },
      focus: () => focusCursor(latest.current),
      startAt: (rowIndex) => {
        const { cursor, setCursor, setNotice, viewport } = latest.current;
        const { at, mode } = cursor();
        if (mode === 'editing' || at.rowIndex === HEADER_ROW) return;
        viewport.scroll.reveal({ ...at, rowIndex });
        setCursor(reading({ ...at, rowIndex }));
        setNotice(null);
      },
      edit: (at) => {
        if (latest.current.cursor().mode === 'reading') openEditor(latest.current, at, null);
      },
      cancelEdit: () => {
        const isEditing = latest.current.cursor().mode === 'editing';
        finishEdit(latest.current, 'stay');
        return isEditing;
      },
      notify: (text) => notify(latest.current, latest.current.cursor().at, text),
      announce: (text) => latest.current.say(text),
    }),
    [],
  );
}

/** Keys that were typed for rows to come are played when these are there, or given up when they will not come. */
function settleHeld<Row>(latest: RefObject<GridSession<Row>>): void {
  if (fateOfHeld(latest.current) === 'wait') return;
  // A microtask later, since playing a key draws and this runs while drawing; no event comes in between.
  queueMicrotask(() => {
    const fate = fateOfHeld(latest.current);
    if (fate === 'play') playHeld(() => latest.current);
    if (fate === 'drop') dropHeld(latest.current);
  });
}

function useSpokenSort<Row>(session: GridSession<Row>): void {
  const { props, words } = session;
  const sort = props.sort ?? [];
  const sortKey = sort.map((entry) => `${entry.columnId} ${entry.direction}`).join();
  const spokenKey = useRef(sortKey);
  const speak = useEffectEvent(() => {
    const header = headerOf(session, sort[0]);
    session.say(header === undefined ? words.unsorted : words.sortedBy(header.text, header.direction));
  });
  useEffect(() => {
    if (spokenKey.current !== sortKey) speak();
    spokenKey.current = sortKey;
  }, [sortKey]);
}

function headerOf<Row>(session: GridSession<Row>, sort: GridSort | undefined) {
  if (sort === undefined) return undefined;
  const column = columnOf(session, { rowIndex: HEADER_ROW, columnId: sort.columnId });
  return column && { text: column.header, direction: sort.direction };
}

/** No blur is told when the focused element is removed or stops being focusable. */
function isFocusStranded<Row>({ root }: GridSession<Row>): boolean {
  const focused = document.activeElement;
  if (focused === null || focused === document.body) return true;
  return root.current?.contains(focused) === true && focused.matches('.grid-cell:not(.grid-cursor)');
}
