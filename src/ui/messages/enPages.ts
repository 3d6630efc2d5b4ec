import { enAdvice } from './enAdvice.ts';
import { enImports } from './enImports.ts';
import { enProfit } from './enProfit.ts';

const noTexts: Readonly<Record<string, string>> = {};

/** Texts of single pages, in English: fetched with the first such page, since the table must not wait for them. */
export const enPages = {
  profit: enProfit,
  advice: enAdvice,
  imports: enImports,
  /** By code; where there is none, the server's own English sentence stands. */
  importFaults: noTexts,
  importNotes: noTexts,
};

export type PageTexts = typeof enPages;
