/** What leads an answer names exactly who was asked for: by count, by the one that is overdue longest, of what was struck off. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { talkTo } from '../support/talk.ts';
import { openWorld, textOf, type World } from '../support/world.ts';

/** In the order they are logged in, on 2026-11-12; `late` on 2026-11-20, in working days. */
const PROBLEMS = [
  { unit: '环境局', project: '兴发', chat: 'xf', days: 1, late: 5, closed: false },
  { unit: '资规局', project: '兴发', chat: 'xf', days: 3, late: 3, closed: false },
  { unit: '资规局', project: '美利信', chat: 'mlx', days: 3, late: 3, closed: false },
  { unit: '住建局', project: '美利信', chat: 'mlx', days: 20, late: 0, closed: false },
  { unit: '住建局', project: '美利信', chat: 'mlx', days: 20, late: 0, closed: true },
] as const;
type Group = 'unit' | 'project';
type Problem = (typeof PROBLEMS)[number];

let world: World;

beforeAll(async () => {
  world = await openWorld({ at: '2026-11-12 09:00' });
  for (const [i, { unit, chat, days }] of PROBLEMS.entries())
    await world.group(chat).says('wang', `报 第${i + 1}件事情要协调 ${unit} ${days}个工作日`);
  await world.advanceTo('2026-11-20 10:00');
  await world.private('zhao').says('zhao', '办结 #5 已经办好');
  await world.private('song').says('song', '核验 #5 属实');
});
afterAll(() => world.close());
beforeEach(() => world.pass(16 * 60_000));

/** Who has the most of `of`, counted anew. */
function mostOf(group: Group, of: (one: Problem) => boolean) {
  const counts = Map.groupBy(PROBLEMS.filter(of), (one) => one[group]);
  const most = Math.max(...[...counts.values()].map((some) => some.length));
  return { most, names: [...counts].flatMap(([name, some]) => (some.length === most ? [name] : [])) };
}

const SHAPES: readonly (readonly [string, (one: Problem) => boolean])[] = [
  ['没办完的最多', ({ closed }) => !closed],
  ['逾期的最多', ({ late }) => late > 0],
  ['办得最多', ({ closed }) => closed],
  ['本月新增最多', () => true],
];

describe.each([
  ['哪个单位', 'unit'],
  ['哪个项目', 'project'],
] as const)('%s', (which, group) => {
  test.each(SHAPES)('%s: by their number, whoever is level with the first', async (asked, of) => {
    const answer = await talkTo(world, `${which}${asked}`);
    const { most, names } = mostOf(group, of);
    const lead = answer.split('\n').find((line) => /最多|一样多|只有/.test(line)) ?? '';
    expect(lead).toContain(`${most} 件`);
    for (const { [group]: name } of PROBLEMS) expect(lead.includes(name)).toBe(names.includes(name));
  });

  test.each(['拖得最久', '逾期最久', '超期时间最长'])(
    '%s: by the one that is overdue longest',
    async (asked) => {
      const late = PROBLEMS.map((one, i) => ({ ...one, id: i + 1 })).toSorted((a, b) => b.late - a.late);
      expect(await talkTo(world, `${which}${asked}`)).toContain(
        `${late[0]![group]}拖得最久：#${late[0]!.id} 逾期 ${late[0]!.late} 个工作日。`,
      );
    },
  );
});

test.each([
  ['今年新增几件，资规局占多少', '今年登记一共 5 件，其中资规局 2 件，占 40%'],
  ['美利信逾期的是不是都在资规局', '是：美利信逾期一共 1 件，其中资规局 1 件，占 100%'],
  ['逾期的都是美利信的吗', '不是：逾期一共'],
  ['美利信的问题只有资规局吗', '美利信未销号一共'],
])('%s: what it is a part of is what the words say', async (said, told) => {
  expect(await talkTo(world, said)).toContain(told);
});

test('a ledger asked for in words has what is struck off as well, says so, and comes without it by tap', async () => {
  const tang = world.private('tang');
  const files = () => tang.messages.filter(({ msgType }) => msgType === 'file').length;
  await tang.says('tang', '把住建局的台账发我');
  const told = tang.messages.filter((one) => textOf(one).includes('一共 2 件：未销号 1 件，已销号 1 件'));
  expect([told.length, files()]).toEqual([1, 1]);
  await tang.clicks('tang', told[0]!, '只发未销号的');
  expect(files()).toBe(2);
  await tang.says('tang', '把住建局没办完的台账发我');
  expect(textOf(tang.lastBot)).toContain('这份是未销号的 1 件，已销号的 1 件没有在里面');
  await tang.says('tang', '把环境局的台账发我');
  expect(tang.lastBot.msgType).toBe('file');
});
