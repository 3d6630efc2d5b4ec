import { type KeyboardEvent, type ReactNode, type SyntheticEvent, useLayoutEffect, useRef } from 'react';

interface SheetProps {
  label: string;
  /** `side`: over the right edge, as high as the page. `middle`: a small window. */
  place: 'side' | 'middle';
  onClose(): void;
  children: ReactNode;
}

/**
 * A window over the page, as long as it is mounted. The browser's own dialog: it holds the focus, closes on Esc and
 * gives the focus back to where it was.
 */
export function Sheet({ label, place, onClose, children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // Left to itself the browser takes the first button.
    element?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    return () => element?.close();
  }, []);

  function onCancel(event: SyntheticEvent<HTMLDialogElement>) {
    // Only the owner closes it: something typed may have to be asked about first.
    event.preventDefault();
    if (event.target === event.currentTarget) onClose();
  }

  function onKeyDown(event: KeyboardEvent<HTMLDialogElement>) {
    if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return;
    // Chromium closes a dialog on the second Esc whatever its owner says; prevented here, it does not see the key.
    event.preventDefault();
    onClose();
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a click beside the window is a second way; Esc is the keyboard's
    <dialog
      ref={dialog}
      className={`ui-sheet ui-sheet-${place}`}
      aria-label={label}
      onCancel={onCancel}
      onKeyDown={onKeyDown}
      onMouseDown={(event) => {
        // The backdrop is the dialog itself; its content lies in a child.
        if (event.target === event.currentTarget && place === 'side') onClose();
      }}
    >
      <div className="ui-sheet-body">{children}</div>
    </dialog>
  );
}
