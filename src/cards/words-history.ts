/** One line per history row: 11-23 09:12 张三(住建局)签收. Plain text; escape it for markdown. */
import type { HistoryRow, HistoryVerb, IssueVerb, ItemKind } from '../domain/issue.ts';
import type { RuleChange } from '../domain/rules.ts';
import type { Detail } from '../text/history-detail.ts';
import { dayAt, idAt, unitText } from '../text/history-detail.ts';
import { shortInstant } from '../text/moments.ts';
import { personName, personWithUnit } from '../text/names.ts';
import type { ViewContext } from '../text/view.ts';
import { isVerb, verbOf } from '../verbs/verbs.ts';
import { ITEM_KIND_NAMES } from './words.ts';
import { stepName } from './words-done.ts';
import { ruleChangeText } from './words-rules.ts';

const RUNG_NAMES: Readonly<Record<string, string>> = {
  unrouted: '未转办提醒',
  'unsigned-1': '未签收提醒',
  'unsigned-2': '未签收二次提醒',
  blue: '蓝灯提醒',
  yellow: '黄灯提醒',
  red: '红灯提醒',
  'deep-red': '红灯升级提醒',
};

/** What is no verb of a person on an existing problem: logging, 撤销 and the steps of the clock. */
const OTHER_TEXTS: Record<Exclude<HistoryVerb, IssueVerb>, (detail: Detail, ctx: ViewContext) => string> = {
  log: (d) => {
    const kind = ITEM_KIND_NAMES[d.kind as ItemKind];
    if (kind !== undefined && d.kind !== 'problem') return `开始${kind}计时`;
    return d.onTheSpot === true ? '登记并当场解决' : '登记';
  },
  import: (d, ctx) => {
    const from =
      typeof d.file === 'string' ? `：${d.file}${typeof d.row === 'string' ? `，${d.row}` : ''}` : '';
    return `${importText(d, ctx)}${from}`;
  },
  undo: (d) => `撤销“${stepName(d.undone as HistoryVerb)}”`,
  rung: (d) => RUNG_NAMES[String(d.rung)] ?? '提醒',
  'auto-resume': (d, ctx) => {
    const to = dayAt(d, ctx, 'deadline');
    return `挂账到期，自动恢复计时${to && `，时限${to}`}`;
  },
  'look-back': () => '回头看提醒',
  'source-recalled': () => '原消息已撤回',
  'unit-reform': (d, ctx) => {
    const from = unitText(ctx, idAt(d, 'unitId'));
    const to = unitText(ctx, idAt(d, 'successorId'));
    return to ? `机构改革：${from}并入${to}` : `机构改革：${from}撤销`;
  },
  block: (d) => `卡住${linkAt(d)}`,
  unblock: (d) => `不再卡${linkAt(d)}`,
  rewind: () => '时钟已校正，撤回提前做的提醒',
  recompute: (d, ctx) => {
    const from = dayAt(d, ctx, 'from');
    const to = dayAt(d, ctx, 'to', 'day', 'deadline');
    const what = d.request === true ? '申请的时限重算' : '时限重算';
    if (typeof d.plan === 'number') return `计划第 ${d.plan} 版商定，时限：${from} → ${to}`;
    const counted = dayAt(d, ctx, 'counted');
    const held = counted && `（应为${counted}，为免突然逾期顺到此日）`;
    return `放假安排有变，${what}${to && `：${from && `${from} → `}${to}`}${held}`;
  },
  rules: (d) => {
    const changes = Array.isArray(d.changes) ? (d.changes as RuleChange[]) : [];
    return `改用新规则${changes.length > 0 ? `：${changes.map(ruleChangeText).join('；')}` : ''}`;
  },
};

/** What an import did to it: 导入, 导入进展, 导入更新时限为…. */
function importText(d: Detail, ctx: ViewContext): string {
  if (d.what === 'closed')
    return `导入时已销号${typeof d.on === 'string' ? `（${dayAt(d, ctx, 'on')}）` : ''}`;
  if (d.what === 'progress') return `导入进展“${String(d.note ?? '')}”`;
  if (d.what !== 'update') return '导入';
  const unit = idAt(d, 'unitId');
  const day = dayAt(d, ctx, 'deadline');
  const parts = [unit === undefined ? '' : `责任单位为${unitText(ctx, unit)}`, day && `时限为${day}`];
  return `导入更新${parts.filter((part) => part !== '').join('，')}`;
}

/** 第11环节建设工程规划许可证. */
function linkAt({ link, name }: Detail): string {
  return `${typeof link === 'string' ? link : '环节'}${typeof name === 'string' ? name : ''}`;
}

/** Everything a row can be about, for those who list it. */
export const OTHER_HISTORY = Object.keys(OTHER_TEXTS) as HistoryVerb[];

/** What was done, without who and when; '' for what this version does not know. */
export function stepText({ verb, detail }: Pick<HistoryRow, 'verb' | 'detail'>, ctx: ViewContext): string {
  return isVerb(verb) ? verbOf(verb).history(detail, ctx) : (OTHER_TEXTS[verb]?.(detail, ctx) ?? '');
}

/** The whole line. */
export function historyText(row: HistoryRow, ctx: ViewContext): string {
  const what = stepText(row, ctx);
  const away = Array.isArray(row.detail.for) ? row.detail.for.filter((id) => typeof id === 'number') : [];
  const place = away.length > 0 ? `（代${away.map((id) => personName(ctx, id)).join('、')}）` : '';
  const who = row.actorId === null ? '' : `${personWithUnit(ctx, row.actorId)}${place}`;
  return `${shortInstant(row.at, ctx)} ${who}${what}`;
}
