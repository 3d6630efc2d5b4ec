import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import type { IconName } from './iconPaths.ts';
import { useWords } from './useLanguage.ts';

interface StateProps {
  icon: IconName;
  title: string;
  /** It is all there is on the page: its title is the page's. */
  isPage?: boolean;
  children?: ReactNode;
  /** The next step: buttons or links. */
  actions?: ReactNode;
}

/** Nothing to show, why, and what to do next. */
export function EmptyState({ icon, title, isPage = false, children, actions }: StateProps) {
  const Heading = isPage ? 'h1' : 'h2';
  return (
    <div className="ui-state">
      <span className="ui-state-icon">
        <Icon name={icon} size={26} />
      </span>
      <Heading className="ui-state-title">{title}</Heading>
      {children !== undefined && <p>{children}</p>}
      {actions !== undefined && <div className="ui-actions">{actions}</div>}
    </div>
  );
}

interface FailedStateProps {
  title: string;
  isPage?: boolean;
  /** What happened, in words. */
  children: ReactNode;
  onRetry?: () => void;
}

/** Something did not work: what, and a way to try again. */
export function FailedState({ title, isPage = false, children, onRetry }: FailedStateProps) {
  const words = useWords();
  const retry = onRetry && (
    <Button icon="refresh" onClick={onRetry}>
      {words.common.retry}
    </Button>
  );
  return (
    <div role="alert">
      <EmptyState icon="alert" title={title} isPage={isPage} actions={retry}>
        {children}
      </EmptyState>
    </div>
  );
}

interface ForbiddenProps {
  /** Who may: 'a manager'. */
  children: ReactNode;
}

/** A place this role may not see. */
export function Forbidden({ children }: ForbiddenProps) {
  return (
    <EmptyState icon="person" title={useWords().common.forbidden}>
      {children}
    </EmptyState>
  );
}
