import type { ComponentPropsWithRef, ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import type { IconName } from './iconPaths.ts';

interface ButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'disabled' | 'className' | 'type'> {
  type?: 'submit' | 'button';
  look?: 'primary' | 'plain' | 'quiet' | 'danger';
  icon?: IconName;
  /** Why it cannot be used now. It stays reachable, so that the reason can be read. */
  disabledBecause?: string | null | undefined;
  isBusy?: boolean;
  children: ReactNode;
}

/** A button. While busy or disabled it keeps its place, its focus and says why. */
export function Button({
  look = 'plain',
  icon,
  disabledBecause,
  isBusy = false,
  children,
  onClick,
  type,
  ...rest
}: ButtonProps) {
  const isOff = isBusy || (disabledBecause !== undefined && disabledBecause !== null);
  return (
    <button
      {...rest}
      type={type === 'submit' ? 'submit' : 'button'}
      className={`ui-button ui-button-${look}`}
      aria-disabled={isOff ? true : undefined}
      aria-busy={isBusy ? true : undefined}
      title={disabledBecause ?? rest.title}
      onClick={(event) => {
        // aria-disabled does not stop a submit or a click by itself.
        if (isOff) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {icon !== undefined && <Icon name={icon} size={16} />}
      <span>{children}</span>
    </button>
  );
}

interface IconButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'className' | 'children' | 'type'> {
  label: string;
  icon: IconName;
}

/** A button that is only a sign; its name is read out and shown on hover. */
export function IconButton({ label, icon, ...rest }: IconButtonProps) {
  return (
    <button title={label} {...rest} type="button" aria-label={label} className="ui-icon-button">
      <Icon name={icon} />
    </button>
  );
}
