import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CallName } from '../../src/commands/call.ts';
import type { Mention } from '../../src/feishu/incoming.ts';
import { COMMANDS } from '../support/table.ts';
import { callOf, inGroup, mentionsIn, reply, say } from './place.ts';

const READ_ONLY: readonly CallName[] = [
  'show',
  'mine',
  'list',
  'ask',
  'search',
  'history',
  'explain',
  'similar',
  'help',
  'projects',
  'project',
  'this-group',
  'units',
  'people',
  'roles',
  'categories',
  'areas',
  'settings',
  'holidays',
  'health',
  'log-form',
];
const words = [...new Set(COMMANDS.flatMap((spec) => spec.words))];

/** Strings of the kind people and programs send: words of the trade, marks, emoji, invisible characters, any Unicode. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(...words),
        fc.constantFrom(
          '#12',
          '＃３',
          '12号',
          '住建局',
          '兴发',
          '@张三',
          '12月20日',
          '3个工作日',
          '红',
          '本周',
          '吗',
          '不',
        ),
        fc.constantFrom(
          ' ',
          '　',
          ',',
          '。',
          '\n',
          ':',
          '「',
          '」',
          '\u200b',
          '\uE000',
          '\uFE0F',
          '🙏',
          '１',
          '(',
          '[x]',
        ),
        fc.string({ unit: 'grapheme', maxLength: 4 }),
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
);
const seeded = { seed: 20261118, numRuns: 1500 };

describe('any text', () => {
  test('is matched without throwing, and an unknown one names two commands', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('private', 'reply', 'group', 'overheard'), (text, where) => {
        const match =
          where === 'reply'
            ? reply(text)
            : say(text, {
                ...(where === 'group' && { context: inGroup }),
                ...(where === 'overheard' && { addressed: false }),
              });
        if (match.kind === 'unknown') expect(new Set(match.nearest).size).toBe(2);
        if (match.kind === 'misuse') expect(words).toContain(match.misuse.word);
      }),
      seeded,
    );
  });

  test('without a command word in it changes no data', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const folded = text
          .normalize('NFKC')
          .toLowerCase()
          .replace(/\p{Cf}/gu, '');
        fc.pre(!words.some((word) => folded.includes(word)));
        const match = say(text);
        if (match.kind === 'call') expect(READ_ONLY).toContain(match.call.name);
      }),
      seeded,
    );
  });

  test('an issue number read is always one the database can hold', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('签收', '查', '办结', '延期'),
        fc.bigInt({ min: 0n, max: 10n ** 16n }),
        (word, n) => {
          const match = say(`${word} #${n}`);
          if (match.kind === 'call' && 'issueId' in match.call && match.call.issueId !== undefined) {
            expect(match.call.issueId).toBe(Number(n));
            expect(match.call.issueId).toBeLessThanOrEqual(2_147_483_647);
          }
        },
      ),
      seeded,
    );
  });

  test('mentions with spans that do not fit are survived', () => {
    const broken = (span: [number, number]): Mention => ({ ...mentionsIn('@张三')[0]!, span });
    for (const span of [
      [-1, 2],
      [3, 3],
      [5, 900],
      [4, 2],
    ] as [number, number][]) {
      expect(say('报 道路未通', { mentions: [broken(span)] })).toMatchObject({ call: { name: 'log' } });
    }
    const twice = [broken([5, 8]), broken([5, 8]), broken([6, 7])];
    expect(say('报 道路 @张三', { mentions: twice }).kind).toBe('call');
  });
});

/** Processor time, not the clock, and only the ratio between two lengths: a busy machine changes neither. */
describe('the work grows with the length of the text', () => {
  const seeds = [
    ' ',
    '\n',
    '报',
    '#',
    '#1 ',
    '请',
    '把',
    '一',
    '第',
    '1.',
    '(',
    '「',
    '。',
    '!',
    '\u200b',
    '🙏',
    '住建局',
    '自然',
    '兴发 ',
    '3天内',
    '12月',
    '到 ',
    '挂账',
    '盯办 ',
    '理由',
    '谢谢',
    '红',
    '逾期最久',
    '本周',
    '的',
    '吗',
    '了',
    '查',
    '- ',
    'a',
    '号',
    '关键词 ',
    '单位',
  ];
  const heads = [
    '',
    '报 ',
    '报\n',
    '签收 ',
    '办结 #12 ',
    '延期 #12 ',
    '挂账 #12 ',
    '转办 #12 ',
    '清单 ',
    '搜 ',
    '核验 #12 ',
    '项目 兴发 ',
    '单位 住建局 ',
    '分类 用地 ',
    '角色 ',
    '设置 ',
    '同步 #12 ',
  ];
  const cost = (text: string): number => {
    const start = process.cpuUsage();
    say(text);
    const { user, system } = process.cpuUsage(start);
    return user + system;
  };
  const repeat = (seed: string, length: number) =>
    seed.repeat(Math.ceil(length / seed.length)).slice(0, length);

  test.each(heads)('after %j, whatever is repeated', (head) => {
    for (const seed of seeds) {
      const long = `${head}${repeat(seed, 4900)}x`;
      // Less than this is nothing a backtracking expression could do with 5,000 characters.
      if (cost(long) < 30_000) continue;
      const short = `${head}${repeat(seed, 1225)}x`;
      const [few, many] = [short, long].map((text) => Math.min(...[1, 2, 3].map(() => cost(text))));
      expect(many! / Math.max(few!, 1000), `${head}${seed}…`).toBeLessThan(12);
    }
  });
});

describe('overheard talk, not addressed to the bot', () => {
  const overheard = (text: string, more = {}) => say(text, { addressed: false, context: inGroup, ...more });
  test.each([
    '报 道路未通 住建局',
    '签收 #12',
    '#12 签收',
    '办结 #12 已完工',
    '/报 道路未通',
    '清单 红',
    '搜 磷石膏',
  ])('%j is a command', (text) => {
    expect(overheard(text).kind).toBe('call');
  });
  test.each([
    '报道路未通',
    '收到',
    '收到 #12 的邮件',
    '同意',
    '满意',
    '问题 是这样的',
    '完成了',
    '签收',
    '我的',
    '项目',
    '帮助',
    '红色的有几个',
    '单位',
    '设置 默认时限 7',
    '请报 道路未通',
    '大家看一下 #12 签收',
    '12',
    '#12',
    '报 住建局',
    '查 天气',
    '上报 市里了',
    '@张三 报 道路未通',
  ])('%j is left alone', (text) => {
    expect(overheard(text).kind).toBe('unknown');
  });
  test('in reply to a card the words count again', () => {
    expect(overheard('收到', { inReplyTo: { issueId: 15, hasParent: true } })).toMatchObject({
      call: { name: 'acknowledge', issueId: 15 },
    });
    expect(overheard('签收', { inReplyTo: { issueId: 15, hasParent: true } })).toMatchObject({
      call: { name: 'sign', issueId: 15 },
    });
  });
});

describe('the bot named again', () => {
  test('a mention of the bot inside the text is no person and no word', () => {
    const text = '@专班秘书 签收 @专班秘书 #12';
    const bot = (from: number): Mention => ({
      key: '@_user_1',
      openId: 'ou_bot',
      name: '专班秘书',
      isBot: true,
      mentionedType: 'bot',
      span: [from, from + 5],
    });
    expect(say(text, { mentions: [bot(0), bot(9)] })).toEqual({
      kind: 'call',
      call: { name: 'sign', issueId: 12 },
    });
  });
  test("another program's bot can be given no work", () => {
    const text = '报 道路未通 @日程助手';
    const other: Mention = {
      key: '@_user_1',
      openId: 'ou_other',
      name: '日程助手',
      isBot: false,
      mentionedType: 'bot',
      span: [7, 12],
    };
    const [line] = callOf('log', say(text, { mentions: [other] })).lines;
    expect(line).toMatchObject({ assigneeOpenId: null, text: '道路未通 @日程助手' });
  });
});

describe('one word behind another', () => {
  test.each<[string, CallName]>([
    ['看 我的', 'mine'],
    ['查看清单', 'list'],
    ['看清单 红', 'list'],
    ['查项目', 'projects'],
    ['看历史 #12', 'history'],
    ['打开 #12', 'show'],
  ])('%j', (text, name) => {
    expect(say(text)).toMatchObject({ kind: 'call', call: { name } });
  });
});
