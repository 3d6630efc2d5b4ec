import {
  type FocusEvent,
  type KeyboardEvent,
  type Ref,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { CodeKey, StockCode } from '#domain/stockCode.ts';
import { Icon } from '#ui/Icon.tsx';
import { useLanguage } from '#ui/useLanguage.ts';
import { CHIPS_SHOWN, chipAfterKey, chipTop, chipsDrawn } from './chipWalk.ts';

export interface ChipListHandle {
  /** Moves the focus to the last chip; false when there is none. */
  enter(): boolean;
}

interface ChipListProps {
  codes: readonly StockCode[];
  /** Codes that lead to another record so far. */
  taken: ReadonlySet<CodeKey>;
  onRemove(index: number): void;
  /** The walk went past the last chip, or ended: the field takes the focus. */
  onLeave(): void;
  /** The person points elsewhere. */
  onAway(): void;
  ref: Ref<ChipListHandle>;
}

/**
 * The codes in the editor: the first as chips, all of them as a list that draws only what is in sight. Arrows walk, Delete
 * and Backspace remove.
 */
export function ChipList({ codes, taken, onRemove, onLeave, onAway, ref }: ChipListProps) {
  const { words, formats } = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [scrollTop, setScrollTop] = useState(0);
  const [focused, setFocused] = useState<number | null>(null);
  const hidden = isOpen ? 0 : Math.max(0, codes.length - CHIPS_SHOWN);

  useImperativeHandle(ref, () => ({
    enter() {
      if (codes.length === 0) return false;
      if (hidden > 0) setOpen(true);
      setFocused(codes.length - 1);
      return true;
    },
  }));

  useLayoutEffect(() => {
    if (focused === null) return;
    box.current?.querySelector<HTMLElement>(`[data-index="${String(focused)}"]`)?.focus();
  }, [focused, isOpen, codes]);

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    if (focused === null || event.ctrlKey || event.metaKey || event.altKey) return;
    // Typing or scanning goes on in the field, beginning with this very key.
    if (Array.from(event.key).length === 1) return onLeave();
    const step = chipAfterKey(event.key, { focused, count: codes.length });
    if (step === null) return;
    event.preventDefault();
    if (step.isRemoving) removeChip(focused);
    else if (step.focus === null) onLeave();
    setFocused(step.focus);
  }

  function removeChip(index: number) {
    // A focused element that vanishes tells nobody where the focus went.
    onLeave();
    onRemove(index);
  }

  function onBlur({ currentTarget, relatedTarget, target }: FocusEvent<HTMLDivElement>) {
    setFocused(null);
    const isInside = currentTarget.closest('.grid-layer')?.contains(relatedTarget) === true;
    if (!isInside && document.activeElement !== target) onAway();
  }

  const drawn = isOpen
    ? chipsDrawn({ scrollTop, focused, count: codes.length })
    : codes.slice(0, codes.length - hidden).keys();
  return (
    <div
      ref={box}
      role="presentation"
      className={isOpen ? 'cell-all' : 'cell-chips'}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
      onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
    >
      {isOpen && <div style={{ height: chipTop(codes.length) }} />}
      {[...drawn].map((index) => {
        const code = codes[index];
        if (!code) return null;
        return (
          <button
            key={code.key}
            type="button"
            className="cell-chip"
            style={isOpen ? { top: chipTop(index) } : undefined}
            data-index={index}
            data-taken={taken.has(code.key) ? true : undefined}
            aria-label={words.cells.codes.remove(code.text)}
            tabIndex={-1}
            onFocus={() => setFocused(index)}
            onClick={() => removeChip(index)}
          >
            <span>{code.text}</span>
            <Icon name="close" size={12} />
          </button>
        );
      })}
      {hidden > 0 && (
        <button
          type="button"
          className="cell-more"
          tabIndex={-1}
          aria-label={words.cells.codes.showAllLabel(formats.number(hidden))}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => setOpen(true)}
        >
          {words.cells.codes.showAll(formats.number(hidden))}
        </button>
      )}
    </div>
  );
}
