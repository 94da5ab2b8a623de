/** What goes on from an answer is never of more, or of something else, than was told: each of these once was. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { fiveProblems } from '../support/asked-about.ts';
import { talkTo } from '../support/talk.ts';
import type { World } from '../support/world.ts';

let world: World;

beforeAll(async () => {
  world = await fiveProblems();
  await world.group('cn').says('liu', '报 图审进度太慢 住建局 20个工作日');
  await world.advanceTo('2026-11-20 10:00');
  await world.private('zhao').says('zhao', '签收 #4');
  await world.private('zhao').says('zhao', '办结 #4 清单已经核对');
});
afterAll(() => world.close());

/** Nothing is left to go on from. */
beforeEach(() => world.pass(16 * 60_000));

test.each([
  [['待签收的有几件', '除了住建局的还有吗'], /^不算住建局 · 待签收/],
  [['住建局没办完的有几件', '除了楚能的'], /^住建局 · 不算楚能 · 未销号/],
  [['红的有哪些', '除了住建局的还有几件'], /^不算住建局 · 红色/],
  [['楚能的问题按单位分', '住建局那件是什么'], /^楚能 · 住建局 · 未销号 1 件/],
  [['红的都在谁手上', '水利那个是咋回事'], /^水利局 · 红色/],
  [['住建局和水利局哪个问题多', '逾期的也比比'], /^(?:水利局、住建局|住建局、水利局) · 逾期/],
  [['今年催办了几次', '是哪些问题'], /^今年催办过/],
  [['王建国的项目没办完的几件', '都是哪几件'], /^王建国任秘书的项目 · 未销号/],
  [['兴发逾期的有几件', '就讲最严重的那一件'], /^兴发 · 逾期最久/],
  [['#4怎么样了', '满意的有几件'], /^企业满意/],
  [['待核验的有几件', '哪天报办结的'], /^#4 · 报办结/],
  [['楚能什么时候开工', '投产呢赶不赶得上'], /^楚能 · 投产/],
  [['楚能没办完的有哪些', '年底能动工不'], /^楚能 · 开工/],
])('%j', async (said, title) => {
  expect(await talkTo(world, ...said)).toMatch(title);
});

test.each([[['叽里呱啦的按时办结比例', '按单位排个队']], [['叽里呱啦的按时办结比例', '红的']]])(
  '%j: nothing is counted of all',
  async (said) => {
    expect(await talkTo(world, ...said)).toContain('上一问没有答上来');
  },
);

test('what was reported done says the day and who did', async () => {
  const answer = await talkTo(world, '待核验的有几件', '哪天报办结的');
  expect(answer).toContain('#4 11月20日（周五）赵磊报办结，等核验 0 天');
});

test('what waits to be handed on is the office’s, and nothing else is one officer’s', async () => {
  await world.group('cn').says('liu', '报 不知道归谁管的一件事');
  expect(await talkTo(world, '宋丽那儿还有没转办的吗')).toContain('没有单算宋丽的');
  expect(await talkTo(world, '宋丽这个月签收了几件')).toContain('不签收也不办理问题');
});

test('what firms told beside a secretary’s name is of his projects', async () => {
  expect(await talkTo(world, '王建国那边企业自己报的有几件')).toMatch(/^王建国任秘书的项目 · 企业登记/);
});

test.each([
  ['没有', /没有听懂/],
  ['就这些', /好的/],
  ['我再比比', /没有听懂/],
])('%s, after a list, is talk and asks nothing of it', async (said, answer) => {
  expect(await talkTo(world, '逾期的有哪些', said)).toMatch(answer);
});

test.each([
  [['哪个项目没办完的最多', '都是些什么问题'], /^兴发、楚能 · 未销号/],
  [['哪个项目没办完的最多', '逾期的有吗'], /^兴发、楚能 · 逾期/],
  [['各项目没办完的有几件', '是哪几件'], /^未销号 /],
  [['哪个单位拖得最久', '具体是哪几件'], /^(?:\S+局|供电公司) · 逾期|一样多/],
])('%j is asked of what came out first, and of nothing more', async (said, title) => {
  expect(await talkTo(world, ...said)).toMatch(title);
});

test('an order to urge all of nothing asks which', async () => {
  expect(await talkTo(world, '全部催一遍')).toContain('要催哪些？');
});

test('导出一下, right after a table of what is overdue, sends that and not everything', async () => {
  await talkTo(world, '各单位逾期的几件', '导出一下');
  expect(JSON.stringify(world.private('tang').messages.at(-1))).toContain('逾期_问题台账');
});

test.each(['清单发我', '明细发一下', '住建局名下的发我一下'])(
  '%s sends those that were listed',
  async (said) => {
    await talkTo(world, '逾期的有哪些', said);
    expect(JSON.stringify(world.private('tang').messages.at(-1))).toMatch(
      /逾期_问题台账|没有可导出的：住建局 · 逾期/u,
    );
  },
);

test.each([
  [['本月新增几件', '用地的占多少'], /^用地类 · 本月登记 · 占全部的比例/],
  [['本月登记的哪类最多', '用地的占多少'], /^用地类 · 本月登记 · 占全部的比例/],
  [['逾期的有几件', '住建局占多少'], /^住建局 · 逾期 · (?:占全部的比例|逾期)|算不出占比/],
])('%j is a share of what was told', async (said, title) => {
  expect(await talkTo(world, ...said)).toMatch(title);
});

test('a question of its own right after one about somebody says that it is of all, and offers theirs', async () => {
  const all = await talkTo(world, '住建局没办完的有几件', '今天新增了几个问题');
  expect(all).toContain('没有接着上一问的“住建局”。');
  expect(all).toContain('只看住建局的');
});

test.each([
  [['住建局没办完的有几件', '全区还有多少没办完']],
  [['住建局没办完的有几件', '各单位逾期几件']],
  [['住建局没办完的有几件', '楚能没办完的有几件']],
  [['没办完的有几件', '今天新增了几个问题']],
])('%j says whose it is, and nothing of the question before', async (said) => {
  expect(await talkTo(world, ...said)).not.toContain('没有接着上一问');
});

test('what came to a unit counts what was logged with it, and says so', async () => {
  expect(await talkTo(world, '上周转到住建局的有几件')).toMatch(/^上周转给住建局（含登记时派的） 2 件/);
});

test('what may not be seen is not found, however it is asked, and what goes on is of nothing else', async () => {
  const asked = await talkTo(world, '尾矿库排水沟改道现在啥情况', '催过几次了');
  expect(asked).toContain('没有找到写着“尾矿库排水沟改道”的那一件');
  expect(asked).not.toContain('催办 0 次');
});

test('a number of those in a file is told, and no file sent again', async () => {
  expect(await talkTo(world, '把住建局的台账发我', '里面有几件超期')).toMatch(/^住建局 · 逾期/);
});

test.each([
  [['没办完的有几件', '说一下是什么问题'], /^未销号 /],
  [['待核验的有几件', '说一下是什么问题'], /^(?:待核验 |#4 )/],
  [['这个月企业满意率怎么样', '这个月不满意的是哪几家'], /^本月办结 · 企业不满意/],
])('%j is of what was told', async (said, title) => {
  expect(await talkTo(world, ...said)).toMatch(title);
});

test.each([
  [['哪个单位没办完的最多', '前两个催一下']],
  [['王建国管的项目有哪些', '第二个催一下']],
  [['住建局办结率是多少', '第二个催一下']],
])('%j asks which: rows of no list that was shown are urged', async (said) => {
  expect(await talkTo(world, ...said)).not.toMatch(/催办 #\d/);
});

test('whether all are struck off is told of all, and one beyond the first three is not said to be among them', async () => {
  expect(await talkTo(world, '住建局有几件', '都办完了吗')).toMatch(/\d+ 件里已销号/);
  world.pass(16 * 60_000);
  expect(await talkTo(world, '拖得最久的前2件是哪些', '#4在里面吗')).not.toContain('#4 在里面');
});

test('which projects are behind is asked of projects, whoever was spoken of', async () => {
  expect(await talkTo(world, '住建局没办完的有几件', '哪些项目滞后')).not.toMatch(/^住建局/);
});

test('what is asked of the first of a ranking is of its own list, and so is a row of that', async () => {
  expect(await talkTo(world, '哪个项目没办完的最多', '具体是哪些问题')).toMatch(
    /^(?:兴发|兴发、楚能) · 未销号/,
  );
  world.pass(16 * 60_000);
  const order = await talkTo(world, '哪个项目没办完的最多', '它有哪几件', '第二个催一下');
  expect(order).toMatch(/催办 #\d/);
  world.pass(16 * 60_000);
  expect(await talkTo(world, '哪个项目没办完的最多', '拖得最久的是哪件', '谁在办')).toMatch(/^#\d+ · 谁在办/);
});
