/**
 * The texts that go on from these, one for each of `count` cells. `A001, A002` goes on with `A003`; `10, 20` with `30`;
 * anything without a steady number is repeated. One text alone goes on only where a series is asked for.
 *
 * Example: `goOn(['A009'], { count: 2, isSeries: true })` → `['A010', 'A011']`.
 */
export function goOn(
  texts: readonly string[],
  { count, isSeries }: { count: number; isSeries: boolean },
): string[] {
  const step = stepOf(texts, isSeries);
  const last = numbered(texts.at(-1) ?? '');
  return Array.from({ length: count }, (_, index) => {
    if (step === null || last === null) return texts[index % texts.length] ?? '';
    const number = last.number + step * (index + 1);
    // Below zero the pattern ends: what was there is repeated.
    if (number < 0) return texts[index % texts.length] ?? '';
    return last.prefix + String(number).padStart(last.width, '0') + last.suffix;
  });
}

interface Numbered {
  prefix: string;
  number: number;
  width: number;
  suffix: string;
}

/** The last number of a text with what stands around it; null for a list of several, and where there is none. */
function numbered(text: string): Numbered | null {
  if (/[,;\n]/.test(text)) return null;
  const match = /^(.*?)(\d{1,15})(\D*)$/su.exec(text);
  if (!match) return null;
  const [, prefix = '', digits = '', suffix = ''] = match;
  return { prefix, number: Number(digits), width: digits.startsWith('0') ? digits.length : 0, suffix };
}

function stepOf(texts: readonly string[], isSeries: boolean): number | null {
  const parts = texts.map(numbered);
  const [first] = parts;
  if (!first || parts.some((part) => part?.prefix !== first.prefix || part.suffix !== first.suffix))
    return null;
  if (parts.length === 1) return isSeries ? 1 : null;
  const numbers = parts.map((part) => part?.number ?? 0);
  const step = (numbers[1] ?? 0) - (numbers[0] ?? 0);
  const isSteady = numbers.every(
    (number, index) => index === 0 || number - (numbers[index - 1] ?? 0) === step,
  );
  return isSteady && step !== 0 ? step : null;
}
