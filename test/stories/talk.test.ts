/** Talk is no command: what people say beside commands is answered like a person would, and writes nothing. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadIssue } from '../../src/db/issue.ts';
import { openWorld, textOf, titleOf, type World } from '../support/world.ts';

let world: World;
const group = () => world.group('xf');
const issueOf = (id: number) => world.deps.db.read((tx) => loadIssue(tx, id));
const status = async (id: number) => (await issueOf(id))?.status;
const issues = async () => (await world.rowCounts()).issue;

describe('talk about a problem', () => {
  beforeAll(async () => {
    world = await openWorld();
    await group().says('wang', '报 磷石膏仓库堆放不下 生态环境局 3个工作日');
    await group().says('sun', '签收 #1');
  });
  afterAll(() => world.close());

  test('a question shows the problem and changes nothing, also by its verifier in reply to the card', async () => {
    const before = await issueOf(1);
    for (const text of [
      '办结 #1 好了没',
      '退回 #1 可以吗',
      '作废 #1 行不行',
      '核验 #1 属实吗？我没看到人来',
    ]) {
      await group().says('wang', text);
      expect(titleOf(group().lastBot), text).toContain('#1 ');
    }
    await group().says('hua', '属实吗', { replyTo: group().card(1).messageId });
    expect(await issueOf(1)).toEqual(before);
  });

  test('a partial result is asked back once; 记为进展 keeps its words and the clock runs on', async () => {
    await group().says('sun', '#1 已完成80%');
    const ask = group().lastBot;
    expect(textOf(ask)).toContain('要记为进展，还是“办结”？');
    expect(await status(1)).toBe('working');
    expect((await group().clicks('wang', ask, '记为进展')).toast?.content).toContain('请由发起人本人确认');
    expect((await group().clicks('sun', ask, '记为进展')).toast?.content).toContain('进展已记录');
    expect(await status(1)).toBe('working');
    expect(await group().ask('wang', '历史 #1')).toContain('已完成80%');
    expect(await world.sim.click(world.openId('sun'), ask.messageId, '报办结').catch(() => 'gone')).toBe(
      'gone',
    );
  });

  test('取消 leaves it as it was', async () => {
    await group().says('sun', '办结 #1 打算下周');
    await group().clicks('sun', group().lastBot, '取消');
    expect(await status(1)).toBe('working');
  });

  test('a statement about it is offered as progress to who works on it, and shown to others', async () => {
    await group().says('sun', '#1 已经清运完了');
    expect(textOf(group().lastBot)).toContain('要记为进展，还是报办结？');
    await group().says('hua', '#1 现场还有一堆');
    expect(textOf(group().lastBot)).toContain('没有改动任何内容');
    expect(await status(1)).toBe('working');
  });

  test('what is confirmed as 办结 is reported done with the words typed before', async () => {
    await group().says('sun', '办结 #1 基本清运完毕');
    const done = await group().clicks('sun', group().lastBot, '报办结');
    expect(done.toast?.content).toContain('已报办结');
    expect(await status(1)).toBe('verifying');
    expect(await group().ask('wang', '历史 #1')).toContain('基本清运完毕');
  });

  test('不属实 with 一半 in its reason goes through at once', async () => {
    await group().says('hua', '核验 #1 不属实 只清了一半');
    expect(await status(1)).toBe('working');
  });

  test('作废 without a reason brings its form, and the form does it', async () => {
    await group().says('wang', '报 误报的一件 生态环境局');
    await group().says('wang', '作废 #2');
    const form = group().lastBot;
    expect(textOf(form)).toContain('作废理由');
    await group().clicks('wang', form, '确认', { reason: '与 #1 重复' });
    expect(await status(2)).toBe('void');
  });
});

describe('problems told without 报', () => {
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  test('a complaint that names a unit waits for 确认, then is a problem of that unit', async () => {
    await group().says('hua', '工地上今天停了三次电，请供电公司抓紧解决');
    const ask = group().lastBot;
    expect(textOf(ask)).toContain('要登记吗？');
    expect(textOf(ask)).toContain('供电公司');
    expect(await issues()).toBe(0);
    await group().clicks('hua', ask, '确认');
    expect(await issues()).toBe(1);
    expect((await issueOf(1))?.text).toContain('停了三次电');
  });

  test('an enterprise’s trouble is offered to be logged; 取消 logs nothing, a question is none', async () => {
    await group().says('hua', '我们厂用电负荷不够，麻烦尽快协调');
    await group().clicks('hua', group().lastBot, '取消');
    await group().says('hua', '我们厂用电负荷够不够？');
    expect(textOf(group().lastBot)).not.toContain('要登记吗');
    expect(await issues()).toBe(1);
  });

  test('记一下明天开会 is shown first; 我要报一个问题 opens the form', async () => {
    const place = world.private('wang');
    expect(await place.ask('wang', '记一下明天开会')).toContain('确认后才登记');
    await place.says('wang', '我要报一个问题');
    expect(textOf(place.lastBot)).toContain('登记');
    expect(JSON.stringify(place.lastBot.content)).toContain('"tag":"form"');
    expect(await issues()).toBe(1);
  });
});

describe('like a person', () => {
  beforeAll(async () => {
    world = await openWorld();
    await group().says('wang', '报 美利信路口用电负荷不足 供电公司 3个工作日');
  });
  afterAll(() => world.close());

  test.each([
    ['您好', '您好，我是专班秘书'],
    ['谢谢', '不客气'],
    ['好的', '好的。'],
    ['辛苦了', '应该的'],
    ['在吗', '在的'],
    ['你能干什么', '我是专班秘书'],
    ['👍', '您好'],
  ])('%s', async (text, answer) => {
    const said = await world.private('wang').ask('wang', text);
    expect(said).toContain(answer);
    expect(said).not.toContain('没有听懂');
    expect(said).toMatch(/报\s+我的/);
  });

  test('a leader is offered questions, and a button says the words with the rights of who presses', async () => {
    const place = world.private('tang');
    await place.says('tang', '那个用电的东西到底咋回事嘛真是的');
    expect(textOf(place.lastBot)).toContain('搜 用电');
    await place.clicks('tang', place.lastBot, '搜 用电');
    expect(place.lastText).toContain('#1');
  });

  test('what no list of problems holds is said to be so, and what can be told is a tap away', async () => {
    const place = world.private('tang');
    const said = await place.ask('tang', '兴发的股价多少');
    expect(said).toContain('股价和行情不在问题清单里，我答不上来。');
    expect(said).not.toContain('没有听懂');
    await place.clicks('tang', place.lastBot, '兴发没办完的有几个');
    expect(place.lastText).toContain('未销号');
    await place.ask('tang', '没办完的有几个');
    await place.ask('tang', '明天下不下雨');
    expect(await place.ask('tang', '列出来')).toContain('没有听懂');
  });

  test('a word that is not built yet is named, with what serves instead', async () => {
    expect(await world.private('wang').ask('wang', '会议')).toContain(
      '“会议”还没有做。现在可以：上会、调度包（Word）。',
    );
  });

  test('收到 is never 签收: nothing was reminded, so nothing changes', async () => {
    for (const text of ['收到', '收到 #1']) {
      expect(await group().ask('qian', text)).toContain('好的，知道您已看到');
    }
    await group().says('qian', '收到', { replyTo: group().card(1).messageId });
    expect(await status(1)).toBe('unsigned');
  });

  test('收到 to a digest acknowledges what reminded this person, and nothing of others', async () => {
    await world.advanceTo('2026-11-27 08:45');
    const digest = world.private('qian').lastBot;
    const said = await world.private('qian').ask('qian', '收到', { replyTo: digest.messageId });
    expect(said).toContain('好的，已记下您已知悉：#1');
    expect(await status(1)).toBe('unsigned');
    expect((await issueOf(1))?.ladder.acknowledgedAt).not.toBeNull();
  });

  test('a sticker, a voice and a forward in private are told what cannot be read', async () => {
    const place = world.private('wang');
    for (const [type, content, answer] of [
      ['sticker', { file_key: 'f' }, '表情我看不懂'],
      ['audio', { file_key: 'f', duration: 1000 }, '语音我听不了'],
    ] as const) {
      await world.sim.send(world.openId('wang'), place.chatId, type, content);
      await world.settle();
      expect(place.lastText).toContain(answer);
    }
  });
});
