import { useWords } from '#ui/useLanguage.ts';
import './advice.css';

interface PagePartsProps {
  part: 'report' | 'advice';
  onPart(part: 'report' | 'advice'): void;
}

/** The two parts of the page: what things earn, and how they should be tracked. */
export function PageParts({ part, onPart }: PagePartsProps) {
  const { advice } = useWords();
  const labels = { report: advice.report, advice: advice.title };
  return (
    <nav className="profit-parts-of-page" aria-label={advice.parts}>
      {(['report', 'advice'] as const).map((name) => (
        <button
          key={name}
          type="button"
          aria-current={name === part ? 'page' : undefined}
          onClick={() => onPart(name)}
        >
          {labels[name]}
        </button>
      ))}
    </nav>
  );
}
