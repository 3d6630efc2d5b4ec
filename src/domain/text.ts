import { accept, refuse, type Result } from './result.ts';

export type TextRefusal =
  | { code: 'text.empty' }
  | { code: 'text.too-long'; max: number; length: number }
  | { code: 'text.control-character'; position: number }
  | { code: 'text.broken'; position: number };

export interface TextRule {
  max: number;
  isRequired?: boolean;
  /** Notes may hold line breaks; names and codes may not. */
  isMultiline?: boolean;
}

export const NAME_RULE = { max: 500, isRequired: true } as const satisfies TextRule;
export const LABEL_RULE = { max: 200 } as const satisfies TextRule;
export const NOTE_RULE = { max: 4000, isMultiline: true } as const satisfies TextRule;

/** How many characters a person would count: code points, not UTF-16 units ('😀' is 1). */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/**
 * May this text be stored? Answers the trimmed text, or why not.
 * NUL and lone surrogates are refused everywhere: PostgreSQL cannot hold the first, UTF-8 not the second.
 */
export function checkText(text: string, rule: TextRule): Result<string, TextRefusal> {
  const trimmed = text.trim();
  // Zero-width characters alone are an empty text that does not look like one.
  if (trimmed.replace(/\p{Cf}/gu, '').trim() === '')
    return rule.isRequired ? refuse({ code: 'text.empty' }) : accept('');
  const broken = trimmed.search(/\p{Surrogate}/u);
  if (broken >= 0) return refuse({ code: 'text.broken', position: broken });
  const control = trimmed.search(rule.isMultiline ? /[^\P{Cc}\t\n\r]/u : /\p{Cc}/u);
  if (control >= 0) return refuse({ code: 'text.control-character', position: control });
  const length = countCharacters(trimmed);
  if (length > rule.max) return refuse({ code: 'text.too-long', max: rule.max, length });
  return accept(trimmed);
}

/**
 * The form in which two texts that a person reads as the same are equal: NFC and full case folding.
 * Folding goes character by character, lower, upper, lower, so that 'ß' = 'ẞ' = 'SS' and both small sigmas are one.
 */
export function foldText(text: string): string {
  // Most texts: of these characters, lower case is all there is to fold.
  if (ASCII.test(text)) return text.trim().toLowerCase();
  let folded = '';
  for (const character of text.trim().normalize('NFC'))
    folded += character.toLowerCase().toUpperCase().toLowerCase();
  return folded.normalize('NFC');
}

const ASCII = /^[ -~]*$/;

/**
 * The key by which people expect a list to be ordered: case and accents aside, numbers by value.
 * 'Pole 9' comes before 'Pole 10'. Compared byte by byte, so that every database orders alike.
 */
export function sortKey(text: string): string {
  const known = keyByText.get(text);
  if (known !== undefined) return known;
  const key = makeSortKey(text);
  if (keyByText.size === MOST_KEYS) keyByText.clear();
  keyByText.set(text, key);
  return key;
}

/** Ten thousand units of one batch share a name, a SKU and a place, and so do the lines of a file. */
const keyByText = new Map<string, string>();
const MOST_KEYS = 1000;

function makeSortKey(text: string): string {
  return foldText(text)
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .replace(/\d+/g, (digits) => digits.replace(/^0+(?=\d)/, '').padStart(12, '0'))
    .slice(0, 240)
    .toWellFormed();
}
