import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';

interface BannerProps {
  tone: 'bad' | 'warn' | 'good';
  children: ReactNode;
  action?: ReactNode;
}

/** A line above what it concerns: what happened and the next step. */
export function Banner({ tone, children, action }: BannerProps) {
  return (
    <div className={`ui-banner ui-banner-${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
      <Icon name={tone === 'good' ? 'check' : 'alert'} size={16} />
      <div className="ui-banner-text">{children}</div>
      {action}
    </div>
  );
}
