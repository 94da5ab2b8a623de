/** Whose turn it is and who cannot be written to privately: one reply under the card, and the group's digest. */
import { afterEach, describe, expect, test } from 'vitest';
import type { SimMessage } from '../../src/sim/sim.ts';
import { openWorld, textOf, titleOf, type World } from '../support/world.ts';

let world: World;
afterEach(() => world.close());

const group = (key = 'xf') => world.group(key);
/** Short replies that mention somebody of these, oldest first. */
const calls = (of = group()): SimMessage[] =>
  of.messages.filter((one) => one.senderType === 'app' && /^请(核验|评价) #/.test(wordsOf(one)));
const wordsOf = (one: SimMessage) => (one.msgType === 'text' ? textOf(one).replace(/^(@\S+ )+/, '') : '');
const mentioned = (one: SimMessage) => one.mentions.map((mention) => mention.name).sort();

async function reported(local = '2026-11-23 10:00') {
  world = await openWorld({ at: local });
  await group().says('wang', '报 磷石膏仓库堆放不下 生态环境局 2026-12-31');
  await group().says('sun', '签收 #1');
}

describe('reported done', () => {
  test('the enterprise contact is mentioned once under the card, with the result', async () => {
    await reported();
    await group().says('sun', '办结 #1 已经打通');
    expect(calls()).toHaveLength(1);
    expect(mentioned(calls()[0]!)).toEqual(['华明']);
    expect(wordsOf(calls()[0]!)).toBe('请核验 #1：已经打通');
    expect(calls()[0]!.parentId).toBe(group().card(1).messageId);
    // Nor when the push comes twice, when it is looked at again, or when somebody else says something about it.
    world.sim.fault({ kind: 'duplicatePush', push: '*', times: 1 });
    await group().says('wang', '#1');
    await world.advanceTo('2026-11-23 17:00');
    expect(calls()).toHaveLength(1);
  });

  test('the same push delivered twice mentions nobody twice', async () => {
    await reported();
    world.sim.fault({ kind: 'duplicatePush', push: '*', copies: 3, concurrent: true });
    await group().says('sun', '办结 #1 已经打通');
    expect(calls()).toHaveLength(1);
  });

  test('both contacts of a project in one reply; who is not in the group is not mentioned there', async () => {
    await reported();
    await group().says('wang', '项目 兴发 企业联系人 @金鑫');
    await world.sim.addMembers(group().chatId, world.openId('wang'), [world.openId('jin')]);
    await world.private('lin').says('lin', '项目 兴发 企业联系人 金鑫');
    await world.settle();
    await group().says('sun', '办结 #1 已经打通');
    expect(calls()).toHaveLength(1);
    expect(mentioned(calls()[0]!)).toEqual(['华明', '金鑫']);
    await group().says('wang', '核验 #1 不属实 还是堵着');
    await world.sim.removeMember(group().chatId, world.openId('wang'), world.openId('hua'));
    await group().says('sun', '办结 #1 重新打通');
    expect(calls()).toHaveLength(2);
    expect(mentioned(calls()[1]!)).toEqual(['金鑫']);
  });

  test('a contact who is not in the group, or a project without one: no reply at all', async () => {
    await reported();
    await world.sim.removeMember(group().chatId, world.openId('wang'), world.openId('hua'));
    await group().says('sun', '办结 #1 已经打通');
    expect(calls()).toEqual([]);
    expect(textOf(world.private('wang').lastBot)).toContain('请核验');
  });

  test('nothing is said any more when the turn is over before it leaves', async () => {
    await reported();
    world.sim.fault({
      kind: 'http500',
      api: '*',
      times: 3,
      when: ({ body }) => JSON.stringify(body ?? '').includes('user_id'),
    });
    await world.sim.say(world.openId('sun'), group().chatId, '办结 #1 已经打通', { atBot: true });
    await world.sim.say(world.openId('wang'), group().chatId, '核验 #1 不属实 没通', { atBot: true });
    await world.settle();
    expect(calls().filter((one) => wordsOf(one).startsWith('请核验'))).toEqual([]);
  });

  test('in quiet hours it waits for the morning, whose digest says it instead', async () => {
    await reported();
    await world.advanceTo('2026-11-23 21:00');
    await world.private('sun').says('sun', '办结 #1 已经打通');
    expect(calls()).toEqual([]);
    await world.advanceTo('2026-11-24 10:00');
    expect(calls()).toEqual([]);
    const digest = group().messages.find((one) => titleOf(one).includes('晨报'))!;
    expect(textOf(digest)).toContain('待核验 1 件');
    expect(JSON.stringify(digest.content)).toContain(`<at id=${world.openId('hua')}></at> 请核验`);
  });

  test('a card too old to be changed is posted anew, and the reply stands under the new one', async () => {
    await reported('2026-11-09 10:00');
    world.outageUntil('2026-11-25 10:00');
    await group().says('sun', '办结 #1 已经打通');
    await world.advanceTo('2026-11-25 10:01');
    expect(group().messages.filter((one) => titleOf(one).startsWith('#1 '))).toHaveLength(2);
    expect(calls()).toHaveLength(1);
    expect(calls()[0]!.parentId).toBe(group().card(1).messageId);
  });
});

describe('struck off', () => {
  test('by the secretary: the contact is asked once to rate it; the digest asks until it is rated', async () => {
    await reported();
    await group().says('wang', '报 路灯不亮 住建局 2026-11-25');
    await group().says('sun', '办结 #1 已经打通');
    await group().says('wang', '核验 #1 属实');
    expect(calls().map(wordsOf)).toEqual(['请核验 #1：已经打通', '请评价 #1：磷石膏仓库堆放不下']);
    await world.advanceTo('2026-11-25 09:00');
    const digest = () =>
      group()
        .messages.filter((one) => titleOf(one).includes('晨报'))
        .at(-1)!;
    expect(textOf(digest())).toContain('待评价 1 件');
    expect(JSON.stringify(digest().content)).toContain(`<at id=${world.openId('hua')}></at> 请评价`);
    await group().says('hua', '满意 #1');
    await world.advanceTo('2026-11-26 09:00');
    expect(textOf(digest())).not.toContain('待评价');
    expect(calls()).toHaveLength(2);
  });

  test('by the contact: the rating is before them, nobody is called again', async () => {
    await reported();
    await group().says('sun', '办结 #1 已经打通');
    await group().says('hua', '核验 #1 属实');
    expect(calls().map(wordsOf)).toEqual(['请核验 #1：已经打通']);
  });
});
