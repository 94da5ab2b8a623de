/** What is said of one problem when one thing of it is asked (超了几天, 期限是哪天, 谁在办). Plain text, without its number. */
import type { NextMove } from '../domain/issue-people.ts';
import type { Fact } from '../domain/reading.ts';

/** Last part of the title of a list that says it of each. */
export const FACT_TITLES: Record<Fact, string> = {
  age: '办了多少天',
  overdue: '超期多少天',
  deadline: '时限',
  limit: '时限给几天、用几天',
  who: '谁在办',
  routed: '转办',
  signed: '签收',
  reported: '报办结',
  closed: '销号',
  verified: '核验',
  waiting: '等谁、等了多少天',
  paused: '停表',
  extension: '延期',
  urged: '催办',
  bounced: '退回',
  reopened: '反弹',
  rating: '企业评价',
  'in-time': '来不来得及',
  progress: '最近的动作',
  logged: '登记人、登记时间',
  turning: '哪天转黄、转红',
  why: '原因',
  light: '灯色',
  escalated: '上报领导',
  helping: '协办',
  result: '办理结果',
  project: '项目',
  category: '类别',
  late: '从哪天起超期',
  idle: '多久没有动静',
  lacking: '还差谁',
  measure: '固化措施',
  'on-the-spot': '是不是当场解决',
  units: '经过哪些单位',
  remaining: '还差哪一步',
};

export const IS_VOID = '已作废';
export const NO_TURN = '时限不走，不会变灯';
export const STAYS = '延期或挂账待批，灯色先不变';
/** @param day when its light turned, or will */
export function turnText(color: '黄' | '红', day: string, ahead: boolean): string {
  return `${day}${ahead ? '将' : ''}转${color}`;
}
export const STRUCK_OFF_UNDATED = '已销号，台账没写销号日期';
export const NO_LOGGED_DAY = '台账没写提出日期';
export const NOT_ROUTED = '还没转办';
export const BACK_AGAIN = '后来退回了，现在等转办';
export const OPEN_AGAIN = '后来退回重办';
export const NOT_REPORTED = '还没报办结';
export const NEVER_PAUSED = '没有停过表';
export const PAUSE_ASKED = '挂账待批';
export const NO_EXTENSION = '没有申请过延期';
export const NO_URGE = '没有催办过';
export const NO_BOUNCE = '没有退回过';
/** @param said of its title, which tells of somebody outside @param last what was written of it since; '' where nothing */
export const bouncedOutsideText = (said: string, last: string): string =>
  `系统里没有退回记录；标题写着“${said}”${last && `，最近：${last}`}`;
export const NO_REOPEN = '没有反弹过';
export const NOT_RATED = '已销号，企业还没有评价';
export const NOT_YET_RATED = '还没销号，企业还没有评价';
/** What is waited for next. */
export const MOVES: Record<NextMove, string> = {
  route: '转办',
  sign: '签收',
  work: '办理',
  approve: '审批',
  chase: '盯办',
  verify: '核验',
  rate: '评价',
  none: '',
};
/** Whom it waits for where nobody is set or could be loaded. */
export const OTHERWISE: Partial<Record<NextMove, string>> = { chase: '盯办人', rate: '企业' };
export function turnOfText(who: string, move: NextMove): string {
  return `等${who}${MOVES[move]}`;
}

export const NO_RESULT = '还没有办理结果';
/** @param leaders who were told, as they are now */
export const escalatedText = (told: string, leaders: readonly string[]): string =>
  leaders.length > 0 ? `${told}，告知领导：${leaders.join('、')}` : told;
export const NOT_ESCALATED = '没有上报过领导';
export const NO_HELPERS = '没有协办单位';
/** @param why what its deadline says; '' where nothing */
export function lightText(light: string, why: string): string {
  return why === '' || why === light ? light : `${light}，${why}`;
}
export function helpingText(units: readonly string[]): string {
  return `协办${units.join('、')}`;
}
export function resultText(result: string, measure: string | undefined): string {
  return `办理结果：${result}${measure === undefined ? '' : `；固化措施：${measure}`}`;
}
export function projectText(project: string): string {
  return `项目：${project}`;
}
export function categoryText(category: string | undefined): string {
  return category === undefined ? '没有登记类别' : `${category}类`;
}
export function verifiersText(names: readonly string[]): string {
  return `，报办结后由${names.join('、')}核验`;
}
/** @param links it holds up, each with its number */
export function holdsUpText(links: readonly string[]): string {
  return links.length > 0 ? `卡住${links.join('、')}` : '没有登记卡住哪个环节';
}

export const NO_MEASURE = '没有登记固化措施';
export const measureText = (measure: string): string => `固化措施：${measure}`;
/** @param each how it came to each unit or left it, oldest first */
export function unitsText(each: readonly string[], units: number): string {
  const changed = units > 1 ? `先后派给过 ${units} 个单位` : '没有换过责任单位';
  return each.length > 0 ? `${changed}：${each.join('；')}` : '还没有转给过单位';
}
export const NOT_ON_THE_SPOT = '不是当场解决，走了登记、签收、办理、核验的流程';
export const NOT_ON_THE_SPOT_YET = '不是当场解决，还在办理流程里';
export const ON_THE_SPOT_SOLVED = '是登记时当场解决的';
export function remainingText(steps: readonly string[]): string {
  return steps.length > 0 ? `离销号还差${steps.join('、')}` : '已经销号，没有要走的步骤';
}
export const STEPS_TO_END = ['转办', '签收', '报办结', '核验属实'] as const;
export const STANDS_FIRST = '恢复计时';
export const NO_PROGRESS = '还没报过进展，';
export const NO_MOVE = '没有签收、报进展或报办结';
export const ON_THE_SPOT = '当场解决，没有签收';
export const NOT_LATE = '没有超期';
export const NO_UNIT = '还没有责任单位，等综合办转办';

export function span(days: number, workingDays: number): string {
  return `${days} 天（${workingDays} 个工作日）`;
}
/** @param then how it stands since */
export function reportedText(day: string, by: string | undefined, then: string): string {
  return `${day}${by ?? ''}报办结，${then}`;
}
export function since(what: string, days: number, workingDays: number): string {
  return `${what} ${span(days, workingDays)}`;
}
export function takenText(to: '报办结' | '销号', workingDays: number, closedOn: string): string {
  return `登记到${to}用了 ${workingDays} 个工作日，${closedOn}销号`;
}
/** Of what waits to be verified, whose days are not counted. */
export const dueInText = (days: number): string => (days === 0 ? '今天到期' : `离时限 ${days} 个工作日`);
export function overdueText(days: number): string {
  return days === 0 ? '今天超期' : `超期 ${days} 个工作日`;
}
export function leftText(days: number): string {
  return days === 0 ? '今天到期' : `还剩 ${days} 个工作日`;
}
export function doneLateText(days: number): string {
  return days === 0 ? '到期当天过点才办结' : `超期 ${days} 个工作日办结`;
}
export const DONE_IN_TIME = '按时办结';
export function notCountedText(why: string): string {
  return `${why}，不算超期`;
}
export function deadlineText(deadline: string, original: string | undefined): string {
  return `时限 ${deadline}${original === undefined ? '' : `（原时限 ${original}）`}`;
}
/** @param all till the deadline as it was given @param due as it is */
export function limitText(from: string, all: number, due: string): string {
  return `定的共 ${all} 个工作日，${from}登记，${due}`;
}
/** @param paused days of those it stood still */
export function usedText(used: number, paused: number): string {
  return `已用 ${used} 个${paused > 0 ? `（停表的 ${paused} 个不算）` : ''}`;
}
/** @param day when it was struck off */
export function closedInTimeText(day: string): string {
  return `${NOT_LATE}，${day}按时销号`;
}
export function lateSinceText(due: string): string {
  return `过了时限 ${due}起超期`;
}
export function idleText(days: string, since: string): string {
  return `${days}没有动静，${since}`;
}
/** @param each unit, and what it is to do */
export function lackingText(each: readonly (readonly [string, string])[]): string {
  return `还差${each.map(([unit, part]) => `${unit}（${part}）`).join('、')}`;
}
export const LACKS = { lead: '牵头，还没报办结', helps: '协办，还没办完' } as const;
export const LACKS_NONE = '登记的单位都办完了，等核验';
export const LACKS_NO_MORE = '不差，已销号';
export function extendedByText(original: string, to: string, days: string): string {
  return `延了 ${days}，${original}延到${to}`;
}
export function whoText(
  unit: string,
  person: string | undefined,
  helping: readonly string[],
  closed: boolean,
): string {
  const signed = person === undefined ? '' : `，签收人${person}`;
  const others = helping.length > 0 ? `，协办${helping.join('、')}` : '';
  return `${closed ? `已销号，由${unit}办理` : `责任单位${unit}`}${signed}${others}`;
}
export function signedText(day: string, person: string | undefined): string {
  return `${day}签收${person === undefined ? '' : `，签收人${person}`}`;
}
export function routedAtLogText(day: string, unit: string): string {
  return `${day}登记时转给${unit}`;
}
export function closedText(day: string, person: string | undefined): string {
  return `${day}已销号${person === undefined ? '' : `，核验人${person}`}`;
}
export function notClosedText(state: string): string {
  return `还没销号，${state}`;
}
export function verifyingText(day: string, days: number, workingDays: number): string {
  return `${day}报办结，还没核验，等了 ${span(days, workingDays)}`;
}
export function verifiedText(day: string, person: string | undefined): string {
  return `${day}核验属实${person === undefined ? '' : `，核验人${person}`}`;
}
export function refutedText(times: number, last?: string): string {
  return `，核验不属实 ${times} 次${last === undefined ? '' : `，最近：${last}`}`;
}
export function pausedText(from: string, long: string, expected: string): string {
  return `${from}起停表，已 ${long}，预计 ${expected}恢复`;
}
export function pauseWhyText(reason: string, chaser: string, by: string): string {
  return `，原因：${reason}；盯办人${chaser}，${by}批准`;
}
/** @param left when the clock was stopped; below 0 it was late by then */
export function usedBeforeText(used: number, left: number): string {
  const then = left < 0 ? `那时已逾期 ${-left} 个` : `还剩 ${left} 个，恢复后接着算`;
  return `；停表前用了 ${used} 个工作日，${then}`;
}
export function pausedBeforeText(times: number, from: string, until: string): string {
  return `停过 ${times} 次表，最近一次 ${from}至${until}，现在没有停`;
}
export function extensionAskedText(day: string, person: string, to: string, reason: string): string {
  return `${day}${person}申请延到 ${to}，还没批；原因：${reason}`;
}
export function timesText(what: string, times: number, last: string): string {
  return `${what} ${times} 次，最近：${last}`;
}
export const TIMES = {
  extended: '批准延期',
  refused: '没同意延期',
  urged: '催办',
  bounced: '退回',
  reopened: '反弹',
  escalated: '上报领导',
} as const;
/** @param each the last of them */
export function bouncesText(times: number, each: readonly string[]): string {
  return `${TIMES.bounced} ${times} 次${times > each.length ? '，最近' : ''}：${each.join('；')}`;
}
export const NO_REASON = '没有登记没办完的原因';
export function askedWhyText(kind: 'extension' | 'pause', reason: string): string {
  return `申请${kind === 'pause' ? '挂账' : '延期'}的原因：${reason}`;
}
export function bounceText(day: string, unit: string, reason: string): string {
  return `${day}${unit}退回：${reason}`;
}
export function ratingText(score: string, reason: string | null, day: string): string {
  return `${day}企业评价${score}${reason ? `：${reason}` : ''}`;
}
export const SCORES = { satisfied: '满意', fairly: '基本满意', unsatisfied: '不满意' } as const;
export function lastMoveText(last: string): string {
  return `最近办理：${last}`;
}
export function lastReportText(last: string): string {
  return `最近一次进展：${last}`;
}
export function loggedText(day: string, person: string): string {
  return `${day}${person}登记`;
}

/** The one problem there is: #12 超期 3 个工作日。 */
export function oneText(issueId: number, fact: string): string {
  return `#${issueId} ${fact}。`;
}
export function longestText(issueId: number, fact: string): string {
  return `等得最久的是 #${issueId}：${fact}。`;
}
export function latestClosedText(issueId: number, closed: string): string {
  return `最近销号的是 #${issueId}：${closed}。`;
}
export function eachText(count: number, fact: string): string {
  return `${count} 件，${fact}写在每一件下面。`;
}
/** Nothing open fits, and this may be what was meant. */
export function closedInsteadText(count: number): string {
  return `没有未销号的；已销号的有 ${count} 件。`;
}
export const SHOW_CLOSED = '看已销号的';
