/** What befell problems, counted over the history: passed on, urged by a leader, found false, done on the spot, untouched. */
import { expect, test } from 'vitest';
import { talkIn } from '../support/talk.ts';
import { openWorld, type World } from '../support/world.ts';

/** #1 was sent back and passed on, #2 signed for and urged, #3 said to be done and was not, #4 waits for a signature. */
async function befallen(): Promise<World> {
  const world = await openWorld({ at: '2026-11-18 09:00' });
  const cn = world.group('cn');
  const [zhao, song] = [world.private('zhao'), world.private('song')];
  await cn.says('liu', '报 厂界与规划路重叠 住建局 10个工作日');
  await zhao.says('zhao', '退回 #1 不归我局');
  await song.says('song', '转办 #1 自然资源局');
  await cn.says('liu', '报 门前道路没有路灯 住建局 10个工作日');
  await zhao.says('zhao', '签收 #2');
  await world.private('tang').says('tang', '催办 #2');
  await cn.says('liu', '报 图审意见没回 住建局 10个工作日');
  await zhao.says('zhao', '签收 #3');
  await zhao.says('zhao', '办结 #3 已经回了');
  await song.says('song', '核验 #3 不属实 没有回');
  await cn.says('liu', '报 供水压力不足 水利局 10个工作日');
  await world.advanceTo('2026-11-19 10:00');
  return world;
}

const talk = talkIn(befallen);

test.each([
  [['转了两家以上单位的有哪些'], /先后派给过 2 个以上单位[\s\S]*#1(?![\s\S]*#[234] )/],
  [['领导催过的有哪些'], /领导催办过[\s\S]*#2(?![\s\S]*#[134] )/],
  [['有没有核验下来说是假的'], /核验不属实过 1 件[\s\S]*#3/],
  [['签了就撂那儿的有哪些'], /#2(?![\s\S]*#[134] )/],
  [['没人动的有哪些'], /从没签收、报进展或报办结[\s\S]*#4/],
  [
    ['昨天都有些啥动静'],
    /昨天登记：4 件[\s\S]*昨天签收过：2 件[\s\S]*昨天核验不属实过：1 件[\s\S]*昨天退回过：1 件/,
  ],
  [['昨天都有些啥动静', '今天呢'], /今天登记：0 件[\s\S]*今天签收过：0 件/],
  [['住建局昨天动过没有'], /由住建局昨天登记、办理或催办过 3 件/],
  [['#1', '转了几道手'], /先后派给过 2 个单位：.*登记时转给住建局；.*退回：不归我局；.*转办/],
  [['#1', '从头到尾捋一遍'], /按先后[\s\S]*登记[\s\S]*退回[\s\S]*转办/],
  [['#4', '有没有换过单位'], /没有换过责任单位/],
  [['#2', '还差哪一步才算完'], /离销号还差报办结、核验属实/],
  [['#2', '固化成办法了没'], /没有登记固化措施/],
  [['#2', '是当场办的还是走流程的'], /不是当场解决，还在办理流程里/],
  [['#2', '卡哪个手续'], /没有登记卡住哪个环节/],
])('%j', async (said, told) => {
  expect(await talk(...said)).toMatch(told);
});
