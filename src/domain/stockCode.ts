import { accept, refuse, type Result } from './result.ts';
import { checkText, foldText } from './text.ts';

/** The form in which codes are compared and guarded as unique. */
export type CodeKey = string & { readonly __brand: 'CodeKey' };

/** A code as it was typed, with the form in which it is compared. */
export interface StockCode {
  text: string;
  key: CodeKey;
}

export const CODE_KINDS = ['label', 'serial', 'supplier'] as const;
export type CodeKind = (typeof CODE_KINDS)[number];

export const MAX_CODE_LENGTH = 128;

/** The most codes one request may give one record. */
export const MAX_CODES_AT_ONCE = 10_000;

export type CodeRefusal =
  | { code: 'code.empty' }
  | { code: 'code.too-long'; max: number; length: number; given: string }
  | { code: 'code.control-character'; given: string }
  | { code: 'code.broken-text' }
  | { code: 'code.damaged'; given: string }
  | { code: 'code.repeated'; given: string }
  | { code: 'code.too-many'; max: number }
  | { code: 'code.range-invalid'; given: string; problem: 'order' | 'prefix' | 'form' };

/** A code that already leads to another record. */
export interface CodeTaken {
  code: 'code.taken';
  given: string;
  ownerId: string;
  ownerName: string;
}

/**
 * May this be a stock code? Answers it as typed (trimmed), with its key: NFC and case folded. Invisible characters
 * (zero-width, right-to-left marks) are refused like control characters: two codes that look alike must be one.
 * Leading zeros are kept: '007' and '7' are two codes. 'ab-1' and 'AB-1 ' are one.
 */
export function checkCode(given: string): Result<StockCode, CodeRefusal> {
  const text = checkText(given, { max: MAX_CODE_LENGTH, isRequired: true });
  if (text.ok && /\p{Cf}/u.test(text.value))
    return refuse({ code: 'code.control-character', given: text.value.slice(0, 160).toWellFormed() });
  if (text.ok) return accept({ text: text.value, key: codeKey(text.value) });
  const shown = given.slice(0, 160).toWellFormed();
  switch (text.refusal.code) {
    case 'text.empty':
      return refuse({ code: 'code.empty' });
    case 'text.too-long':
      return refuse({
        code: 'code.too-long',
        max: MAX_CODE_LENGTH,
        length: text.refusal.length,
        given: shown,
      });
    case 'text.control-character':
      return refuse({ code: 'code.control-character', given: shown });
    case 'text.broken':
      return refuse({ code: 'code.broken-text' });
  }
}

/** The key of a text already known to be a code. */
export function codeKey(text: string): CodeKey {
  return foldText(text) as CodeKey;
}

/** Checks a record's whole list: every code right, none twice. Answers them in the order given, or the first fault. */
export function checkCodeList(
  given: readonly string[],
): Result<StockCode[], CodeRefusal & { index: number }> {
  if (given.length > MAX_CODES_AT_ONCE)
    return refuse({ code: 'code.too-many', max: MAX_CODES_AT_ONCE, index: 0 });
  const codes: StockCode[] = [];
  const seen = new Set<CodeKey>();
  for (const [index, text] of given.entries()) {
    const code = checkCode(text);
    if (!code.ok) return refuse({ ...code.refusal, index });
    if (seen.has(code.value.key)) return refuse({ code: 'code.repeated', given: code.value.text, index });
    seen.add(code.value.key);
    codes.push(code.value);
  }
  return accept(codes);
}

/**
 * The codes that a typed or pasted text means: split on comma, semicolon, tab and line end; ranges expanded.
 * 'A1; A003..A005' is four codes. A hyphen is never a range: real codes contain it.
 */
export function parseCodes(text: string): Result<string[], CodeRefusal> {
  const codes: string[] = [];
  for (const part of text.split(/[,;\t\r\n]+/)) {
    const piece = part.trim();
    if (piece === '') continue;
    if (!piece.includes('..')) {
      codes.push(piece);
      continue;
    }
    const range = expandRange(piece);
    if (!range.ok) return range;
    for (const code of range.value) codes.push(code);
  }
  return codes.length > MAX_CODES_AT_ONCE
    ? refuse({ code: 'code.too-many', max: MAX_CODES_AT_ONCE })
    : accept(codes);
}

/** Fifty codes from 'A001..A050', padding kept. Both ends are named in full and differ in their last number only. */
export function expandRange(text: string): Result<string[], CodeRefusal> {
  const given = text.slice(0, 160).toWellFormed();
  const match = /^(.*?)(\d{1,15})(\D*)\.\.(.*?)(\d{1,15})(\D*)$/su.exec(text.trim());
  if (!match) return refuse({ code: 'code.range-invalid', given, problem: 'form' });
  const [, prefix = '', from = '', suffix = '', toPrefix = '', to = '', toSuffix = ''] = match;
  if (prefix !== toPrefix || suffix !== toSuffix)
    return refuse({ code: 'code.range-invalid', given, problem: 'prefix' });
  const [first, last] = [Number(from), Number(to)];
  // '008..10' would lose its padding half way; '8..10' has none to lose.
  const isPadded = /^0\d/.test(from) || /^0\d/.test(to);
  if (isPadded && from.length !== to.length)
    return refuse({ code: 'code.range-invalid', given, problem: 'form' });
  if (last < first) return refuse({ code: 'code.range-invalid', given, problem: 'order' });
  if (last - first + 1 > MAX_CODES_AT_ONCE) return refuse({ code: 'code.too-many', max: MAX_CODES_AT_ONCE });
  const codeAt = (_: unknown, index: number) =>
    prefix + String(first + index).padStart(from.length, '0') + suffix;
  return accept(Array.from({ length: last - first + 1 }, codeAt));
}

/**
 * Has a spreadsheet turned this code into a number and lost its digits ('9.78020E+12')? Such a code is refused in
 * files, because what stood there before cannot be known. Typed by hand it is a code like any other.
 */
export function isDamagedBySpreadsheet(text: string): boolean {
  return /^\d([.,]\d+)?E\+\d+$/i.test(text.trim());
}
