import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { RecordRow } from '#contract/records.ts';
import { type Role, whyForbidden } from '#domain/access.ts';
import { type ConversionStart, conversionStarts } from '#domain/conversion.ts';
import { placePanel } from '#grid/panelPlace.ts';
import { useWords } from '#ui/useLanguage.ts';
import { chosenByKey } from './questionKeys.ts';
import './rowMenu.css';

interface RowMenuAreaProps {
  role: Role;
  rowAt(rowIndex: number): RecordRow | undefined;
  onOpen(row: RecordRow, rowIndex: number): void;
  onConvert(how: ConversionStart, row: RecordRow): void;
  /** The table. */
  children: ReactNode;
}

interface Opened {
  row: RecordRow;
  rowIndex: number;
  x: number;
  y: number;
  /** What had the focus, and gets it back. */
  from: Element | null;
}

/** The table with a menu for each of its rows: the right button, the menu key, Shift+F10, or a long press. */
export function RowMenuArea({ role, rowAt, onOpen, onConvert, children }: RowMenuAreaProps) {
  const [opened, setOpened] = useState<Opened | null>(null);

  function onContextMenu(event: MouseEvent<HTMLDivElement>) {
    const { target } = event;
    // In an editor the browser's own menu has the clipboard.
    const isTyping = target instanceof Element && target.closest('input, textarea') !== null;
    const line = target instanceof Element ? target.closest('[role="row"]') : null;
    const rowIndex = Number(line?.getAttribute('aria-rowindex') ?? 0) - 2;
    const row = isTyping || rowIndex < 0 ? undefined : rowAt(rowIndex);
    if (!row || !line) return;
    event.preventDefault();
    const cell = target instanceof Element ? target.closest('[role="gridcell"]') : null;
    const { left, bottom } = (cell ?? line).getBoundingClientRect();
    const isByKey = event.button !== 2;
    const [x, y] = isByKey ? [left, bottom] : [event.clientX, event.clientY];
    setOpened({ row, rowIndex, x, y, from: document.activeElement });
  }

  function close() {
    setOpened(null);
    if (opened?.from instanceof HTMLElement) opened.from.focus({ preventScroll: true });
  }

  return (
    <div className="row-menu-area" onContextMenu={onContextMenu}>
      {children}
      {opened && (
        <RowMenu
          key={`${opened.row.id} ${opened.x} ${opened.y}`}
          opened={opened}
          role={role}
          onClose={close}
          onOpen={() => {
            close();
            onOpen(opened.row, opened.rowIndex);
          }}
          onConvert={(how) => {
            close();
            onConvert(how, opened.row);
          }}
        />
      )}
    </div>
  );
}

interface RowMenuProps {
  opened: Opened;
  role: Role;
  onClose(): void;
  onOpen(): void;
  onConvert(how: ConversionStart): void;
}

function RowMenu({ opened: { row, x, y }, role, onClose, onOpen, onConvert }: RowMenuProps) {
  const { common, conversions } = useWords();
  const menu = useRef<HTMLDivElement>(null);
  const starts = conversionStarts(row);
  const forbidden = whyForbidden(role, 'records.convert');
  const whyNot = forbidden && common.needsRole(common.roleNames[forbidden.leastRole]);
  const labels = [conversions.rowMenu.open, ...starts.map((how) => conversions.start[how])];

  useLayoutEffect(() => {
    const element = menu.current;
    if (!element) return;
    // Missing where the top layer is (an old browser, a test's DOM): then the menu is merely fixed.
    if ('showPopover' in element) element.showPopover();
    const { width, height } = element.getBoundingClientRect();
    const viewport = { left: 0, top: 0, width: window.innerWidth, height: window.innerHeight };
    const anchor = new DOMRect(x, y, 0, 0);
    const at = placePanel({ anchor, panel: { width, height }, viewport });
    Object.assign(element.style, { left: `${String(at.left)}px`, top: `${String(at.top)}px` });
    itemsOf(element)[0]?.focus();
  }, [x, y]);

  // Not the browser's own closing: that takes the right button coming up for a click elsewhere.
  const onElsewhere = useEffectEvent(({ target }: Event) => {
    if (target instanceof Node && !menu.current?.contains(target)) onClose();
  });
  useEffect(() => {
    document.addEventListener('pointerdown', onElsewhere, true);
    document.addEventListener('scroll', onElsewhere, true);
    return () => {
      document.removeEventListener('pointerdown', onElsewhere, true);
      document.removeEventListener('scroll', onElsewhere, true);
    };
  }, []);

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.key === 'Enter' || event.key === ' ') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape' || event.key === 'Tab') return onClose();
    const items = itemsOf(event.currentTarget);
    const chosen = items.findIndex((item) => item === document.activeElement);
    const next = chosenByKey(event, { chosen, labels });
    if (next !== null) items[next]?.focus();
  }

  return (
    <div
      ref={menu}
      className="row-menu"
      popover="manual"
      role="menu"
      tabIndex={-1}
      aria-label={conversions.rowMenu.label(row.name)}
      onKeyDown={onKeyDown}
    >
      <button type="button" role="menuitem" tabIndex={-1} onClick={onOpen}>
        {conversions.rowMenu.open}
        <kbd>Alt+Enter</kbd>
      </button>
      {starts.map((how) => (
        <button
          key={how}
          type="button"
          role="menuitem"
          tabIndex={-1}
          aria-disabled={whyNot ? true : undefined}
          title={whyNot ?? undefined}
          onClick={() => !whyNot && onConvert(how)}
        >
          {conversions.start[how]}
        </button>
      ))}
      {(whyNot || starts.length === 0) && <p>{whyNot ?? conversions.start.closed}</p>}
    </div>
  );
}

function itemsOf(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role="menuitem"]')];
}
