import { Link } from '@tanstack/react-router';
import { EmptyState } from '#ui/States.tsx';
import { useWords } from '#ui/useLanguage.ts';

/** An address that leads nowhere. */
export function MissingPage() {
  const { app } = useWords();
  const back = (
    <Link to="/inventory" className="ui-button ui-button-plain">
      {app.toInventory}
    </Link>
  );
  return (
    <EmptyState icon="search" title={app.notFound} isPage actions={back}>
      {app.notFoundText}
    </EmptyState>
  );
}
