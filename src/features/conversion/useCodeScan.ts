import { type KeyboardEvent, useRef, useState } from 'react';
import type { StockCode } from '#domain/stockCode.ts';
import { explain } from '#ui/explain.ts';
import { useLanguage } from '#ui/useLanguage.ts';
import { addScanned } from './scannedCodes.ts';

/** Some scanners end with two line ends: the second is not the person's Enter. */
const SCANNER_ECHO_MS = 300;

/** Codes as they are scanned or typed one after the other, and the text that is not one yet. */
export function useCodeScan() {
  const language = useLanguage();
  const [codes, setCodes] = useState<readonly StockCode[]>([]);
  const [text, setText] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const takenAt = useRef(Number.NEGATIVE_INFINITY);

  /** Takes what the text means into the list; null when it means nothing that can be a code. */
  function take(given: string): readonly StockCode[] | null {
    const next = addScanned(codes, given);
    if (!next.ok) {
      const { code, ...facts } = next.refusal;
      setText(given);
      setFault(explain({ code, facts }, language));
      return null;
    }
    setCodes(next.value);
    setText('');
    setFault(null);
    return next.value;
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter') {
      if (text.trim() !== '') {
        event.preventDefault();
        takenAt.current = event.timeStamp;
        take(text);
      } else if (event.timeStamp - takenAt.current < SCANNER_ECHO_MS) event.preventDefault();
    }
    if (event.key === 'Backspace' && text === '' && codes.length > 0) setCodes(codes.slice(0, -1));
  }

  return {
    codes,
    text,
    fault,
    take,
    onKeyDown,
    type(next: string) {
      setText(next);
      setFault(null);
    },
    /** A single code is pasted as text; several are taken at once. */
    paste(pasted: string): boolean {
      if (!/[,;\t\r\n]/.test(pasted.trim())) return false;
      take(pasted.replaceAll(/\s*[\t\r\n]+\s*/g, '; '));
      return true;
    },
    removeAt(index: number) {
      setCodes(codes.toSpliced(index, 1));
      setFault(null);
    },
  };
}
