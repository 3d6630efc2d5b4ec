import type { UnknownReason } from '#domain/figures.ts';
import { KnownFigure } from '#ui/KnownFigure.tsx';
import { useWords } from '#ui/useLanguage.ts';

interface WhyUnknownProps {
  why: UnknownReason;
}

/** A figure that does not exist, with the reason. */
export function WhyUnknown({ why }: WhyUnknownProps) {
  return <KnownFigure known="unknown" because={useWords().figures.why[why]} />;
}
