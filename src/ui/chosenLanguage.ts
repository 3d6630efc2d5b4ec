import { type Words, en } from './messages/en.ts';
import { LANGUAGES, type Language } from './useLanguage.ts';

const STORED_AS = 'granary.language';

/** What the person chose before, else what the browser prefers, else English. */
export function preferredLanguage(): Language {
  const wanted = [localStorage.getItem(STORED_AS) ?? '', ...navigator.languages];
  for (const tag of wanted) {
    const language = LANGUAGES.find((known) => tag.toLowerCase().split('-')[0] === known);
    if (language) return language;
  }
  return 'en';
}

export function keepLanguage(language: Language): void {
  localStorage.setItem(STORED_AS, language);
}

/** English is part of the page; another language is fetched when it is wanted. */
export async function loadWords(language: Language): Promise<Words> {
  if (language === 'en') return en;
  return (await import('./messages/fi.ts')).fi;
}

/** The browser's own region of the language where it has one: English in Britain writes days as the British do. */
export function localeOf(language: Language): string {
  return navigator.languages.find((tag) => tag.toLowerCase().split('-')[0] === language) ?? language;
}
