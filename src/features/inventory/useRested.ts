import { useEffect, useState } from 'react';

/** Shorter than a person notices, longer than between two keys of somebody who knows what to type. */
const REST_MS = 80;

/** Has this text stood for a moment? From then on yes, whatever is typed. */
export function useRested(text: string): boolean {
  const [hasRested, setHasRested] = useState(false);
  useEffect(() => {
    if (hasRested) return undefined;
    const timer = setTimeout(() => setHasRested(true), REST_MS);
    return () => clearTimeout(timer);
  }, [text, hasRested]);
  return hasRested;
}
