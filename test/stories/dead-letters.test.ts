/** 失败消息: what could not be sent, seen and sent again by the administrator, in chat. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listDead } from '../../src/db/outbox.ts';
import { deadReasonText } from '../../src/features/dead-letters/words.ts';
import { findCodeRule } from '../../src/feishu/codes.ts';
import { forgeClick, strangeGroup } from '../security/forge.ts';
import { openWorld, textOf, type World } from '../support/world.ts';

const SEND = 'POST /open-apis/im/v1/messages';

let world: World;
beforeEach(async () => {
  world = await openWorld({ at: '2026-11-23 09:00' });
  // The morning's digests are over.
  await world.advanceTo('2026-11-23 09:01');
});
afterEach(() => world.close());

const admin = () => world.private('lin');
const dead = () => world.deps.db.read((tx) => listDead(tx, 50));
/** The administrator's newest card, and what it says. */
const listed = async (words = '失败消息') => admin().ask('lin', words);

/** Notices of new problems to 孙倩 (生态环境局) die of a refusal. */
async function refusedNotices(count: number): Promise<void> {
  const mend = world.sim.fault({
    api: SEND,
    kind: 'code',
    code: 230018,
    when: ({ body }) => isPrivate(body),
  });
  for (let n = 1; n <= count; n++)
    await world.group('xf').says('wang', `报 第${n}件堆放 生态环境局 3个工作日`);
  mend();
  world.expectFailures(count);
}
const isPrivate = (body: unknown) => (body as { receive_id?: string }).receive_id?.startsWith('ou_') === true;

/** A notice whose outcome stays unknown until the platform no longer recognises a repetition. */
async function doubtfulNotice(): Promise<void> {
  const mend = world.sim.fault({ api: SEND, kind: 'http500', when: ({ body }) => isPrivate(body) });
  await world.group('xf').says('wang', '报 道路积水 生态环境局 3个工作日');
  await world.advanceTo('2026-11-23 10:30');
  mend();
  world.expectFailures(1);
}

test('the list says what, to whom, why and when; 确认 sends it again', async () => {
  expect(await listed()).toContain('没有失败消息');
  await refusedNotices(2);
  const said = await listed();
  expect(said).toContain('失败消息 2 条');
  expect(said).toContain('提醒 #1 → 孙倩');
  expect(said).toContain('群里禁言');
  expect(said).toContain('11-23 09:0');
  const before = world.private('sun').messages.length;
  await admin().clicks('lin', admin().lastBot, '确认');
  expect(textOf(admin().lastBot)).toContain('已放回 2 条');
  expect(world.private('sun').messages.length).toBe(before + 2);
  expect(textOf(world.private('sun').card(2))).toContain('待签收');
  expect(await listed()).toContain('没有失败消息');
});

test('one by its number, as it was numbered when it was listed', async () => {
  await refusedNotices(3);
  const said = await listed();
  // The latest first.
  expect(said.indexOf('#3')).toBeLessThan(said.indexOf('#1'));
  expect(await listed('失败消息 重发 2')).toContain('已放回 1 条');
  expect(() => world.private('sun').card(2)).not.toThrow();
  // What was second is gone, yet the third is still the third.
  expect(await listed('失败消息重发3')).toContain('已放回 1 条');
  expect(() => world.private('sun').card(1)).not.toThrow();
  expect(await listed('失败消息 重发 2')).toContain('没有可以再发的');
  expect(await listed('失败消息 重发 9')).toContain('没有这个序号');
  expect(await listed('失败消息 忽略 1')).toContain('已忽略 1 条');
  expect(await dead()).toEqual([]);
  expect(() => world.private('sun').card(3)).toThrow();
});

test('what has become untrue meanwhile is not sent', async () => {
  await refusedNotices(2);
  await world.group('xf').says('sun', '签收 #1');
  expect(await listed('失败消息 重发')).toContain('已放回 2 条');
  expect(() => world.private('sun').card(2)).not.toThrow();
  expect(() => world.private('sun').card(1)).toThrow();
  expect(await listed()).toContain('没有失败消息');
});

test('all are let go with one word', async () => {
  await refusedNotices(2);
  expect(await listed('失败消息 忽略')).toContain('已忽略 2 条');
  expect(await dead()).toEqual([]);
  expect(await listed('失败消息 忽略')).toContain('没有失败消息');
});

describe('one whose outcome nobody knows', () => {
  test('is not sent again before it was said that it may arrive twice', async () => {
    await doubtfulNotice();
    const [row] = await dead();
    expect(row?.lastError).toContain('unknown-outcome');
    const said = await listed();
    expect(said).toContain('可能已送到');
    expect(said).not.toContain('点“确认”再发');
    const before = world.private('sun').messages.length;
    const asked = await listed('失败消息 重发');
    expect(asked).toContain('可能收到两次');
    expect(world.private('sun').messages.length).toBe(before);
    await admin().clicks('lin', admin().lastBot, '取消');
    expect(textOf(admin().lastBot)).toContain('没有再发');
    expect(await dead()).toHaveLength(1);
    expect(await listed('失败消息 重发 1')).toContain('可能收到两次');
    await admin().clicks('lin', admin().lastBot, '确认');
    expect(world.private('sun').messages.length).toBe(before + 1);
    expect(await dead()).toEqual([]);
  });

  test('stays behind when the others are sent', async () => {
    await doubtfulNotice();
    await refusedNotices(1);
    await listed();
    await admin().clicks('lin', admin().lastBot, '确认');
    expect(await dead()).toHaveLength(1);
    await refusedNotices(1);
    expect(await listed('失败消息 重发')).toContain('已放回 1 条');
    expect(await dead()).toHaveLength(1);
    await listed('失败消息 忽略');
  });
});

test('is the administrator’s alone, in private, also by a forged or stolen button', async () => {
  await refusedNotices(1);
  for (const key of ['wang', 'song', 'tang', 'hua']) {
    expect(await world.private(key).ask(key, '失败消息')).not.toContain('孙倩');
    expect(await world.private(key).ask(key, '失败消息 重发')).not.toContain('已放回');
  }
  expect(await strangeGroup(world, ['lin', 'wang']).ask('lin', '失败消息')).not.toContain('孙倩');
  await listed();
  const value = JSON.stringify(admin().lastBot.content);
  const draftId = /"draftId":"([\w-]+)"/.exec(value)?.[1] ?? /draftId\\":\\"([\w-]+)/.exec(value)?.[1];
  for (const key of ['wang', 'hua', 'song'])
    await forgeClick(world, key, world.private(key), { do: 'confirm-draft', draftId });
  expect(await dead()).toHaveLength(1);
  await listed('失败消息 忽略');
});

test('every reason the platform can give has words', () => {
  const reasons = new Set<string>();
  for (let code = 1; code < 240_000; code++) {
    const rule = findCodeRule(code);
    if (rule && !['chat-gone', 'person-unreachable'].includes(rule.kind)) reasons.add(rule.reason);
  }
  for (let code = 99_990_000; code < 99_995_000; code++) {
    const rule = findCodeRule(code);
    if (rule && !['chat-gone', 'person-unreachable'].includes(rule.kind)) reasons.add(rule.reason);
  }
  expect(reasons.size).toBeGreaterThan(40);
  expect([...reasons].filter((reason) => deadReasonText(reason).startsWith('错误'))).toEqual([]);
  expect(deadReasonText('[text masked] sensitive-content')).toBe('内容含敏感词');
  expect(deadReasonText('timeout-unknown-outcome')).toBe('没有收到飞书的答复');
});
