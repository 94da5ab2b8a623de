/** What is said beside a question, through the handler: talk that holds nothing, and names beside what is theirs. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fourProblems } from '../support/asked-about.ts';
import { talkTo } from '../support/talk.ts';
import type { World } from '../support/world.ts';

let world: World;

beforeAll(async () => {
  world = await fourProblems();
});
afterAll(() => world.close());

const first = (said: string) => said.split('\n')[0];

describe('talk that holds nothing', () => {
  test('is left out and named, in a question, in what goes on from it and beside an order', async () => {
    world.pass(16 * 60_000);
    const asked = await talkTo(world, '没签收的有几个 人家老总问了我好几遍了');
    expect(first(asked)).toBe('待签收 4 件');
    expect(asked).toContain('没有用上：“人家老总问了我好几遍了”。');
    const onwards = await talkTo(world, '没签收的有几个', '住建的呢 人家老总问了我好几遍了');
    expect(first(onwards)).toBe('住建局 · 待签收 1 件');
    expect(onwards).toContain('没有用上：');
    world.pass(16 * 60_000);
    expect(await talkTo(world, '没签收的有几个', '都催一下 我刚下车')).toContain('请确认：催办 4 件');
  });

  test('beside a file is named in a line of its own, and a courtesy leaves no empty line', async () => {
    world.pass(16 * 60_000);
    const place = world.private('tang');
    const sent = async (said: string) => {
      const before = place.messages.length;
      await place.says('tang', said);
      world.pass(2000);
      return place.messages.slice(before + 1).map(({ msgType }) => msgType);
    };
    expect(await sent('把兴发的台账导一份给我 人家老总问了我好几遍了')).toEqual(['file', 'text']);
    expect(await sent('辛苦发一份本月台账过来')).toEqual(['file']);
  });

  test('is not what may narrow the question', async () => {
    expect(await talkTo(world, '没签收的有几个 只要大件的')).toContain('没看懂');
    expect(await talkTo(world, '公安局 没签收的有几个')).toContain('公安局');
  });
});

describe('a name beside what is theirs is the same thing once', () => {
  test.each([
    ['住建局吴斌那儿这会儿压着几件', '住建局 · 未销号 1 件', '吴斌是住建局负责人，按住建局的算。'],
    ['供电的冯刚手里有几件没办', '供电公司 · 未销号 1 件', '冯刚是供电公司负责人'],
    ['那个 那个谁 吴斌 住建局的吴斌 还有几件没办', '住建局 · 未销号 1 件', '吴斌是住建局负责人'],
    ['兴发 华明他们公司 还有几件没办完', '兴发 · 未销号 2 件', '华明是兴发的企业联系人，按兴发的算。'],
    ['华明他们厂还有么子没解决', '兴发 · 未销号 2 件', '华明是兴发的企业联系人，按兴发的算。'],
  ])('%s', async (said, title, lead) => {
    world.pass(16 * 60_000);
    const answer = await talkTo(world, said);
    expect(first(answer)).toBe(title);
    expect(answer).toContain(lead);
  });

  test.each(['水利局吴斌那儿几件没办', '楚能 华明他们公司 还有几件没办完'])(
    '%s is asked back',
    async (said) => {
      world.pass(16 * 60_000);
      expect(await talkTo(world, said)).toContain('没看懂');
    },
  );
});
