import { describe, expect, test } from 'vitest';
import { parseSearch, stringifySearch } from './addressText.ts';

describe('the search part of an address', () => {
  test('keeps values as the text they are, so that a code of digits stays a code', () => {
    expect(parseSearch('?q=0047')).toEqual({ q: '0047' });
  });

  test('reads a repeated name as a list', () => {
    expect(parseSearch('category=A&category=B')).toEqual({ category: ['A', 'B'] });
  });

  test('comes back as it was written', () => {
    const search = { q: 'ski & "pole" #1', tracking: ['bulk', 'closed'], at: 37 };
    expect(parseSearch(stringifySearch(search))).toEqual({ ...search, at: '37' });
  });

  test('says nothing where there is nothing to say', () => {
    expect(stringifySearch({ q: undefined })).toBe('');
  });
});
