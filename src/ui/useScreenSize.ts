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
  if (window.matchMedia(PHONE).matches) return 'phone';
  return window.matchMedia(TABLET).matches ? 'tablet' : 'desk';
}

function subscribe(listener: () => void): () => void {
  const queries = [PHONE, TABLET].map((query) => window.matchMedia(query));
  for (const query of queries) query.addEventListener('change', listener);
  return () => {
    for (const query of queries) query.removeEventListener('change', listener);
  };
}
