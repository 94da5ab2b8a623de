import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cardBytes, countElements, fitCard } from '../../src/cards/card-fit.ts';
import { cardText } from '../../src/cards/card-text.ts';
import { button, card, footnote, LIMITS, markdown, mention, plain, textBlock } from '../../src/cards/kit.ts';
import { clip, escapeMarkdown, oneLine, safeOpenId, stripInvisible } from '../../src/text/escape.ts';
import { problemsOf } from './check.ts';
import { PEOPLE } from './samples.ts';

const frame = { title: '标题', color: 'blue', summary: '摘要', demo: false } as const;

const ATTACKS = [
  '<at id=all></at>',
  '[点我](https://evil.example)',
  'https://evil.example/x',
  '**粗** ~~删~~ `码`',
  '# 大标题',
  '| a | b |\n|---|---|\n| 1 | 2 |',
  '<font color=red>x</font>',
  '![图](img_v3_x)',
  '1. 一\n2. 二',
  '> 引用',
  '&lt;at id=all&gt;',
  '<link url="https://evil.example">x</link>',
  '$$x$$ @所有人 :OK:',
];

describe('user text in markdown', () => {
  test.each(ATTACKS)('keeps no character the dialect could act on: %s', (attack) => {
    expect(escapeMarkdown(attack).replace(/&#\d+;/g, '')).not.toMatch(/[!-/:-@[-`{-~\n]/);
  });

  test.each(ATTACKS)('reads in the fallback as it was written: %s', (attack) => {
    const drawn = card({ ...frame, elements: [markdown(escapeMarkdown(attack))] });
    expect(cardText(drawn)).toContain(oneLine(attack));
  });

  test('whatever is typed comes back literally and the card is valid', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (typed) => {
        const drawn = card({ ...frame, elements: [markdown(`x${escapeMarkdown(typed)}`)] });
        expect(problemsOf(drawn)).toEqual([]);
        const decoded = escapeMarkdown(typed).replace(/&#(\d+);/g, (_, code: string) =>
          String.fromCharCode(Number(code)),
        );
        expect(decoded).toBe(oneLine(typed));
      }),
    );
  });

  test('control characters, bidi overrides and zero-width marks vanish', () => {
    expect(stripInvisible('a\u0000b\u202ec\u200bd\ufeff')).toBe('abcd');
    expect(plain('一\r\n二\n\n\n\n三').content).toBe('一\n二\n\n三');
  });

  test('clipping never cuts an emoji in half', () => {
    expect(clip('ab😀cd', 4)).toBe('ab…');
    expect(clip('abcd', 4)).toBe('abcd');
  });
});

describe('mentions', () => {
  test('an id that is not one of ours is never put into a tag', () => {
    for (const id of ['all', 'ou_x></at><at id=all', 'ou_ x', '']) expect(safeOpenId(id)).toBeUndefined();
    expect(mention({ ...PEOPLE[0]!, openId: 'all', name: '<b>' })).toBe('&#60;b&#62;');
  });

  test('somebody who cannot be reached is named, not mentioned', () => {
    expect(mention(PEOPLE[1]!)).toBe('<at id=ou_person2></at>');
    expect(mention({ ...PEOPLE[1]!, unreachableSince: 1 })).toBe('张三');
  });
});

describe('fitting', () => {
  test('a card within the limits is left as it is', () => {
    const drawn = card({ ...frame, elements: [textBlock('短')] });
    expect(fitCard(drawn, '…（全文见 查 #12）')).toBe(drawn);
  });

  test('the longest text is shortened and says where the whole stands', () => {
    const drawn = card({ ...frame, elements: [textBlock('短'), textBlock('长'.repeat(20_000))] });
    const fitted = fitCard(drawn, '…（全文见 查 #12）');
    expect(problemsOf(fitted)).toEqual([]);
    expect(cardText(fitted, undefined, 40_000)).toMatch(/短\n长+…（全文见 查 #12）/);
    expect(cardBytes(fitted)).toBeGreaterThan(20_000);
  });

  test('quotes and line breaks, which grow in JSON, are counted as sent', () => {
    const drawn = card({ ...frame, elements: [textBlock('"\n'.repeat(5000))] });
    expect(problemsOf(fitCard(drawn, '…'))).toEqual([]);
  });

  test('too many elements are left off from the end, and the card says so', () => {
    const rows = Array.from({ length: 300 }, (_, i) => textBlock(`第${i}行`));
    const fitted = fitCard(card({ ...frame, elements: rows }), '…（其余请翻页）');
    expect(countElements(fitted)).toBeLessThanOrEqual(LIMITS.elements);
    expect(cardText(fitted)).toMatch(/第0行[\s\S]*…（其余请翻页）$/);
  });

  test('the given card is not changed', () => {
    const drawn = card({ ...frame, elements: [textBlock('长'.repeat(20_000))] });
    fitCard(drawn, '…');
    expect(drawn.body.elements).toEqual([textBlock('长'.repeat(20_000))]);
  });
});

test('the text of a card is shortened visibly, not cut off', () => {
  const drawn = card({ ...frame, elements: [textBlock('长'.repeat(200))] });
  expect(cardText(drawn, undefined, 50)).toMatch(/^标题\n长+…$/);
});

describe('frame', () => {
  test('made-up data says so on the card and in its text', () => {
    const drawn = card({ ...frame, demo: true, elements: [] });
    expect(drawn.body.elements).toEqual([footnote('演示数据')]);
    expect(cardText(drawn)).toContain('演示数据');
  });

  test('button words longer than the platform takes are shortened', () => {
    expect(button('长'.repeat(200), {}).text.content).toHaveLength(LIMITS.buttonText);
  });

  test('titles and summaries stay short enough for a phone', () => {
    const drawn = card({ ...frame, title: '题'.repeat(500), summary: '要'.repeat(500), elements: [] });
    expect(drawn.header.title.content.length).toBeLessThanOrEqual(LIMITS.title);
    expect(drawn.config.summary.content.length).toBeLessThanOrEqual(120);
  });
});
