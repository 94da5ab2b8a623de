/** A message of two parts is answered as the two would be, sent one after the other; once, and nothing is done. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sixWithOneSigned } from '../support/asked-about.ts';
import { talkTo } from '../support/talk.ts';
import type { World } from '../support/world.ts';

let world: World;

beforeAll(async () => {
  world = await sixWithOneSigned();
});
afterAll(() => world.close());

/** Nothing is left to go on from. */
const forget = () => world.pass(16 * 60_000);
beforeEach(forget);

const talk = (...said: string[]) => talkTo(world, ...said);

const FIRST = ['住建局逾期的有哪些', '没签收的有哪些', '征地三户那件还剩几天', '美利信什么时候开工'];
const SECOND = ['第一件什么情况', '上个月新增几件', '挂账的有几件', '催一下'];

describe('two messages in one', () => {
  test.each(FIRST.flatMap((first) => SECOND.map((second) => [first, second] as const)))(
    '%s，%s',
    async (first, second) => {
      const apart = [await talk(first), await talk(second)];
      forget();
      const both = await talk(`${first}，${second}`);
      const [whole = '', then = ''] = apart.map((one) => one.split('\n')[0]);
      expect(both.split('\n')[0]).toBe(whole);
      if (!/没有?[听看]懂/.test(apart[1] ?? '')) expect(both).toContain(then);
      else expect(both).toContain(`“${second}”没看懂`);
    },
  );
});

test('what is asked twice of one problem is told in one card', async () => {
  const both = await talk('征地三户那件还剩几天，谁在办');
  expect(both).toMatch(/时限.*；责任单位|责任单位[\s\S]*时限|超期[\s\S]*责任单位/);
  expect(both.match(/^#2 /gm)).not.toBeNull();
});

test('an order behind a question of one problem is offered, and not carried out', async () => {
  const both = await talk('设备清单待查那件谁在办，转给资规局');
  expect(both).toContain('设备清单待查');
  expect(both).toContain('转办 #4 自然资源局');
  expect(await talk('历史 #4')).not.toContain('转办自然资源局');
});

test('what is not understood is named under what is', async () => {
  const both = await talk('没签收的有哪些，蓝精灵是谁');
  expect(both).toMatch(/^待签收 \d 件/);
  expect(both).toContain('“蓝精灵是谁”没看懂，这部分没有回答');
});

/** Names of another kind narrow what the first part was of. */
test.each([
  ['兴发有几个问题 供电公司的有几个', '兴发 · 供电公司 · 未销号'],
  ['资规局手上几件，美利信的几件', '美利信 · 资规局 · 未销号'],
  ['施工的有几件 美利信的几件', '美利信 · 施工类 · 未销号'],
])('%s: the second is of both', async (said, title) => {
  expect(await talk(said)).toContain(title);
});

/** What is shown answers the part, in other words or with one list. */
test.each([
  '办得最快的是哪件,用了几天',
  '现在亮红灯的都是哪几个单位的,一家几件',
  '黄灯的几件,再不办就转红的是哪些',
  '设备清单待查那件怎么样了，还在资规局那边吗',
])('no part of “%s” is called not understood', async (said) => {
  expect(await talk(said)).not.toContain('没看懂');
});

test.each(['没人管就转给资规局', '再不办就催一下', '没进展的话催一下', '没签收催一下', '不行就转给资规局'])(
  '%s, behind one problem, is of that one',
  async (order) => {
    const both = await talk(`设备清单待查那件谁在办，${order}`);
    expect([...new Set(both.match(/(?<=(?:转办|催办) )#\d+/g))]).toEqual(['#4']);
  },
);

test('the same is told once', async () => {
  expect((await talk('住建局逾期的有几件，都是哪几件')).match(/住建局现在逾期/g)).toHaveLength(1);
  const both = await talk('设备清单待查那件停过表没有，什么时候停的');
  expect(both.match(/没有停过表/g)).toHaveLength(1);
});

test('a share behind a number is of that number', async () => {
  const both = await talk('今年新增一共多少件，住建局占多少');
  expect(both).toMatch(/^今年登记/);
  expect(both).toContain('占全部的比例');
});

test('figures side by side and what one card tells stay one', async () => {
  expect(await talk('上周新增几件，办结几件')).toMatch(/^上周/);
  expect((await talk('逾期的有几件，都是哪些单位的')).match(/逾期 · 谁在办 3 件/g)).toHaveLength(1);
});

test('a command behind a question is offered as a button, and not called not understood', async () => {
  const both = await talk('逾期的有几件？催办 #4');
  expect(both).toContain('催办 #4');
  expect(both).not.toContain('没看懂');
});

test.each(['列出来', '分别是哪些', '都是哪几件', '具体哪些'])(
  '%s, after two figures, is a list of each',
  async (list) => {
    const lists = await talk('住建局几件，水利局几件', list);
    expect(lists).toMatch(/^住建局 · 未销号/);
    expect(lists).toMatch(/^水利局 · 未销号/m);
  },
);

test('what goes on from the last of several figures says so', async () => {
  expect(await talk('逾期的几件，待签收的几件', '为什么')).toContain('这里接着的是最后一项');
  expect(await talk('逾期的几件，待签收的几件', '逾期的是哪些')).not.toContain('最后一项');
});

test('谁申请的 of what was extended is no description of a problem', async () => {
  expect(await talk('延期的问题有几件，都是谁申请的')).not.toMatch(/找到这一件/);
});
