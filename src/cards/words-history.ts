/** One line per history row: 11-23 09:12 张三(住建局)签收. Plain text; escape it for markdown. */
import type { HistoryRow, HistoryVerb } from '../domain/issue.ts';
import type { RuleChange } from '../domain/rules.ts';
import { clip, oneLine } from '../text/escape.ts';
import { dayText, shortInstant } from '../text/moments.ts';
import { personName, personWithUnit, projectName, unitName } from '../text/names.ts';
import type { ViewContext } from '../text/view.ts';
import { SATISFACTION_NAMES } from '../text/words.ts';
import { STEP_NAMES } from './words.ts';
import { ruleChangeText } from './words-rules.ts';

type Detail = Readonly<Record<string, unknown>>;

const RUNG_NAMES: Readonly<Record<string, string>> = {
  unrouted: '未转办提醒',
  'unsigned-1': '未签收提醒',
  'unsigned-2': '未签收二次提醒',
  blue: '蓝灯提醒',
  yellow: '黄灯提醒',
  red: '红灯提醒',
  'deep-red': '红灯升级提醒',
};

function words(detail: Detail, ...keys: string[]): string {
  for (const key of keys) {
    const value = detail[key];
    if (typeof value === 'string' && value.trim() !== '') return `:${clip(oneLine(value), 200)}`;
  }
  return '';
}

function idOf(detail: Detail, ...keys: string[]): number | undefined {
  for (const key of keys) {
    const value = detail[key];
    if (typeof value === 'number') return value;
  }
  return undefined;
}

const unit = (ctx: ViewContext, id: number | undefined) => (id === undefined ? '' : unitName(ctx, id));
const person = (ctx: ViewContext, id: number | undefined) => (id === undefined ? '' : personName(ctx, id));

/** A day, or the day of a deadline, under one of the keys. */
function dayAt(detail: Detail, ctx: ViewContext, ...keys: string[]): string {
  for (const key of keys) {
    const value = detail[key];
    const day = typeof value === 'object' && value !== null && 'day' in value ? value.day : value;
    if (typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day)) return dayText(day, ctx);
  }
  return '';
}

/** New values stand under `to`; whoever reads cares less for what it was before. */
function correction(d: Detail, ctx: ViewContext): string {
  const to = (typeof d.to === 'object' && d.to !== null ? d.to : d) as Detail;
  const parts: string[] = [];
  if ('unitId' in to) parts.push(`单位改为${unitName(ctx, idOf(to, 'unitId') ?? null)}`);
  if ('projectId' in to) parts.push(`项目改为${projectName(ctx, idOf(to, 'projectId') ?? null)}`);
  const day = dayAt(to, ctx, 'deadline');
  if (day) parts.push(`时限改为${day}`);
  if (typeof to.text === 'string') parts.push('描述已改');
  if (Array.isArray(to.rules)) parts.push('按该项目的规则算');
  return parts.length > 0 ? parts.join(',') : '改正内容';
}

function rating(d: Detail): string {
  const score = d.score;
  const name =
    score === 'satisfied' || score === 'fairly' || score === 'unsatisfied' ? SATISFACTION_NAMES[score] : '';
  return `评价${name}${words(d, 'reason')}`;
}

/** What was done, without who and when. Details are ids, reasons and dates as the decision wrote them. */
export const HISTORY_TEXTS: Record<HistoryVerb, (detail: Detail, ctx: ViewContext) => string> = {
  log: (d) => (d.onTheSpot === true ? '登记并当场解决' : '登记'),
  route: (d, ctx) => {
    const to = unit(ctx, idOf(d, 'unitId', 'to'));
    const who = person(ctx, idOf(d, 'assigneeId'));
    return `转办${to}${who && `(${who})`}`;
  },
  sign: () => '签收',
  bounce: (d) => `退回${words(d, 'reason')}${d.frozen === true ? '(暂停流转)' : ''}`,
  progress: (d) => `进展${words(d, 'note', 'text')}`,
  'report-done': (d) => `报办结${words(d, 'result')}`,
  verify: (d) => `核验${d.confirmed === false ? '不属实' : '属实'}${words(d, 'reason', 'note')}`,
  reopen: (d) => `重开${words(d, 'reason')}`,
  void: (d) => `作废${words(d, 'reason')}`,
  'add-co-unit': (d, ctx) => `加协办单位${unit(ctx, idOf(d, 'unitId'))}`,
  'tick-co-unit': (d, ctx) =>
    `协办办结${unit(ctx, idOf(d, 'unitId')) && `(${unit(ctx, idOf(d, 'unitId'))})`}`,
  'request-extension': (d, ctx) => `申请延期到${dayAt(d, ctx, 'to', 'deadline', 'day')}${words(d, 'reason')}`,
  'request-pause': (d, ctx) => `申请挂账到${dayAt(d, ctx, 'expected', 'to')}${words(d, 'reason')}`,
  'decide-request': (d, ctx) => {
    const what = d.request === 'extension' ? '延期' : d.request === 'pause' ? '挂账' : '申请';
    const day = dayAt(d, ctx, 'to', 'expected', 'deadline');
    return `${d.approve === false ? '不同意' : '同意'}${what}${d.approve !== false && day ? `到${day}` : ''}${words(d, 'note')}`;
  },
  resume: (d, ctx) => {
    const to = dayAt(d, ctx, 'deadline');
    return `恢复计时${to && `,时限${to}`}`;
  },
  urge: () => '催办',
  acknowledge: () => '签收提醒',
  mute: () => '设为不再提醒本人',
  unmute: () => '恢复提醒本人',
  appeal: (d) => `申诉${words(d, 'reason')}`,
  'decide-appeal': (d) => `${d.exempt === false ? '申诉未予支持' : '申诉成立,免责'}${words(d, 'note')}`,
  'put-on-agenda': () => '列入上会',
  rate: (d) => rating(d),
  'write-measure': (d) => `固化措施${words(d, 'text')}`,
  correct: (d, ctx) => correction(d, ctx),
  attach: (d) => `添加附件${words(d, 'name')}`,
  'show-in': (d) => `同步到其他群${words(d, 'chatName')}`,
  undo: (d) => `撤销“${STEP_NAMES[d.undone as HistoryVerb] ?? '上一步'}”`,
  rung: (d) => RUNG_NAMES[String(d.rung)] ?? '提醒',
  'auto-resume': (d, ctx) => {
    const to = dayAt(d, ctx, 'deadline');
    return `挂账到期,自动恢复计时${to && `,时限${to}`}`;
  },
  'look-back': () => '回头看提醒',
  rewind: () => '时钟已校正,撤回提前做的提醒',
  recompute: (d, ctx) => {
    const from = dayAt(d, ctx, 'from');
    const to = dayAt(d, ctx, 'to', 'day', 'deadline');
    const what = d.request === true ? '申请的时限重算' : '时限重算';
    const counted = dayAt(d, ctx, 'counted');
    const held = counted && `(应为${counted},为免突然逾期顺到此日)`;
    return `放假安排有变,${what}${to && `:${from && `${from} → `}${to}`}${held}`;
  },
  rules: (d) => {
    const changes = Array.isArray(d.changes) ? (d.changes as RuleChange[]) : [];
    return `改用新规则${changes.length > 0 ? `:${changes.map(ruleChangeText).join(';')}` : ''}`;
  },
};

/** The whole line. */
export function historyText(row: HistoryRow, ctx: ViewContext): string {
  const what = HISTORY_TEXTS[row.verb](row.detail, ctx);
  const away = Array.isArray(row.detail.for) ? row.detail.for.filter((id) => typeof id === 'number') : [];
  const place = away.length > 0 ? `(代${away.map((id) => personName(ctx, id)).join('、')})` : '';
  const who = row.actorId === null ? '' : `${personWithUnit(ctx, row.actorId)}${place}`;
  return `${shortInstant(row.at, ctx)} ${who}${what}`;
}
