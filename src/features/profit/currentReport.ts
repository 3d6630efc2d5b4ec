import { createContext, use } from 'react';
import type { ReportAsked } from '#api/profitability.ts';

/** The report on the screen, for what takes it along. */
export const CurrentReport = createContext<ReportAsked>({});

export function useCurrentReport(): ReportAsked {
  return use(CurrentReport);
}
