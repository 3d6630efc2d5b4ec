import { useThrottledCallback } from '@mantine/hooks';
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

/** A key is asked about at once; of keys that come faster than this (a held one, a scanner) only the newest text is. */
const ASK_EACH_MS = 60;

/** Search, one key away: `/` or Ctrl+K. What is typed shows at once and is asked about at once, whatever is on its way. */
export function SearchBox({ value, onSearch }: SearchBoxProps) {
  const { app } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const isPhone = useScreenSize() === 'phone';
  useSearchKeys(input);
  // The address has caught up: from here on it is what is shown, also after Back.
  if (typed !== null && typed === value) setTyped(null);
  const text = typed ?? value;
  const ask = useThrottledCallback(onSearch, ASK_EACH_MS);

  function type(next: string) {
    setTyped(next);
    ask(next);
  }

  function onKeyDown(event: ReactKeyboardEvent<HTMLInputElement>) {
    if (event.key === 'Escape' && text !== '') {
      event.preventDefault();
      type('');
    } else if (event.key === 'Enter' || event.key === 'ArrowDown' || event.key === 'Escape') {
      event.preventDefault();
      // The table must know what is asked before it gets the next key.
      if (event.key === 'Enter' || typed !== null) onSearch(text);
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
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {text === '' ? (
        <kbd aria-hidden="true">/</kbd>
      ) : (
        <IconButton
          icon="close"
          label={app.clearSearch}
          onClick={() => {
            type('');
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
