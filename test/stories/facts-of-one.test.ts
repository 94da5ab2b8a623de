/** What is asked of one problem is told in the first sentence: the limit as it was given, since when, whose it is, who says what. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { talkTo } from '../support/talk.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld({ at: '2026-11-12 09:00' });
  const [xf, cn] = [world.group('xf'), world.group('cn')];
  await xf.says('wang', '报 磷石膏堆场放不下 生态环境局 3个工作日');
  await cn.says('liu', '报 图审意见没回 住建局 1个工作日');
  await cn.says('liu', '报 排污证材料要补 生态环境局 4个工作日');
  await cn.says('liu', '报 厂区边界重叠 住建局 9个工作日');
  await xf.says('sun', '签收 #1');
  await xf.says('sun', '办结 #1 已转运');
  await world.private('wang').says('wang', '核验 #1 属实');
  await world.private('sun').says('sun', '签收 #3');
  await world.private('sun').says('sun', '延期 #3 到 12月3日 要补监测报告');
  await world.private('song').says('song', '同意 #3');
  await world.private('zhao').says('zhao', '退回 #4 红线不归我局');
  await world.advanceTo('2026-11-20 10:00');
});
afterAll(() => world.close());
beforeEach(() => world.pass(16 * 60_000));

/** The first line of what is told, behind the title and its tags. */
const NOT_TITLE = /[：。；，]/;
async function first(...said: string[]): Promise<string> {
  const lines = (await talkTo(world, ...said)).split('\n').slice(1);
  return lines.find((line) => NOT_TITLE.test(line)) ?? '';
}

test.each([
  [['#1', '当时定的几个工作日'], /^#1 定的共 3 个工作日，/],
  [['#3', '当初定了几天'], /^#3 定的共 4 个工作日，.*（原时限 11月18日/],
  [['#1', '从什么时候拖起的'], /^#1 没有超期，11月12日（周四）按时销号。$/],
  [['#2', '从哪天开始超期的'], /^#2 过了时限 11月13日（周五）起超期，超期 5 个工作日。$/],
  [['上周办结几件', '都按时吗'], /^#1 按时办结，/],
  [['#4', '为什么退回来'], /^#4 退回 1 次：11月12日（周四）住建局退回：红线不归我局。$/],
  [['#3', '多久没动静了'], /^#3 8 天（6 个工作日）没有动静，最近办理：11-12 \S+ 宋丽同意延期/],
  [['#3', '延了几天'], /^#3 延了 15 天（11 个工作日），11月18日（周三）延到12月3日/],
  [['#3', '哪天报的进展'], /^#3 还没报过进展，最近办理：11-12/],
  [['图审意见那件还差谁'], /还差住建局（牵头，还没报办结）。/],
  [['#2', '现在什么灯', '为什么'], /^现在：红（逾期 5 个工作日）。/],
  [['#2', '住建局谁联系'], /^住建局：联络员 赵磊/],
  [['最近一次销号是哪天'], /^最近销号的是 #1：11月12日（周四）已销号/],
  [['兴发上一次办结是什么时候'], /^最近销号的是 #1：11月12日/],
] as const)('%j', async (said, told) => {
  expect(await first(...said)).toMatch(told);
});

test.each([
  [['图审意见那件是住建局牵头吗'], /^是，由住建局牵头。/],
  [['图审意见那件归财政局管吗'], /^不是，不归财政局，责任单位住建局。/],
  [['#2', '跟财政局有没有关系'], /^没有关系，不归财政局，责任单位住建局。/],
  [['图审意见那件是住建局的还是资规局的'], /^是，由住建局牵头。/],
] as const)('%j: yes or no first', async (said, told) => {
  expect(await first(...said)).toMatch(told);
});

test.each([
  [['堆场放不下那件环保局怎么说'], /^已销号，环境局最近：11-12 \S+ 孙倩（环境局）报办结：已转运。/],
  [
    ['厂区边界重叠那件住建局有回复没'],
    /^待转办，住建局最近：11-12 .*退回：红线不归我局；不归住建局，还没定责任单位。/,
  ],
  [['#2', '财政局怎么说'], /^待签收，财政局没有办理记录；不归财政局，责任单位住建局。/],
] as const)('%j: what that unit did last, with the state first', async (said, told) => {
  expect(await first(...said)).toMatch(told);
});

test.each([
  ['为什么图审意见还没回', /等\S+签收/],
  ['为啥厂区边界重叠一直没办', /等\S*转办/],
  ['排污证材料为什么还没批下来', /等孙倩办理/],
])('%s: what it waits for, whether 为什么 stands ahead of its name or behind', async (said, told) => {
  expect(await first(said)).toMatch(told);
});

test('a unit named with a question of its own is no part of the problem that was shown', async () => {
  expect(await first('#2', '供电公司逾期几件')).not.toMatch(/图审/);
});

test('what is struck off stands with the day of that, and not with its deadline', async () => {
  expect(await talkTo(world, '本月销号的')).toMatch(/11月12日（周四） · 已销号/);
});

test.each([['图审意见那件的附件发一下'], ['#2的材料发我'], ['图审意见那件怎么样了', '材料发我看看']])(
  '%j %j: that there are no files is said',
  async (...said) => {
    expect(await talkTo(world, ...said.filter((one) => one !== undefined))).toContain('#2 没有附件。');
  },
);

test('a word of its own title asks for no files', async () => {
  expect(await talkTo(world, '排污证材料那件给我看看')).not.toContain('附件');
});

test('what waits for leave to be put off tells the days to its deadline, and whether it will be in time', async () => {
  await world.private('sun').says('sun', '延期 #3 到 12月10日 还要补一份');
  const due = /^#3 时限 12月3日（周四）.*，延期待批，离时限 9 个工作日/;
  expect(await first('#3', '还剩几天到期')).toMatch(due);
  expect(await first('#3', '按期办得完吗')).toMatch(due);
});
