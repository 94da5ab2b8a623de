import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText, placeMentions, stripBotMention } from '../../src/feishu/text.ts';

const BOT = 'ou_bot';
const mention = (n: number, name: string, open_id = `ou_${n}`, over = {}) => ({
  key: `@_user_${n}`,
  id: { open_id, union_id: `on_${n}`, user_id: null },
  name,
  tenant_key: 'tk',
  ...over,
});
const shown = ({ text, mentions }: ReturnType<typeof placeMentions>) =>
  mentions.map((m) => text.slice(...m.span));

describe('mentions', () => {
  test('stand as @姓名, and each span holds exactly that', () => {
    const placed = placeMentions(
      '@_user_1 请@_user_2看一下',
      [mention(1, '专班秘书', BOT), mention(2, '张三')],
      BOT,
    );
    expect(placed.text).toBe('@专班秘书 请@张三看一下');
    expect(shown(placed)).toEqual(['@专班秘书', '@张三']);
    expect(placed.mentions.map((m) => [m.openId, m.isBot])).toEqual([
      [BOT, true],
      ['ou_2', false],
    ]);
  });

  test('@_user_1 does not eat the head of @_user_10', () => {
    const people = Array.from({ length: 12 }, (_, i) => mention(i + 1, `人${i + 1}`));
    const placed = placeMentions('@_user_10 @_user_1 @_user_12 @_user_2', people, undefined);
    expect(placed.text).toBe('@人10 @人1 @人12 @人2');
    expect(placed.mentions.map((m) => m.openId)).toEqual(['ou_10', 'ou_1', 'ou_12', 'ou_2']);
  });

  test('a date typed right behind a mention stays a date', () => {
    expect(placeMentions('@_user_112月20日前', [mention(1, '张三')], undefined).text).toBe('@张三12月20日前');
  });

  test('a name that looks like a placeholder is not replaced again', () => {
    const placed = placeMentions(
      '@_user_1 @_user_2',
      [mention(1, '@_user_2'), mention(2, '@_all')],
      undefined,
    );
    expect(placed.text).toBe('@@_user_2 @@_all');
    expect(placed.mentions).toHaveLength(2);
    expect(placed.mentionsAll).toBe(false);
  });

  test('only the exact open_id makes the bot: a namesake and another bot do not', () => {
    const listed = [
      mention(1, '专班秘书', 'ou_boT'),
      mention(2, '专班秘书', 'ou_bo', { mentioned_type: 'bot' }),
    ];
    const placed = placeMentions('@_user_1 @_user_2', listed, BOT);
    expect(placed.mentions.map((m) => [m.isBot, m.mentionedType])).toEqual([
      [false, 'user'],
      [false, 'bot'],
    ]);
  });

  test('nobody is the bot while its open_id is unknown', () => {
    expect(placeMentions('@_user_1', [mention(1, '秘书', BOT)], undefined).mentions[0]?.isBot).toBe(false);
  });

  test('@所有人 has no entry and is told apart', () => {
    expect(placeMentions('@_all 明天开会', undefined, BOT)).toEqual({
      text: '@所有人 明天开会',
      mentions: [],
      mentionsAll: true,
    });
    expect(placeMentions('@_allen', undefined, BOT).mentionsAll).toBe(false);
  });

  test('one person named twice has two places', () => {
    const placed = placeMentions('@_user_1和@_user_1', [mention(1, '张三')], undefined);
    expect(placed.mentions.map((m) => m.span)).toEqual([
      [0, 3],
      [4, 7],
    ]);
  });

  test('a placeholder nobody explains stays as it is', () => {
    expect(placeMentions('@_user_7 好', [], undefined).text).toBe('@_user_7 好');
  });

  test('a broken entry costs only itself', () => {
    const listed = [null, { key: 5 }, { key: '', id: {} }, mention(2, '李四')];
    expect(placeMentions('@_user_1 @_user_2', listed, undefined).text).toBe('@_user_1 @李四');
  });

  test('an entry without open_id keeps its name in the text but names nobody', () => {
    const placed = placeMentions(
      '@_user_1 好',
      [{ key: '@_user_1', id: { open_id: null }, name: '王五' }],
      BOT,
    );
    expect(placed).toEqual({ text: '@王五 好', mentions: [], mentionsAll: false });
  });

  test('a key with pattern characters is taken literally', () => {
    const placed = placeMentions('a.c abc', [{ key: 'a.c', id: 'ou_1', name: '甲' }], undefined);
    expect(placed.text).toBe('@甲 abc');
  });

  test('spans survive invisible characters in text and names', () => {
    const placed = placeMentions('\u200B  @_user_1\u200D\u202E好', [mention(1, '张\u200B三\n')], undefined);
    expect(placed.text).toBe('@张三好');
    expect(shown(placed)).toEqual(['@张三']);
  });

  test('every span shows its name, whatever the text', () => {
    const part = fc.oneof(
      fc.constantFrom('@_user_1', '@_user_11', '@_all', ' ', '12月', '\u200B'),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(part), fc.string({ unit: 'binary' }), (parts, name) => {
        const placed = placeMentions(parts.join(''), [mention(1, name, BOT), mention(11, '李四')], BOT);
        for (const m of placed.mentions) expect(placed.text.slice(...m.span)).toBe(`@${m.name}`);
        const stripped = stripBotMention(placed.text, placed.mentions);
        for (const m of stripped.mentions) expect(stripped.text.slice(...m.span)).toBe(`@${m.name}`);
      }),
    );
  });
});

describe('taking the bot out of the text', () => {
  const strip = (text: string) => {
    const placed = placeMentions(text, [mention(1, '专班秘书', BOT), mention(2, '张三')], BOT);
    return stripBotMention(placed.text, placed.mentions);
  };
  const cases: Record<string, string> = {
    '@_user_1 我的': '我的',
    '@_user_1我的': '我的',
    '报 @_user_1 停电': '报 停电',
    '请@_user_1 报停电': '请 报停电',
    '停电 @_user_1': '停电',
    '@_user_1\u3000我的': '我的',
    '@_user_1 @_user_1 我的': '我的',
    '@_user_1': '',
    '@_user_1\n报 停电': '报 停电',
  };
  for (const [text, left] of Object.entries(cases)) {
    test(`${JSON.stringify(text)} leaves ${JSON.stringify(left)}`, () => {
      expect(strip(text).text).toBe(left);
    });
  }

  test('the other mentions keep their places', () => {
    const left = strip('@_user_1 转办 @_user_2 , @_user_1 谢谢 @_user_2');
    expect(left.text).toBe('转办 @张三 , 谢谢 @张三');
    expect(left.mentions.map((m) => left.text.slice(...m.span))).toEqual(['@张三', '@张三']);
  });

  test('text without the bot is only trimmed', () => {
    expect(stripBotMention(' 你好 ', [])).toEqual({ text: '你好', mentions: [] });
  });
});

describe('clean text', () => {
  test('has no zero-width, BiDi or control characters and no invisible tags', () => {
    expect(cleanText('a\u200Bb\u202Ec\u2066d\uFEFFe\u0000f\u001Bg\u00ADh\u{E0041}i\u061Cj')).toBe(
      'abcdefghij',
    );
  });
  test('keeps newlines and tabs, in one form', () => {
    expect(cleanText('a\r\nb\rc\u2028d\te')).toBe('a\nb\nc\nd\te');
  });
  test('keeps joined emoji and drops loose joiners', () => {
    expect(cleanText('👨‍👩‍👧 👩🏽‍🔧 好\u200D的')).toBe('👨‍👩‍👧 👩🏽‍🔧 好的');
  });
  test('makes a hard space a plain one and a half character whole', () => {
    expect(cleanText('a\u00A0b\uD83D')).toBe('a b\uFFFD');
  });
});
