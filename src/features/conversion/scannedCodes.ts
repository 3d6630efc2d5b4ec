import { accept, type Result } from '#domain/result.ts';
import { type CodeRefusal, type StockCode, checkCodeList, parseCodes } from '#domain/stockCode.ts';

/** The codes that a scanned, typed or pasted text adds to those that are there; one wrong code adds none. */
export function addScanned(
  codes: readonly StockCode[],
  text: string,
): Result<readonly StockCode[], CodeRefusal> {
  const given = parseCodes(text);
  if (!given.ok) return given;
  const all = checkCodeList([...codes.map((code) => code.text), ...given.value]);
  return all.ok ? accept(all.value) : all;
}

/** The codes of a batch that a text names, and the first name that the batch does not have. */
export function namedCodes(
  own: readonly string[],
  text: string,
): Result<readonly string[], CodeRefusal | { code: 'conversion.code-elsewhere'; given: string }> {
  const given = addScanned([], text);
  if (!given.ok) return given;
  const list = checkCodeList(own);
  const textByKey = new Map(list.ok ? list.value.map((code) => [code.key, code.text]) : []);
  const named: string[] = [];
  for (const { key, text: asked } of given.value) {
    const found = textByKey.get(key);
    if (found === undefined)
      return { ok: false, refusal: { code: 'conversion.code-elsewhere', given: asked } };
    named.push(found);
  }
  return accept(named);
}
