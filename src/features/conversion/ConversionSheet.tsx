import type { ReactNode } from 'react';
import type { Converted } from '#api/conversions.ts';
import type { ProblemError } from '#api/problemError.ts';
import type { Session } from '#api/session.ts';
import { whyForbidden } from '#domain/access.ts';
import { IconButton } from '#ui/Button.tsx';
import { explain } from '#ui/explain.ts';
import { Loading } from '#ui/Loading.tsx';
import { Sheet } from '#ui/Sheet.tsx';
import { FailedState, Forbidden } from '#ui/States.tsx';
import { useLanguage } from '#ui/useLanguage.ts';
import './conversion.css';

/** What every conversion over the table is given. */
export interface ConversionRouteProps {
  session: Session;
  onDone(done: Converted, says: string): void;
  onLeave(): void;
}

interface ConversionSheetProps extends Pick<ConversionRouteProps, 'session' | 'onLeave'> {
  label: string;
  isLoading: boolean;
  problem: ProblemError | null;
  onRetry(): void;
  /** The form. */
  children: ReactNode;
}

/** The window over the table that a conversion is done in, and what stands there while there is no form to show. */
export function ConversionSheet(props: ConversionSheetProps) {
  const { session, label, isLoading, problem, onRetry, onLeave, children } = props;
  const language = useLanguage();
  const { words } = language;
  const forbidden = whyForbidden(session.person.role, 'records.convert');
  return (
    <Sheet label={label} place="side" onClose={onLeave}>
      <div className="conversion-close">
        <IconButton icon="close" label={words.conversions.close} onClick={onLeave} />
      </div>
      {forbidden ? (
        <Forbidden>{words.common.needsRole(words.common.roleNames[forbidden.leastRole])}</Forbidden>
      ) : problem ? (
        <FailedState title={words.conversions.failed} onRetry={onRetry}>
          {explain(problem, language)}
        </FailedState>
      ) : isLoading ? (
        <Loading label={words.conversions.loading} />
      ) : (
        children
      )}
    </Sheet>
  );
}
