import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { Icon, type IconName } from './Icon.tsx';
import { useWords } from './useLanguage.ts';

interface StateProps {
  icon: IconName;
  title: string;
  children?: ReactNode;
  /** The next step: buttons or links. */
  actions?: ReactNode;
}

/** Nothing to show, why, and what to do next. */
export function EmptyState({ icon, title, children, actions }: StateProps) {
  return (
    <div className="ui-state">
      <span className="ui-state-icon">
        <Icon name={icon} size={26} />
      </span>
      <h2>{title}</h2>
      {children !== undefined && <p>{children}</p>}
      {actions !== undefined && <div className="ui-actions">{actions}</div>}
    </div>
  );
}

interface FailedStateProps {
  title: string;
  /** What happened, in words. */
  children: ReactNode;
  onRetry?: () => void;
}

/** Something did not work: what, and a way to try again. */
export function FailedState({ title, children, onRetry }: FailedStateProps) {
  const words = useWords();
  const retry = onRetry && (
    <Button icon="refresh" onClick={onRetry}>
      {words.common.retry}
    </Button>
  );
  return (
    <div role="alert">
      <EmptyState icon="alert" title={title} actions={retry}>
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
