import type { PageTexts } from './enPages.ts';
import { fiAdvice } from './fiAdvice.ts';
import { fiImports } from './fiImports.ts';
import { fiProfit } from './fiProfit.ts';

/** Texts of single pages, in Finnish. */
export const fiPages: PageTexts = {
  profit: fiProfit,
  advice: fiAdvice,
  imports: fiImports,
  importFaults: {},
  importNotes: {},
};
