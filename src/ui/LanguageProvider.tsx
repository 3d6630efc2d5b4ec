import { type ReactNode, useMemo, useState } from 'react';
import { keepLanguage, loadWords, localeOf } from './chosenLanguage.ts';
import { createFormats } from './formats.ts';
import type { Words } from './messages/en.ts';
import { loadKnownPageWords } from './pageWords.ts';
import { CurrentLanguage, type Language } from './useLanguage.ts';

interface LanguageProviderProps {
  start: { language: Language; words: Words };
  decimalsOf(currency: string): number;
  children: ReactNode;
}

/** Gives every screen its texts and formats; the language can be changed without losing what is typed. */
export function LanguageProvider({ start, decimalsOf, children }: LanguageProviderProps) {
  const [{ language, words }, setCurrent] = useState(start);
  // Every text on the page compares it by identity.
  const context = useMemo(
    () => ({
      language,
      words,
      formats: createFormats({ locale: localeOf(language), decimalsOf }),
      choose(next: Language) {
        keepLanguage(next);
        document.documentElement.lang = next;
        void Promise.all([loadWords(next), loadKnownPageWords(next)]).then(([loaded]) =>
          setCurrent({ language: next, words: loaded }),
        );
      },
    }),
    [language, words, decimalsOf],
  );
  return <CurrentLanguage value={context}>{children}</CurrentLanguage>;
}
