import { useBlocker } from '@tanstack/react-router';
import { useRef, useState } from 'react';

/** A form that a button opens in its place: what is typed in it is asked about before it would be lost. */
export function useOpenedForm() {
  const isBack = useRef(false);
  const isTyped = useRef(false);
  const [mode, setMode] = useState<'closed' | 'open' | 'asking'>('closed');
  const leaving = useBlocker({
    shouldBlockFn: () => isTyped.current,
    enableBeforeUnload: () => isTyped.current,
    withResolver: true,
  });

  function close() {
    isTyped.current = false;
    // The form goes, and the focus with it: the button takes it as soon as it is there.
    isBack.current = true;
    setMode('closed');
  }

  return {
    mode,
    leaving,
    open: () => setMode('open'),
    close,
    onTyped(is: boolean) {
      isTyped.current = is;
    },
    onLeave: () => (isTyped.current ? setMode('asking') : close()),
    takeFocusBack(button: HTMLButtonElement | null) {
      if (isBack.current) button?.focus();
      isBack.current = false;
    },
  };
}
