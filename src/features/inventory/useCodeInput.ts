import { useState } from 'react';
import { useLanguage } from '#ui/useLanguage.ts';
import { explain } from '#ui/explain.ts';
import type { RecordRow } from '#contract/records.ts';
import { type CodesAdded, addCodes, isSeveral, removeCodeAt } from './codeList.ts';
import type { CodeNews } from './CodesPanel.tsx';
import { unsavedCodes } from './unsavedEdits.ts';
import { type CodeDraft, useCodeDraft } from './useCodeDraft.ts';

/** The text being typed and the codes it becomes. */
export function useCodeInput(row: RecordRow, typed: string | null) {
  const language = useLanguage();
  const { words, formats } = language;
  const reading = useCodeDraft(row, typed);
  const { draft, setDraft, askWhose } = reading;
  const [text, setText] = useState(typed ?? '');
  const [news, setNews] = useState<CodeNews | null>(() => {
    const unsaved = typed === null ? unsavedCodes(row.id) : null;
    return unsaved && { tone: 'bad', text: explain(unsaved.problem, language) };
  });

  /** Takes what a text means into the list; null when it means nothing that can be a code. */
  function take(given: string): CodeDraft | null {
    const result = addCodes(draft.list, given);
    if (!result.ok) {
      setText(inOneLine(given));
      const { code } = result.refusal;
      setNews({ tone: 'bad', text: explain({ code, facts: { ...result.refusal } }, language) });
      return null;
    }
    const { list, added } = result.value;
    setText('');
    setNews(newsOf(result.value));
    setDraft((before) => ({ ...before, list }));
    askWhose(added);
    return { ...draft, list };
  }

  function newsOf({ added, repeated }: CodesAdded): CodeNews | null {
    const count = added.length + repeated.length;
    const [first] = repeated;
    if (first && count === 1) return { tone: 'bad', text: words.cells.codes.isThere(first.text) };
    if (first) return { tone: 'bad', text: words.cells.codes.areThere(formats.number(repeated.length)) };
    return count > 1 ? { tone: 'good', text: words.cells.codes.added(formats.number(added.length)) } : null;
  }

  return {
    ...reading,
    text,
    news,
    take,
    type(next: string) {
      setText(next);
      setNews(null);
    },
    /** Whether the paste was taken care of here; a single code is pasted as text. */
    paste(pasted: string): boolean {
      if (!isSeveral(pasted)) return false;
      // A range is looked at before it is taken.
      if (pasted.includes('..')) setText(inOneLine(text + pasted.trim()));
      else take(text + pasted);
      return true;
    },
    removeAt(index: number) {
      setNews(null);
      setDraft((before) => ({ ...before, list: removeCodeAt(before.list, index) }));
    },
  };
}

/** A field of one line would lose the line ends between codes. */
function inOneLine(text: string): string {
  return text.trim().replaceAll(/\s*[\t\r\n]+\s*/g, '; ');
}
