import { useWords } from './useLanguage.ts';

interface LoadingProps {
  label?: string;
}

/** Something is on its way. Shown only after a moment, so that quick answers do not flicker. */
export function Loading({ label }: LoadingProps) {
  const words = useWords();
  return (
    <div className="ui-loading" role="status">
      <span className="ui-bar" aria-hidden="true" />
      <span>{label ?? words.common.loading}</span>
    </div>
  );
}
