import type { ReactNode } from 'react';
import { useWords } from './useLanguage.ts';

interface KnownFigureProps {
  /** `exact`: the record's own. `average`: of a batch, no unit's own. `unknown`: not zero. */
  known: 'exact' | 'average' | 'unknown';
  /** Why it is unknown, or of what it is the average. */
  because?: string | undefined;
  children?: ReactNode;
}

/** A figure and how it is known, told apart by form and word: plain, with ≈, or a dashed question mark. */
export function KnownFigure({ known, because, children }: KnownFigureProps) {
  const words = useWords();
  if (known === 'unknown') {
    return (
      <span className="ui-unknown" title={because}>
        <span className="ui-unknown-mark" aria-hidden="true">
          ?
        </span>
        {words.figures.unknown}
        {because !== undefined && <span className="ui-hidden">. {because}</span>}
      </span>
    );
  }
  if (known === 'exact') return <span className="ui-known">{children}</span>;
  return (
    <span className="ui-average" title={because}>
      <span aria-hidden="true">≈ </span>
      {children} <span className="ui-average-word">{words.figures.average}</span>
    </span>
  );
}
