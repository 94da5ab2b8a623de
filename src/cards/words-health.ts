/** 体检 in words: each finding with its judgement, and what to do when it is bad. The deployment's own state. */
import type { DirectoryData, Role } from '../domain/model.ts';
import { isReviewDue } from '../domain/plan/review.ts';
import { DAY, type Day, type Instant, MINUTE } from '../domain/time.ts';
import { shortInstant, today } from '../text/moments.ts';
import type { ViewContext } from '../text/view.ts';
import type { HealthItem } from './admin.ts';

export interface HealthFacts {
  /** Last tick; null before the first. */
  tickAt: Instant | null;
  /** Of the last 24 hours; `waiting` now. */
  messages: { sent: number; waiting: number; dropped: number; dead: number };
  /** Messages and cards that should have left before: how many, and since when the oldest waits. */
  overdue: { count: number; oldest: Instant | null };
  /** Names of groups nothing can be sent to. */
  unreachableChats: string[];
  /** Names of groups that have been without a project for a week. */
  unboundChats: string[];
  unitsWithoutCoordinator: string[];
  /** With their posts. */
  unreachablePeople: string[];
  peopleWithoutUnit: number;
  /** Those of them who have an open problem in hand. */
  busyWithoutUnit: string[];
  /** Years whose holidays are not known, with the deadlines that lie in them; `missed`: their notice is out by now. */
  missingYears: { year: number; due: number; missed: boolean }[];
  /** The template of links projects take. */
  template: { name: string; reviewedOn: Day };
  database: { version: string; schema: number; expected: number };
  /** When a push of each kind came last. */
  arrivals: Readonly<Record<string, Instant>>;
  firstCardAt: Instant | null;
}

/** A tick is due every minute; later than this and the reminders are not running. */
const TICK_LATE_MS = 5 * MINUTE;
/** Nobody has pressed a button in so long a time: more likely they do not work. Before, it is only new. */
const NO_CLICK_MS = 14 * DAY;

export function healthItems(facts: HealthFacts, ctx: ViewContext): HealthItem[] {
  const { now } = ctx;
  const at = (instant: Instant) => shortInstant(instant, ctx);
  const { sent, waiting, dropped, dead } = facts.messages;
  const { overdue, database, tickAt } = facts;
  return [
    {
      name: '数据库',
      value: `PostgreSQL ${database.version} · 结构 ${database.schema}`,
      ok: database.schema === database.expected,
      fix: `程序要的结构是 ${database.expected}：用新版程序在 Node 上启动一次，会自动升级；已经是更新的就升级程序`,
    },
    {
      name: '定时任务',
      value: tickAt === null ? '还没有运行过' : `最近一次 ${at(tickAt)}`,
      ok: tickAt !== null && now - tickAt < TICK_LATE_MS,
      fix: '看服务是否在跑、日志里有没有 tick.failed;Workers 上看 cron 触发器是否启用',
    },
    {
      name: '近24小时消息',
      value: `已发 ${sent} · 待发 ${waiting} · 无需发 ${dropped} · 失败 ${dead}`,
      ok: dead === 0,
      fix: '发“失败消息”看原因，排除后重发',
    },
    {
      name: '积压',
      value: overdue.oldest === null ? '没有' : `${overdue.count} 条该发未发，最早 ${at(overdue.oldest)}`,
      ok: overdue.count === 0,
      fix: '看日志里的 send.retry：多半是权限、网络或限流；修好后会自动补发',
    },
    listItem('发不到的群', facts.unreachableChats, '个群', '把机器人拉回群里；不再用的群不用管'),
    listItem(
      '未绑定的群',
      facts.unboundChats,
      '个群',
      '在群里 @机器人 说“绑定 项目名”；不用的群把机器人移出',
    ),
    arrivalItem('收消息', facts.arrivals.message, undefined, ctx),
    arrivalItem('收按钮点击', facts.arrivals.click, facts.firstCardAt, ctx),
    holidayItem(facts.missingYears, ctx),
    templateItem(facts.template, ctx),
    listItem(
      '单位联络员',
      facts.unitsWithoutCoordinator,
      '个单位未设',
      '发“单位 某局 联络员 @某人”',
      '都已设置',
    ),
    listItem(
      '联系不上的人',
      facts.unreachablePeople,
      '人',
      '还在岗的，请本人给机器人发一句话，并确认在应用可用范围内；已离岗的，换人：“单位 某局 联络员 @某人”',
    ),
    {
      name: '没有单位的人',
      value: `${facts.peopleWithoutUnit} 人${facts.busyWithoutUnit.length > 0 ? `，其中手上有问题的：${names(facts.busyWithoutUnit)}` : ''}`,
      ok: facts.busyWithoutUnit.length === 0,
      fix: '发“人员 @某人 单位 某局”',
    },
  ];
}

/** What somebody without a post does here. */
export const HAS_ISSUES = '手上有问题';

const ROLE_POSTS: Record<Role, string> = {
  principal: '主要领导',
  leader: '分管领导',
  office: '综合办',
  administrator: '管理员',
};

/** Every post of a person, as people call them: 生态环境局联络员. */
export function postsOf(id: number, { units, projects, grants }: DirectoryData): string[] {
  const live = projects.filter((project) => project.archived === null);
  return [
    ...units.filter((unit) => unit.coordinatorId === id).map((unit) => `${unit.name}联络员`),
    ...units.filter((unit) => unit.headId === id).map((unit) => `${unit.name}负责人`),
    ...live.filter((project) => project.secretaryId === id).map((one) => `${one.name}项目秘书`),
    ...live.filter((project) => project.leaderId === id).map((one) => `${one.name}组长`),
    ...grants.filter((grant) => grant.personId === id).map(({ role }) => ROLE_POSTS[role]),
  ];
}

const SHOWN = 5;

const names = (list: readonly string[]) =>
  `${list.slice(0, SHOWN).join('、')}${list.length > SHOWN ? '等' : ''}`;

function listItem(
  name: string,
  list: readonly string[],
  counted: string,
  fix: string,
  none = '没有',
): HealthItem {
  const ok = list.length === 0;
  return { name, value: ok ? none : `${list.length} ${counted}：${names(list)}`, ok, fix };
}

/** Whether a subscription works the platform does not tell; what has arrived does. */
function arrivalItem(
  name: string,
  last: Instant | undefined,
  since: Instant | null | undefined,
  ctx: ViewContext,
): HealthItem {
  const callback = name === '收按钮点击';
  // A message must have come, or nobody could have set this up; a click only when there was something to click.
  // The demo's platform is in this process and always calls back.
  const due = callback ? !ctx.demo && since != null && ctx.now - since > NO_CLICK_MS : true;
  return {
    name,
    value: last === undefined ? '还没有收到过' : `最近一次 ${shortInstant(last, ctx)}`,
    ok: last !== undefined || !due,
    fix: callback
      ? '后台“回调配置”里加 card.action.trigger、填请求地址，并发布新版本'
      : '后台“事件配置”里加 im.message.receive_v1、填请求地址，并发布新版本；再给机器人发一句话',
  };
}

/** Name of the finding about the template's review, which 健康自报 gives once a quarter. */
export const TEMPLATE_REVIEW = '环节模板';

function templateItem({ name, reviewedOn }: HealthFacts['template'], ctx: ViewContext): HealthItem {
  const due = isReviewDue(reviewedOn, today(ctx));
  return {
    name: TEMPLATE_REVIEW,
    value: `“${name}”上次复核 ${reviewedOn}${due ? '，已满三个月' : ''}`,
    ok: !due,
    fix: '法规时限常有变化：私聊发“环节模板 导出”对照核对，核对后发“环节模板 已复核”',
  };
}

/** Name of the finding about next year's holidays, which 健康自报 gives once a week. */
export const HOLIDAYS = '放假安排';

/** What the one button beside it says, as a command. */
export const HOLIDAY_IMPORT = '节假日 导入';

function holidayItem(missing: HealthFacts['missingYears'], ctx: ViewContext): HealthItem {
  const name = HOLIDAYS;
  const fix = '私聊发“节假日 导入”，后面粘贴国务院放假通知的全文；或升级程序';
  if (missing.length === 0) {
    return { name, value: `已有 ${ctx.directory.calendar.publishedThrough} 年及以前`, ok: true, fix };
  }
  const lines = missing.map(
    ({ year, due }) => `${year}年放假安排尚未录入${due > 0 ? `，${due} 件时限落在 ${year} 年` : ''}`,
  );
  return { name, value: lines.join('；'), ok: !missing.some(({ missed }) => missed), fix };
}

/** Beside a bad finding that was made some time ago. */
export function checkedAtText(value: string, when: string): string {
  return `${value}（${when} 查）`;
}

const MORNING = '今早晨报';

/** The morning's messages were never planned. */
export const MORNING_MISSING: HealthItem = { name: MORNING, value: '没有排出，请查看定时任务', ok: false };

/** @param late when it was planned, if that was after its hour */
export function morningItem(
  planned: number,
  ended: { sent: number; waiting: number; dropped: number; dead: number },
  late: string | undefined,
): HealthItem {
  const counts = [
    `应发 ${planned}`,
    `已发 ${ended.sent}`,
    ...(ended.dropped > 0 ? [`没有内容不发 ${ended.dropped}`] : []),
    ...(ended.waiting > 0 ? [`还在发 ${ended.waiting}`] : []),
    `失败 ${ended.dead}`,
  ];
  return {
    name: MORNING,
    value: `${counts.join(' · ')}${late === undefined ? '' : `（${late} 补发）`}`,
    ok: ended.dead === 0 && ended.waiting === 0,
  };
}
