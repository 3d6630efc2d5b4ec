import { use } from 'react';
import { loadWords } from './chosenLanguage.ts';
import type { Words } from './messages/en.ts';
import type { PageTexts } from './messages/enPages.ts';
import { type Language, type LanguageContext, useLanguage } from './useLanguage.ts';

export type PageWords = Words & PageTexts;

interface PageLanguage extends LanguageContext {
  words: PageWords;
}

const wordsByLanguage = new Map<Language, PageWords>();
const loadingByLanguage = new Map<Language, Promise<PageWords>>();

/** Fetches the texts of single pages. A page's route waits for them beside its code, so that no page is drawn without. */
export function loadPageWords(language: Language): Promise<PageWords> {
  const loading = loadingByLanguage.get(language) ?? fetchPageWords(language);
  loadingByLanguage.set(language, loading);
  // What failed is fetched anew the next time.
  loading.catch(() => loadingByLanguage.delete(language));
  return loading;
}

/** When the language changes, pages that have been shown change at once with everything else. */
export async function loadKnownPageWords(language: Language): Promise<void> {
  if (wordsByLanguage.size > 0) await loadPageWords(language);
}

/** Language, texts and formats of a page that has texts of its own. */
export function usePageLanguage(): PageLanguage {
  const context = useLanguage();
  const { language } = context;
  const words = wordsByLanguage.get(language) ?? use(loadPageWords(language));
  return { ...context, words };
}

export function usePageWords(): PageWords {
  return usePageLanguage().words;
}

async function fetchPageWords(language: Language): Promise<PageWords> {
  const [words, texts] = await Promise.all([loadWords(language), fetchTexts(language)]);
  const whole = { ...words, ...texts };
  wordsByLanguage.set(language, whole);
  return whole;
}

async function fetchTexts(language: Language): Promise<PageTexts> {
  if (language === 'en') return (await import('./messages/enPages.ts')).enPages;
  return (await import('./messages/fiPages.ts')).fiPages;
}
