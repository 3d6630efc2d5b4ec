import { accept, refuse, type Result } from '#domain/result.ts';
import {
  type CodeKey,
  type CodeRefusal,
  type StockCode,
  MAX_CODES_AT_ONCE,
  checkCode,
  codeKey,
  parseCodes,
} from '#domain/stockCode.ts';

/** The codes in an editor, in order, with their keys beside them: five thousand must not be read again for each new one. */
export interface CodeList {
  readonly codes: readonly StockCode[];
  readonly keys: ReadonlySet<CodeKey>;
}

export interface CodesAdded {
  list: CodeList;
  added: readonly StockCode[];
  /** Given, but there already (or given twice). */
  repeated: readonly StockCode[];
}

/** Codes as the server stores them. */
export function codeListOf(texts: readonly string[]): CodeList {
  return listOf(texts.map((text) => ({ text, key: codeKey(text) })));
}

/** Adds what a typed, scanned or pasted text means; one wrong code refuses the whole text, which stays to be mended. */
export function addCodes(list: CodeList, text: string): Result<CodesAdded, CodeRefusal> {
  const given = parseCodes(text);
  if (!given.ok) return given;
  const keys = new Set(list.keys);
  const added: StockCode[] = [];
  const repeated: StockCode[] = [];
  for (const piece of given.value) {
    const code = checkCode(piece);
    if (!code.ok) return code;
    (keys.has(code.value.key) ? repeated : added).push(code.value);
    keys.add(code.value.key);
  }
  if (keys.size > MAX_CODES_AT_ONCE) return refuse({ code: 'code.too-many', max: MAX_CODES_AT_ONCE });
  return accept({ list: { codes: [...list.codes, ...added], keys }, added, repeated });
}

export function removeCodeAt(list: CodeList, index: number): CodeList {
  return listOf(list.codes.toSpliced(index, 1));
}

export function withoutCodes(list: CodeList, keys: ReadonlySet<CodeKey>): CodeList {
  return listOf(list.codes.filter((code) => !keys.has(code.key)));
}

export function textsOf({ codes }: CodeList): string[] {
  return codes.map((code) => code.text);
}

export function isSameList(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((text, index) => text === right[index]);
}

/** Two changes of one list brought together: theirs, with what I added and without what I took off. */
export function mergeCodes({
  base,
  mine,
  theirs,
}: Record<'base' | 'mine' | 'theirs', readonly string[]>): string[] {
  const [before, kept, there] = [base, mine, theirs].map((texts) => new Set(texts.map(codeKey)));
  const left = theirs.filter((text) => !before?.has(codeKey(text)) || kept?.has(codeKey(text)));
  const added = mine.filter((text) => !before?.has(codeKey(text)) && !there?.has(codeKey(text)));
  return [...left, ...added];
}

/** Text that means more than one code: worth a preview. */
export function isSeveral(text: string): boolean {
  return text.includes('..') || /[,;\t\r\n]/.test(text.trim());
}

function listOf(codes: readonly StockCode[]): CodeList {
  return { codes, keys: new Set(codes.map((code) => code.key)) };
}
