/** Small zones to ask about, on Friday 2026-11-20 at 10:00 unless said otherwise. */
import { openWorld, type World } from './world.ts';

/** Four problems of two projects; those of one working day are late. @param until local time */
export async function fourProblems(until = '2026-11-20 10:00'): Promise<World> {
  const world = await openWorld({ at: '2026-11-12 09:00' });
  const xf = world.group('xf');
  await xf.says('wang', '报 征地三户未签 自然资源局 1个工作日');
  await xf.says('wang', '报 临时用电容量不够 供电公司 20个工作日');
  await world.group('cn').says('liu', '报 图审意见没回 住建局 1个工作日');
  await world.group('cn').says('liu', '报 供水压力不足 水利局 30个工作日');
  await world.advanceTo(until);
  return world;
}

/** Six problems of three projects: #1, #2 and #4 late, #5 struck off. @param waterDays the limit of #6 */
export async function sixProblems(waterDays: number): Promise<World> {
  const world = await firstFour();
  await world.group('mlx').says('wang', '报 图审意见没回 住建局 20个工作日');
  await world.group('cn').says('liu', `报 供水压力不足 水利局 ${waterDays}个工作日`);
  await world.advanceTo('2026-11-20 10:00');
  await world.private('zhao').says('zhao', '办结 #5 图审已过');
  await world.private('song').says('song', '核验 #5 属实');
  return world;
}

/** Five problems of three projects, logged on 2026-11-12: #1, #2 and #4 have one working day. Time stands still. */
export async function fiveProblems(): Promise<World> {
  const world = await firstFour();
  await world.group('cn').says('liu', '报 供水压力不足 水利局 20个工作日');
  return world;
}

/** {@link fiveProblems}, a week later. */
export async function fiveLater(): Promise<World> {
  const world = await fiveProblems();
  await world.advanceTo('2026-11-20 10:00');
  return world;
}

/** 兴发 with its nodes planned, and a problem of it; one of 楚能. @param land with another of 楚能 */
export async function plannedProject({ land = false } = {}): Promise<World> {
  const world = await openWorld({ at: '2026-11-12 09:00' });
  const [xf, cn] = [world.group('xf'), world.group('cn')];
  await xf.says('wang', '报 磷石膏仓库堆放不下 生态环境局 1个工作日');
  await cn.says('liu', '报 供水压力不足 水利局 6个工作日');
  if (land) await cn.says('liu', '报 征地三户未签 自然资源局 6个工作日');
  await xf.says('wang', '项目 兴发 开工 2026-12-01');
  await xf.says('wang', '项目 兴发 投产 2027-08-01');
  await world.advanceTo('2026-11-20 10:00');
  return world;
}

/** {@link sixProblems}, #4 signed for. */
export async function sixWithOneSigned(): Promise<World> {
  const world = await sixProblems(20);
  await world.private('zhao').says('zhao', '签收 #4');
  return world;
}

/** #1 to #4 of two projects; all but #3 have one working day. */
async function firstFour(): Promise<World> {
  const world = await openWorld({ at: '2026-11-12 09:00' });
  const xf = world.group('xf');
  await xf.says('wang', '报 磷石膏仓库堆放不下 生态环境局 1个工作日');
  await xf.says('wang', '报 征地三户未签 自然资源局 1个工作日');
  await xf.says('wang', '报 临时用电容量不够 供电公司 20个工作日');
  await world.group('mlx').says('wang', '报 设备清单待查 住建局 1个工作日');
  return world;
}

/** Three problems of two projects, logged this Thursday, 2026-11-19 at 09:00, on two processes. */
export async function threeProblems(): Promise<World> {
  const world = await openWorld({ at: '2026-11-19 09:00', processes: 2 });
  const cn = world.group('cn');
  await cn.says('liu', '报 厂区供水压力不足，三楼打不上水 水利局 4个工作日');
  await cn.says('liu', '报 用工缺口120人 人社局 10个工作日');
  await world.group('mlx').says('wang', '报 门前道路夜间没有路灯 住建局 5个工作日');
  return world;
}

/** {@link threeProblems}, #3 signed for. */
export async function threeWithOneSigned(): Promise<World> {
  const world = await threeProblems();
  await world.private('zhao').says('zhao', '签收 #3');
  return world;
}
