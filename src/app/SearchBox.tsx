import { type KeyboardEvent as ReactKeyboardEvent, useEffect, useRef, useState } from 'react';
import { IconButton } from '#ui/Button.tsx';
import { Icon } from '#ui/Icon.tsx';
import { areSingleKeysOn } from '#ui/singleKeys.ts';
import { useWords } from '#ui/useLanguage.ts';
import { useScreenSize } from '#ui/useScreenSize.ts';

interface SearchBoxProps {
  /** What the address says. */
  value: string;
  onSearch(text: string): void;
}

/** Long enough to type a word, short enough to feel immediate. */
const TYPING_MS = 160;

/** Search, one key away: `/` or Ctrl+K. What is typed shows at once; the address follows when the typing rests. */
export function SearchBox({ value, onSearch }: SearchBoxProps) {
  const { app } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [typed, setTyped] = useState<string | null>(null);
  const isPhone = useScreenSize() === 'phone';
  useSearchKeys(input);
  // The address has caught up: from here on it is what is shown, also after Back.
  if (typed !== null && typed === value) setTyped(null);
  const text = typed ?? value;

  function type(next: string, waitMs: number) {
    clearTimeout(timer.current);
    setTyped(next);
    timer.current = setTimeout(() => onSearch(next), waitMs);
  }

  function onKeyDown(event: ReactKeyboardEvent<HTMLInputElement>) {
    if (event.key === 'Enter') type(text, 0);
    if (event.key === 'Escape' && text !== '') {
      event.preventDefault();
      type('', 0);
    } else if (event.key === 'Enter' || event.key === 'ArrowDown' || event.key === 'Escape') {
      event.preventDefault();
      document.querySelector<HTMLElement>(':is([role="grid"], [role="treegrid"]) [tabindex="0"]')?.focus();
    }
  }

  return (
    <search className="shell-search">
      <Icon name="search" size={16} />
      <input
        ref={input}
        type="text"
        inputMode="search"
        enterKeyHint="search"
        autoComplete="off"
        spellCheck={false}
        maxLength={500}
        aria-label={app.search}
        aria-keyshortcuts="/ Control+K"
        placeholder={isPhone ? app.searchShort : app.search}
        value={text}
        onChange={(event) => type(event.currentTarget.value, TYPING_MS)}
        onKeyDown={onKeyDown}
      />
      {text === '' ? (
        <kbd aria-hidden="true">/</kbd>
      ) : (
        <IconButton
          icon="close"
          label={app.clearSearch}
          onClick={() => {
            type('', 0);
            input.current?.focus();
          }}
        />
      )}
    </search>
  );
}

function useSearchKeys(input: { current: HTMLInputElement | null }) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isCommandK = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey;
      const isSlash =
        event.key === '/' &&
        areSingleKeysOn() &&
        !event.ctrlKey &&
        !event.metaKey &&
        !event.altKey &&
        !isTyping(event.target);
      // A window over the page keeps the focus; its keys are its own.
      if ((!isCommandK && !isSlash) || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [input]);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
  );
}
