import {
  type ComponentType,
  type ReactNode,
  Suspense,
  type SyntheticEvent,
  useId,
  useRef,
  useState,
} from 'react';
import { Icon } from './Icon.tsx';
import type { IconName } from './iconPaths.ts';

interface MenuButtonProps {
  icon?: IconName;
  /** On the button. */
  children: ReactNode;
  /** The panel's name. */
  label: string;
  isOn?: boolean;
  /** Drawn while it is open; `close` gives the focus back to the button. */
  panel: ComponentType<{ close(): void }>;
}

const MARGIN_PX = 8;
const GAP_PX = 4;

/** A button with a panel below it. The browser's own popover: Esc and a click elsewhere close it. */
export function MenuButton({ icon, children, label, isOn = false, panel: Panel }: MenuButtonProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const popover = useRef<HTMLDivElement>(null);
  const [isOpen, setIsOpen] = useState(false);

  function onToggle(event: SyntheticEvent<HTMLDivElement, ToggleEvent>) {
    const opens = event.nativeEvent.newState === 'open';
    setIsOpen(opens);
    if (opens && button.current) placeBelow(event.currentTarget, button.current);
  }

  return (
    <>
      <button
        ref={button}
        type="button"
        className="ui-button ui-menu-button"
        popoverTarget={id}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        data-on={isOn ? '' : undefined}
      >
        {icon !== undefined && <Icon name={icon} size={16} />}
        <span>{children}</span>
        <Icon name="down" size={14} />
      </button>
      <div
        ref={popover}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={label}
        className="ui-menu"
        onToggle={onToggle}
      >
        {isOpen && (
          <Suspense>
            <Panel close={() => popover.current?.hidePopover()} />
          </Suspense>
        )}
      </div>
    </>
  );
}

/** Under the button, wholly inside the window; as high as there is room. */
function placeBelow(panel: HTMLElement, button: HTMLElement): void {
  const { left, bottom } = button.getBoundingClientRect();
  const rightmost = window.innerWidth - MARGIN_PX - panel.offsetWidth;
  Object.assign(panel.style, {
    left: `${String(Math.max(MARGIN_PX, Math.min(left, rightmost)))}px`,
    top: `${String(bottom + GAP_PX)}px`,
    maxHeight: `${String(window.innerHeight - bottom - GAP_PX - MARGIN_PX)}px`,
  });
}
