import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../../../shared/data/', import.meta.url));

/** Real data by others lies beside the checkout where it is kept; elsewhere its tests are skipped, and say so. */
export function hasSharedData(folder: string): boolean {
  const isThere = existsSync(`${FOLDER}${folder}`);
  if (!isThere) console.info(`Tests on shared data skipped: ../shared/data/${folder} is not there.`);
  return isThere;
}

export function readShared(path: string): Buffer<ArrayBuffer> {
  return readFileSync(`${FOLDER}${path}`);
}

/** A CSV of plain numbers and ids, by column name: the truths that came with the data. */
export function readTruths(path: string): Record<string, string>[] {
  const [header = '', ...lines] = readShared(path).toString('utf8').trim().split(/\r?\n/);
  const names = header.split(',');
  return lines.map((line) =>
    Object.fromEntries(line.split(',').map((cell, index) => [names[index] ?? '', cell])),
  );
}

/** An amount of such a file, which is written with two decimals. */
export function cents(text: string | undefined): number {
  return Math.round(Number(text) * 100);
}
