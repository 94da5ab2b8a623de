import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { queryTokens, searchTokens } from '../../src/domain/search.ts';

const finds = (text: string, words: string): boolean => {
  const held = new Set(searchTokens(text));
  return queryTokens(words).every((token) => held.has(token));
};

describe('search', () => {
  test('finds any part of a Chinese phrase, one character included', () => {
    const text = '磷石膏仓库堆放不下，请生态环境局协调';
    for (const words of ['磷石膏', '仓库堆放', '环境', '膏', '磷石膏 环境局'])
      expect(finds(text, words)).toBe(true);
    for (const words of ['石膏板', '磷矿', '库仓']) expect(finds(text, words)).toBe(false);
  });

  test('folds full width, case and compatibility forms', () => {
    expect(finds('ＡＢ区 １２＃楼 KVA', 'ab 12 kva')).toBe(true);
    expect(finds('ab 12 kva', 'ＡＢ １２ ＫＶＡ')).toBe(true);
  });

  test('looks for nothing when there is nothing to look for', () => {
    expect(queryTokens(' ,。!')).toEqual([]);
    expect(searchTokens('')).toEqual([]);
  });

  test('whatever part of a text is looked for is found in it', () => {
    const text = fc.string({ unit: fc.constantFrom(...'用电不足仓库漏雨ab12Ａ １，。'), maxLength: 60 });
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (whole, from, length) => {
        // A run of letters or digits is one token, so only Chinese may be cut in the middle.
        const part = whole
          .slice(from % (whole.length + 1))
          .slice(0, length % 8)
          .replace(/[a-zＡ\d１]/g, ' ');
        expect(finds(whole, part)).toBe(true);
      }),
    );
  });

  test('tokens are each once, bounded and without blanks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const tokens = searchTokens(text);
        expect(new Set(tokens).size).toBe(tokens.length);
        expect(tokens.every((token) => token !== '' && !/\s/.test(token))).toBe(true);
      }),
    );
    const huge = Array.from({ length: 5000 }, (_, i) => String.fromCodePoint(0x4e00 + i)).join('');
    expect(searchTokens(huge)).toHaveLength(3000);
    expect(searchTokens('a'.repeat(500))[0]).toHaveLength(64);
  });
});
