/** A product code (EAN, UPC, GTIN) in its 14-digit form, in which codes from different scanners are equal. */
export type Gtin14 = string & { readonly __brand: 'Gtin14' };

/**
 * The 14-digit form of an EAN-8, UPC-A (12), EAN-13 or GTIN-14 with a right check digit, or null.
 * '036000291452' (UPC-A) and '0036000291452' (the same label read as EAN-13) are equal here.
 */
export function toGtin14(text: string): Gtin14 | null {
  const digits = text.trim();
  if (!/^(\d{8}|\d{12}|\d{13}|\d{14})$/.test(digits)) return null;
  const padded = digits.padStart(14, '0');
  if (checkDigit(padded.slice(0, -1)) !== Number(padded.at(-1))) return null;
  // Fourteen digits with a right check digit: the one place where a text becomes a Gtin14.
  return padded as Gtin14;
}

/** The GS1 check digit of the digits before it: weights 3 and 1 from the right (GS1 General Specifications, 7.9). */
export function checkDigit(digits: string): number {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const isWeightedThree = (digits.length - index) % 2 === 1;
    sum += Number(digits[index]) * (isWeightedThree ? 3 : 1);
  }
  return (10 - (sum % 10)) % 10;
}
