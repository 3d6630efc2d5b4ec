import Papa from 'papaparse';
import type { ImportRows } from '#domain/importTable.ts';

/** A CSV file's rows, whatever wrote it: UTF-8 or UTF-16 by its mark, Windows-1252 else; comma, semicolon or tab. */
export async function readRows(file: Blob): Promise<ImportRows> {
  const text = decode(await file.arrayBuffer());
  // Lone carriage returns end lines in some exports; inside quotes no file mixes them with others.
  const lines = text.includes('\n') ? text : text.replaceAll('\r', '\n');
  return Papa.parse<string[]>(lines, { delimitersToGuess: [',', ';', '\t', '|'] }).data;
}

function decode(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength));
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8: what Western spreadsheets write by default. Each of its bytes is some character.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
