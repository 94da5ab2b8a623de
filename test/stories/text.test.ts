/** What people type, however odd: shown as typed, acted upon by nobody, found again. */
import { afterEach, describe, expect, test } from 'vitest';
import { loadIssue } from '../../src/db/issue.ts';
import type { SimMessage } from '../../src/sim/sim.ts';
import { openWorld, textOf, titleOf, type World } from '../support/world.ts';

let world: World;
afterEach(() => world.close());

const issueOf = (id: number) => world.deps.db.read((tx) => loadIssue(tx, id));

/** Every markdown and text a card holds, as sent: tags and all. */
function rawOf(message: SimMessage): string {
  return JSON.stringify(message.content);
}

/** Whether markdown of the card, or a text message, would call everybody. */
function callsAll(message: SimMessage): boolean {
  const markdown: string[] = [];
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) for (const one of node) walk(one);
    if (typeof node !== 'object' || node === null) return;
    const { tag, content } = node as { tag?: unknown; content?: unknown };
    if ((tag === 'markdown' || tag === 'lark_md') && typeof content === 'string') markdown.push(content);
    for (const value of Object.values(node)) walk(value);
  };
  if (message.msgType === 'interactive') walk(message.content);
  else markdown.push(rawOf(message));
  return markdown.some((text) => /<at[^>]*all|@_all/i.test(text));
}

const NASTY: [name: string, text: string, shown: string][] = [
  ['a call to everybody', '停电了 <at id=all></at> 供电公司', '<at id=all></at>'],
  [
    'a call to everybody in other forms',
    '停电 <at user_id="all">x</at><at ids=all></at> 供电公司',
    'user_id="all"',
  ],
  [
    'markdown',
    '**加粗** [点我](https://evil.example) ~~删~~ # 标题 `码` 供电公司',
    '[点我](https://evil.example)',
  ],
  ['an image and a link', '![图](img_v3_x) <a href="https://evil.example">链</a> 供电公司', '<a href='],
  [
    'a font and a tag',
    '<font color=red>红</font> <text_tag color=blue>假标</text_tag> 供电公司',
    '<font color=red>',
  ],
  ['entities', '&lt;at id=all&gt; &#60;at id=all&#62; &amp; 供电公司', '&#60;at id=all&#62;'],
  ['emoji', '👨‍👩‍👧 停电 🔌⚡️ 🇨🇳 供电公司', '🔌'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: that somebody types it is the point
  ['templates', '${x} {{user}} {% raw %} %s \\u0000 \\n 停电 供电公司', '{{user}}'],
  ['quotes of JSON', '"}]，"header":{"title":{"content":"假"}} 停电 供电公司', '"header"'],
];

describe('odd words', () => {
  test.each(NASTY)('%s are shown as typed and call nobody', async (_name, text, shown) => {
    world = await openWorld();
    const group = world.group('xf');
    await group.says('wang', `报 ${text}`);
    const issue = await issueOf(1);
    expect(issue?.text).toContain(shown);
    const card = group.card(1);
    expect(callsAll(card)).toBe(false);
    expect(card.text).toContain(shown);
    expect(card.mentions.map((mention) => mention.name).filter((name) => name === '所有人')).toEqual([]);
    // The card itself passes, not only its text fallback, in the group and in private.
    expect(card.msgType).toBe('interactive');
    expect(world.private('qian').lastBot.msgType).toBe('interactive');
    expect(callsAll(world.private('qian').lastBot)).toBe(false);
    // In every other place where the words come up.
    for (const ask of ['清单', '历史 #1', '怎么算的 #1', '搜 停电', '我的']) {
      await group.says('wang', ask);
      expect(callsAll(group.lastBot)).toBe(false);
      expect(group.lastBot.msgType).toBe('interactive');
    }
    expect(world.calls().filter((call) => call.code !== 0)).toEqual([]);
  });

  test('in a progress note, a reason and a result they are no less harmless', async () => {
    world = await openWorld();
    const group = world.group('xf');
    const nasty = '<at id=all></at> **x** [y](https://evil.example)';
    await group.says('wang', '报 停电 供电公司');
    await group.says('qian', `进展 #1 ${nasty}`);
    await group.says('qian', `办结 #1 ${nasty}`);
    await group.says('hua', `核验 #1 不属实 ${nasty}`);
    for (const message of group.messages.filter((one) => one.senderType === 'app')) {
      expect(callsAll(message)).toBe(false);
    }
    expect((await issueOf(1))?.status).toBe('working');
    expect(world.calls().filter((call) => call.code !== 0)).toEqual([]);
  });

  test('said back in an answer to words nobody understands they call nobody either', async () => {
    world = await openWorld();
    const group = world.group('xf');
    await group.says('wang', '<at user_id="all">所有人</at> 天气不错');
    expect(callsAll(group.lastBot)).toBe(false);
    expect(group.lastBot.mentions).toEqual([]);
    expect(group.lastText).toContain('天气不错');
  });

  test('a typed placeholder stays the words it is', async () => {
    world = await openWorld();
    const place = world.private('wang');
    await place.says('wang', '报 兴发 请 @_user_1 和 @_user_10 处理停电 供电公司');
    expect((await issueOf(1))?.text).toContain('@_user_1 和 @_user_10');
    expect(place.card(1).text).toContain('@_user_1 和 @_user_10');
  });

  test('@所有人 in a problem stays words: the bot notifies nobody', async () => {
    world = await openWorld();
    const group = world.group('xf');
    await group.says('wang', '报 停电了 @所有人 请注意 供电公司');
    const issue = await issueOf(1);
    expect(issue?.text).toContain('@所有人');
    expect(callsAll(group.card(1))).toBe(false);
    expect(textOf(group.card(1))).toContain('供电公司');
  });

  test('a person with a name like a tag is shown by it and nothing else', async () => {
    world = await openWorld();
    const odd = world.sim.addUser({ name: '<at id=all></at>**老王**' });
    const group = world.group('xf');
    await world.sim.addMembers(group.chatId, world.openId('wang'), [odd.openId]);
    await world.sim.say(odd.openId, group.chatId, '报 停电 供电公司', { atBot: true });
    await world.settle();
    expect(callsAll(group.card(1))).toBe(false);
    expect(group.card(1).text).toContain('**老王**');
  });
});

describe('invisible words', () => {
  test('zero-width and direction marks vanish from text and title; search and units still find it', async () => {
    world = await openWorld();
    const group = world.group('xf');
    await group.says('wang', '报 磷\u200B石\u200D膏\uFEFF仓库\u202E堆放\u2066不下 生态\u200B环境局');
    const issue = await issueOf(1);
    expect(issue?.title).toBe('磷石膏仓库堆放不下');
    expect(textOf(group.card(1))).toContain('生态环境局');
    expect(textOf(group.card(1))).toContain('待签收');
    await group.says('wang', '搜 磷石膏');
    expect(group.lastText).toContain('#1');
  });

  test('a command hidden behind zero-width marks is a command, a word of nothing is not', async () => {
    world = await openWorld();
    const place = world.private('wang');
    await place.says('wang', '\u200B\u200E帮\u200B助\u200F');
    expect(titleOf(place.lastBot)).toContain('专班秘书能做什么');
    const before = place.botTexts.length;
    await place.says('wang', '\u200B\u200D');
    // Every message addressed to the bot gets an answer, an empty one too.
    expect(place.botTexts.length).toBe(before + 1);
  });

  test('line ends of every kind separate lines, and one problem does not become two by an unusual one', async () => {
    world = await openWorld();
    const group = world.group('xf');
    await group.says('wang', '报 甲路不通 交通局\r\n乙路不通 交通局\u2028丙路不通 交通局');
    expect((await world.rowCounts()).issue).toBe(0);
    const preview = group.lastBot;
    const done = await group.clicks('wang', preview, '确认');
    expect(done.toast?.type).toBe('success');
    expect((await world.rowCounts()).issue).toBe(3);
    const again = await group.clicks('wang', preview, '确认').catch(() => undefined);
    expect((await world.rowCounts()).issue).toBe(3);
    expect(again?.toast?.type).not.toBe('success');
  });
});

describe('long words', () => {
  const long = (count: number) => `${'堆场满了'.repeat(Math.ceil(count / 4))}`.slice(0, count);

  test('5,000 characters are taken whole, in the group and in private', async () => {
    world = await openWorld();
    const group = world.group('xf');
    const body = `${long(4990)} 生态环境局 3天`;
    await group.says('wang', `报 ${body}`);
    const issue = await issueOf(1);
    expect(issue).toBeDefined();
    expect([...(issue?.text ?? '')].length).toBeGreaterThanOrEqual(4990);
    expect([...(issue?.title ?? '')].length).toBeLessThanOrEqual(80);
    expect(group.card(1).msgType).toBe('interactive');
    await group.says('sun', '签收 #1');
    expect(textOf(group.card(1))).toContain('办理中');
    expect(world.calls().filter((call) => call.code !== 0)).toEqual([]);
  });

  test('exactly 5,000 pass, 5,001 are refused with the count and nothing is written', async () => {
    world = await openWorld();
    const group = world.group('xf');
    await group.says('wang', `报 ${long(5000)}`);
    expect((await world.rowCounts()).issue).toBe(1);
    await group.says('wang', `报 ${long(5001)}`);
    expect((await world.rowCounts()).issue).toBe(1);
    expect(group.lastText).toContain('5001');
    expect(group.lastText).toContain('5000');
  });

  test('5,000 emoji count as 5,000, not as bytes', async () => {
    world = await openWorld();
    const group = world.group('xf');
    await group.says('wang', `报 停电${'😀'.repeat(4998)}`);
    expect((await world.rowCounts()).issue).toBe(1);
    expect(group.card(1).msgType).toBe('interactive');
    expect(world.calls().filter((call) => call.code !== 0)).toEqual([]);
  });

  test('5,000 characters that must all be escaped still make a card', async () => {
    world = await openWorld();
    const group = world.group('xf');
    await group.says('wang', `报 ${'<>*_[]'.repeat(830)} 停电`);
    expect((await world.rowCounts()).issue).toBe(1);
    expect(group.card(1).msgType).toBe('interactive');
    expect(world.calls().filter((call) => call.code !== 0)).toEqual([]);
  });

  test('a hundred lines are previewed, not lost and not logged unasked', async () => {
    world = await openWorld();
    const group = world.group('xf');
    await group.says(
      'wang',
      `报 ${Array.from({ length: 100 }, (_, i) => `第${i + 1}件事 住建局`).join('\n')}`,
    );
    expect((await world.rowCounts()).issue).toBe(0);
    expect(group.botTexts).toHaveLength(1);
    expect(world.calls().filter((call) => call.code !== 0)).toEqual([]);
  });

  test('where the tenant forbids phone numbers and addresses they are masked, and nothing is lost', async () => {
    world = await openWorld();
    world.sim.strict.dlp = true;
    const group = world.group('xf');
    await group.says('wang', '报 停电，请打 13800138000 或写 a.b@example.com 供电公司');
    expect(textOf(group.card(1))).toContain('138××××8000');
    expect(group.card(1).text).not.toContain('example');
    expect((await issueOf(1))?.text).toContain('13800138000');
    expect(textOf(world.private('qian').card(1))).toContain('138××××8000');
    await group.says('qian', '签收 #1');
    expect(textOf(group.card(1))).toContain('办理中');
    await group.says('wang', '13800138000');
    expect(group.lastText).toContain('138××××8000');
  });
});
