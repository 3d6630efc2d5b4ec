import { createContext, use } from 'react';
import type { Formats } from './formats.ts';
import type { Words } from './messages/en.ts';

export type Language = 'en' | 'fi';
export const LANGUAGES = ['en', 'fi'] as const satisfies readonly Language[];

export interface LanguageContext {
  language: Language;
  words: Words;
  formats: Formats;
  choose(language: Language): void;
}

export const CurrentLanguage = createContext<LanguageContext | null>(null);

/** Language, texts and formats of the page. */
export function useLanguage(): LanguageContext {
  const context = use(CurrentLanguage);
  if (!context) throw new Error('LanguageProvider is missing above this component');
  return context;
}

export function useWords(): Words {
  return useLanguage().words;
}

export function useFormats(): Formats {
  return useLanguage().formats;
}
