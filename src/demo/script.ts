/** Nine working days of the zone, played through the real bot: every card and history in the demo really happened. */
import { createCalendar } from '../domain/calendar.ts';
import { clockOf, type Day, dayOf, instantAt } from '../domain/time.ts';
import { sendDue } from '../engine/send.ts';
import type { DemoClock } from './clock.ts';
import { settleLinks } from './links.ts';
import { settlePlans } from './plans.ts';
import { type DemoWorld, inZone, populateDatabase, populateSim } from './settle.ts';
import type { Joined } from './world.ts';

/** Working days from the first scene to the present. */
const LENGTH = 9;

export interface Scene {
  /** Working day of the play, 0 … LENGTH. */
  day: number;
  time: string;
  who: string;
  /** Key of a group, or 'private'. */
  where: string;
  /** {+n}, {-n} stand for the date n working days later or earlier: calendar days would land on another side of a holiday. */
  says: string;
}

const scene = (day: number, time: string, who: string, where: string, says: string): Scene => ({
  day,
  time,
  who,
  where,
  says,
});

/** In the order of time; problems get their numbers in the order they are logged. */
export const SCENES: Scene[] = [
  // #1 runs the whole way to a satisfied enterprise.
  scene(0, '09:12', 'wang', 'xf', '报 磷石膏临时堆场放不下，影响土建进场 生态环境局 3个工作日'),
  scene(0, '09:20', 'sun', 'xf', '签收 #1'),
  // #2 waits for a higher level.
  scene(0, '09:40', 'wang', 'xf', '报 110千伏线路迁改方案未批复 供电公司 3个工作日'),
  scene(0, '09:55', 'qian', 'private', '签收 #2'),
  // #3 ends up red.
  scene(0, '10:05', 'liu', 'cn', '报 二期厂房施工许可证卡在图审环节 住建局 2个工作日'),
  scene(0, '10:30', 'zhao', 'cn', '签收 #3'),
  // #4 solved on the spot.
  scene(0, '15:10', 'liu', 'aq', '当场 临时用水接口不够，现场协调隔壁工地借用一路'),
  scene(1, '09:30', 'sun', 'xf', '进展 #1 已联系两家企业，可出租临时仓库'),
  // #5 overdue, yellow today.
  scene(1, '10:00', 'jin', 'mlx', '报 东侧围墙外高压线距塔吊太近，施工队不敢开吊 供电公司 5个工作日'),
  scene(1, '10:25', 'qian', 'mlx', '签收 #5'),
  // #6 extended.
  scene(1, '11:00', 'liu', 'bp', '报 排污许可证变更材料退了两次 生态环境局 4个工作日'),
  scene(1, '11:30', 'sun', 'bp', '签收 #6'),
  scene(2, '09:10', 'sun', 'xf', '办结 #1 已协调出租仓库 2000 平方米，今日起转运'),
  scene(2, '10:15', 'hua', 'xf', '核验 #1 属实'),
  scene(2, '10:20', 'hua', 'xf', '满意 #1'),
  scene(2, '10:40', 'qian', 'private', '挂账 #2 到 {+15} 等省电力公司批复迁改方案 @钱进'),
  scene(2, '11:05', 'song', 'private', '同意 #2'),
  // #7 bounced once, then done by the right unit.
  scene(2, '14:00', 'liu', 'sx', '报 光伏板运输车辆超限证办不下来 住建局'),
  scene(2, '14:20', 'zhao', 'sx', '退回 #7 超限运输归交通部门管'),
  scene(2, '14:50', 'song', 'private', '转办 #7 交通运输局'),
  scene(2, '15:20', 'han', 'sx', '签收 #7'),
  // #8 false close.
  scene(3, '09:05', 'qi', 'aq', '报 厂区门口道路破损，大件车进不来 交通运输局 5个工作日'),
  scene(3, '09:30', 'han', 'aq', '签收 #8'),
  scene(3, '10:00', 'sun', 'bp', '延期 #6 到 {+11} 企业补充监测报告需要两周'),
  scene(3, '10:30', 'song', 'private', '同意 #6'),
  scene(4, '09:20', 'han', 'sx', '办结 #7 超限证已当日办结'),
  scene(4, '10:00', 'liu', 'sx', '核验 #7 属实'),
  scene(4, '14:30', 'han', 'aq', '办结 #8 已安排养护队修补'),
  scene(4, '16:00', 'qi', 'aq', '核验 #8 不属实 只铺了碎石，重车一压又坏了'),
  // #9 red and joint.
  scene(4, '16:20', 'wang', 'mlx', '报 消防验收前需要三家同时到场 消防救援大队 明天'),
  scene(4, '16:30', 'song', 'private', '协办 #9 住建局'),
  scene(4, '16:40', 'shi', 'mlx', '签收 #9'),
  // #10 void.
  scene(5, '09:30', 'liu', 'cn', '报 食堂空调坏了'),
  scene(5, '09:50', 'liu', 'cn', '作废 #10 报错群了'),
  // #11 near due.
  scene(5, '10:10', 'wang', 'xf', '报 项目红线内还有3户未签征地协议 自然资源局 6个工作日'),
  scene(5, '10:40', 'li', 'xf', '签收 #11'),
  scene(6, '09:40', 'liu', 'cn', '报 用工缺口120人，希望组织专场招聘 人社局 10个工作日'),
  scene(6, '10:10', 'you', 'cn', '签收 #12'),
  scene(6, '10:30', 'you', 'cn', '进展 #12 周六在体育馆办专场招聘会，已有15家报名'),
  scene(6, '14:00', 'wang', 'mlx', '报 设备补贴资金未到账 财政局 2个工作日'),
  scene(6, '14:20', 'zhu', 'mlx', '签收 #13'),
  scene(7, '09:15', 'tao', 'cn', '报 厂区供水压力不足，三楼打不上水 水利局 4个工作日'),
  scene(7, '09:45', 'jiang', 'cn', '签收 #14'),
  scene(7, '10:00', 'zhu', 'mlx', '办结 #13 补贴资金今日拨付到企业账户'),
  scene(7, '15:00', 'jin', 'mlx', '核验 #13 属实'),
  scene(7, '15:05', 'jin', 'mlx', '基本满意 #13'),
  scene(7, '15:30', 'wang', 'mlx', '固化 #13 补贴类事项实行拨付前一周预告企业'),
  scene(8, '09:20', 'liu', 'bp', '报 危化品仓库安评报告需要加快审查 应急管理局 8个工作日'),
  scene(8, '09:50', 'chen', 'bp', '签收 #15'),
  scene(8, '10:10', 'xie', 'bp', '报 门前道路夜间没有路灯，职工上下班不安全 住建局 5个工作日'),
  scene(8, '10:40', 'liu', 'sx', '报 屋顶光伏并网申请资料清单不清楚 供电公司 3个工作日'),
  scene(8, '11:00', 'qian', 'sx', '签收 #17'),
  scene(8, '14:10', 'liu', 'aq', '报 取水许可证延续手续 水利局 下周五'),
  scene(8, '14:40', 'jiang', 'aq', '签收 #18'),
  scene(8, '15:00', 'liu', 'aq', '报 锅炉房选址邻避意见大，不知道归哪家牵头'),
  scene(8, '15:20', 'qian', 'sx', '办结 #17 已把资料清单发到群里并当面讲解'),
  scene(8, '16:00', 'jiang', 'cn', '延期 #14 到 {+8} 需更换加压泵，采购要一周'),
  // #20 bounced twice: only the office may route it now.
  scene(8, '16:10', 'liu', 'bp', '报 厂区边界与规划道路重叠，需明确由谁协调 住建局 6个工作日'),
  scene(8, '16:20', 'zhao', 'bp', '退回 #20 规划红线不归我局'),
  scene(8, '16:25', 'song', 'private', '转办 #20 自然资源局'),
  scene(8, '16:40', 'li', 'bp', '退回 #20 道路由交通部门定线'),
  scene(8, '16:45', 'wang', 'xf', '报 尾矿库排水沟改道 水利局 12个工作日'),
  scene(8, '16:50', 'jiang', 'xf', '签收 #21'),
  scene(8, '16:55', 'liu', 'sx', '报 逆变器仓库消防通道被占 消防救援大队 3个工作日'),
  scene(8, '17:05', 'shi', 'sx', '签收 #22'),
  scene(9, '08:40', 'tao', 'cn', '报 员工宿舍网络太慢，影响线上招聘'),
  scene(9, '08:50', 'wang', 'xf', '报 林地手续省里还没批 自然资源局 {+28}前'),
  scene(9, '08:55', 'liu', 'cn', '报 110千伏变电站出线间隔不够 供电公司 10个工作日'),
  // Links under way; that of 楚能 is late, and #3 is why.
  scene(9, '08:57', 'li', 'xf', '进度 第11环节 开始 {-3}'),
  scene(9, '08:58', 'zhao', 'cn', '进度 第14环节 开始 {-12}'),
  scene(9, '08:59', 'liu', 'cn', '卡 第14环节 #3'),
];

/** The present of the demo: now if somebody is at work, else the next morning on which somebody is. */
export function presentOf(now: number, timeZone: string): { day: Day; at: number } {
  const calendar = createCalendar([]);
  const today = dayOf(now, timeZone);
  const clock = clockOf(now, timeZone);
  if (calendar.isWorkingDay(today) && clock >= '09:05' && clock < '17:00') return { day: today, at: now };
  const day = calendar.isWorkingDay(today) && clock < '09:05' ? today : calendar.nextWorkingDay(today);
  return { day, at: instantAt(day, '09:05', timeZone) };
}

/**
 * Where the clock stops when it is moved to `to`: digests leave between 08:31 and 08:40, each person's at a minute
 * of its own, and whoever moves the clock into that morning wants to see them all.
 */
export function endOfMorning(to: number, timeZone: string): number {
  const day = dayOf(to, timeZone);
  const from = instantAt(day, '08:31', timeZone);
  const until = instantAt(day, '08:40', timeZone);
  return createCalendar([]).isWorkingDay(day) && to >= from && to < until ? until : to;
}

/** Working days a card shows an old state while the fortnight is played. */
const REDRAW_AFTER = 4;

/** Coarse, because nobody reads the fortnight's messages by the minute, and each stop costs a dozen queries. */
const GRAIN_MS = 10 * 60_000;

/** Fills an empty database and simulator. Afterwards the clock shows the demo's present. */
export async function playDemo(
  joined: Joined,
  clock: DemoClock,
  scenes: readonly Scene[] = SCENES,
): Promise<void> {
  const { deps, sim } = joined;
  const { timeZone } = deps.config;
  const calendar = createCalendar([]);
  const present = presentOf(clock.now(), timeZone);
  const dayAt = (n: number) => calendar.addWorkingDays(present.day, n - LENGTH);
  clock.set(instantAt(dayAt(0), '08:45', timeZone));
  const world = populateSim(sim);
  await populateDatabase(deps, sim, world, clock.now());
  const dayBefore = (days: number) => calendar.addWorkingDays(dayAt(0), -days);
  if (scenes === SCENES) await settleLinks(deps, clock.now(), dayBefore);
  for (const scene of scenes) {
    const at = instantAt(dayAt(scene.day), scene.time, timeZone);
    if (at > present.at) break;
    await joined.advanceTo(at, GRAIN_MS);
    const text = scene.says.replace(/\{([+-]\d+)\}/g, (_, days) =>
      spellDay(calendar.addWorkingDays(dayAt(scene.day), Number(days))),
    );
    // Soon enough for the platform, which lets no card be changed that is older than 14 days.
    const redrawAt = instantAt(dayAt(Math.min(scene.day + REDRAW_AFTER, LENGTH)), '08:30', timeZone);
    await speak(joined, world, { ...scene, says: text }, scene.day < LENGTH ? redrawAt : at);
  }
  await joined.advanceTo(present.at, GRAIN_MS);
  // At the end: links that fall due become items, and take numbers the scenes have for problems.
  if (scenes === SCENES) await settlePlans(deps, present.at, dayBefore);
  sim.clearLogs();
}

/** Somebody says a line; new cards and answers go out at once, cards already there are redrawn at `redrawAt`. */
async function speak(
  joined: Joined,
  world: DemoWorld,
  { who, where, says }: Scene,
  redrawAt: number,
): Promise<void> {
  const { sim, deps } = joined;
  const openId = inZone(world.openId, who);
  const inPrivate = where === 'private';
  const chatId = inPrivate ? sim.p2pChat(openId) : inZone(world.chatId, where);
  await sim.say(openId, chatId, says, { atBot: !inPrivate });
  // Only the last state of a card is ever seen; drawing each one on the way would double the time of the play.
  // In four portions, so that they stay below the platform's limit of a second.
  await deps.db.session((session) =>
    session.query(
      `update issue_card set due_at = greatest(due_at, $1::timestamptz - issue_id % 4 * interval '10 minutes')
       where message_id is not null and due_at is not null`,
      [new Date(redrawAt).toISOString()],
    ),
  );
  await sendDue(deps);
  await sim.settled();
}

/** 2026-12-20 as 12月20日. */
function spellDay(day: Day): string {
  const [, month, date] = day.split('-').map(Number);
  return `${month}月${date}日`;
}
