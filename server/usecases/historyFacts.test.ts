import { describe, expect, it } from 'vitest';
import type { HistoryLine } from '#server/store/history.ts';
import { codesPutBack } from './historyFacts.ts';

describe('Codes put back by taking an operation back', () => {
  it.each([
    { before: 'ab', after: 'b', current: 'b', back: 'ab', because: 'nothing happened since' },
    { before: 'ab', after: 'b', current: 'bc', back: 'abc', because: 'what came since stays' },
    { before: 'abc', after: 'bc', current: 'b', back: 'ab', because: 'what went since stays away' },
    { before: 'bc', after: 'b', current: 'ab', back: 'abc', because: 'what came first since is first' },
    { before: 'a', after: 'ab', current: 'axb', back: 'ax', because: 'what came between stays behind' },
    {
      before: 'a',
      after: 'b',
      current: 'bx',
      back: 'ax',
      because: 'what stood behind one that goes is last',
    },
    {
      before: 'ab',
      after: 'b',
      current: 'c',
      back: 'ac',
      because: 'the first of none that stays is not the first',
    },
    { before: 'abc', after: 'cba', current: 'cbxa', back: 'abxc', because: 'an order is taken back too' },
    { before: 'ab', after: 'b', current: 'ab', back: 'ab', because: 'a code stands once' },
    { before: 'ac', after: 'c', current: 'bc', back: 'bac', because: 'what came first since is first again' },
    { before: 'ac', after: 'c', current: 'bc', known: 'abc', back: 'abc', because: 'a known order holds' },
  ])(
    'are $back where $before became $after and then $current: $because',
    ({ before, after, current, known = '', back }) => {
      const line: HistoryLine = {
        id: 'line',
        operationId: 'operation',
        recordId: 'record',
        at: '2026-01-01T00:00:00.000Z',
        personId: 'person',
        personName: 'Person',
        action: 'codes',
        field: 'codes',
        before: before.split(''),
        after: after.split(''),
        note: '',
      };
      expect(codesPutBack({ lines: [line], known: known.split('') }, current.split(''))?.join('')).toBe(back);
    },
  );
});
