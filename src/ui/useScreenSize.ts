import { useSyncExternalStore } from 'react';

/** `phone` is also a page zoomed to 400 %; `tablet` is what stands at the shelf. */
export type ScreenSize = 'phone' | 'tablet' | 'desk';

const PHONE = '(max-width: 40em)';
const TABLET = '(max-width: 64em)';

/** How much room there is: decides the order of things, never what can be done. */
export function useScreenSize(): ScreenSize {
  return useSyncExternalStore(subscribe, screenSize);
}

function screenSize(): ScreenSize {
  const { phone, tablet } = widths();
  if (phone.matches) return 'phone';
  return tablet.matches ? 'tablet' : 'desk';
}

function subscribe(listener: () => void): () => void {
  const queries = Object.values(widths());
  for (const query of queries) query.addEventListener('change', listener);
  return () => {
    for (const query of queries) query.removeEventListener('change', listener);
  };
}

let known: { phone: MediaQueryList; tablet: MediaQueryList } | undefined;

/** Asked once: every drawing of the table wants to know. */
function widths() {
  known ??= { phone: window.matchMedia(PHONE), tablet: window.matchMedia(TABLET) };
  return known;
}
