/** A polite no for every refusal: why, and who may. At most 60 characters with short names filled in. */
import type { OwnRefusals, Refusal, RefusalCode } from '../domain/decision.ts';
import { type Status, TEXT_LIMIT } from '../domain/issue.ts';
import { VERBS } from '../verbs/verbs.ts';
import { STATUS_NAMES } from './words.ts';

type Values = Readonly<Record<string, string | number>>;

/** The value under `key`, or words that keep the sentence right without it. */
const say = (values: Values, key: string, otherwise: string): string => {
  const value = values[key];
  return value === undefined || value === '' ? otherwise : String(value).slice(0, 40);
};

/** What was said and not found, under either name. */
const heard = (values: Values, otherwise: string): string =>
  say(values, 'heard', say(values, 'name', otherwise));

const status = (values: Values): string =>
  STATUS_NAMES[values.status as Status] ?? say(values, 'status', '其他状态');

/**
 * Values a text can use: `issue`, `may` (who could), `status`, `count`, `limit`, `by` (a name), `on`, `unit`, `names`,
 * `minutes`, `heard` or `name`, `here`. All are optional and, but for `status`, already readable.
 */
export const REFUSAL_TEXTS: Record<Exclude<RefusalCode, keyof OwnRefusals>, (values: Values) => string> = {
  'not-yours-to-see': (v) =>
    v.here === 'group'
      ? '这件事不属于本群，不在群里显示，请与我私聊查看。'
      : '这件事不在您的查看范围内，如有需要请联系项目秘书或综合办。',
  'problems-only': () => '只有问题才请企业评价、记固化措施，环节、容缺和任务不用。',
  'of-a-link': () => '环节、容缺和任务属于它的项目，不能改到别的项目。',
  'may-not': (v) => `您不能做这一步，${say(v, 'may', '责任单位、项目秘书或综合办')}可以。`,
  'wrong-status': (v) =>
    v.status === 'void' || v.status === 'closed'
      ? `这一件${status(v)}，不能再做这一步。`
      : `现在是“${status(v)}”，还不能做这一步。`,
  'already-done': (v) => `这一步${say(v, 'by', '有人')}已经做过了，不用重复。`,
  'already-signed': (v) => `已经签收，由${say(v, 'by', '单位')}负责，不用重复。`,
  'reason-needed': () => '请写明理由，一句话即可。',
  'result-needed': () => '请写一句办理结果，再报办结。',
  'text-needed': () => '请写明内容，一句话即可。',
  'text-too-long': (v) =>
    `内容有 ${say(v, 'count', '太多')} 字，最多 ${say(v, 'limit', String(TEXT_LIMIT))} 字，请删减或用附件。`,
  'frozen-office-only': (v) => `已被退回 ${say(v, 'count', '多')} 次，暂停流转，只有综合办可以转办。`,
  'own-report': (v) =>
    `办结是${v.own === 'deputy' ? '您和您代的人一方' : '您本人'}报的，须由企业、项目秘书或综合办核验。`,
  'co-units-open': (v) => `协办单位还没办完：${say(v, 'names', '请看卡片')}。综合办可以直接办结。`,
  'co-unit-unknown': () => '这个单位不是本件的协办单位，可先用“协办”加入。',
  'after-deadline': () => '时限已过，不能再申请延期；有客观原因可发“申诉”说明。',
  'deadline-not-later': (v) => `新时限须晚于现时限${say(v, 'on', '')}。`,
  'deadline-past': () => '这个时间已经过去了，请换一个以后的日期。',
  'long-term': () => '长期事项不设时限，不用挂账；可以“延期”给它定一个时限。',
  'pause-limit': (v) => `每件最多挂账 ${say(v, 'limit', '2')} 次，次数已用完，请商综合办。`,
  'request-pending': () => '已有一项申请在等综合办批准，请先等结果。',
  'nothing-pending': () => '没有等待批准的申请，可能已经批过或已撤回。',
  'urged-today': () => '今天您已经催办过这一件，下一个工作日可以再催。',
  'same-unit': (v) => `现在的责任单位就是${say(v, 'unit', '这个单位')}，不用再转。`,
  'already-rated': () => '这一件已经评价过了，谢谢。',
  'not-overdue': () => '这一件没有逾期亮灯，不需要申诉。',
  'undo-too-late': (v) => `只能在 ${say(v, 'minutes', '2')} 分钟内撤销，现在请用“改单位”“改时限”或“作废”。`,
  'undo-not-last': () => '后面已有新的变动，不能撤销这一步。',
  'undo-not-yours': () => '只能撤销自己刚做的一步。',
  'group-not-bound': () => '本群还没有绑定项目，请发“绑定 项目名”后再用。',
  'enterprise-only-here': () => '外部单位人员只能在本项目群里报问题、核验和评价。',
  'project-archived': (v) =>
    `项目“${say(v, 'name', '')}”已归档，不再登记；项目秘书或综合办可发“项目 恢复”加项目名。`,
  'project-ended': (v) =>
    `项目“${say(v, 'name', '')}”已归档，不能重开；先由项目秘书或综合办发“项目 恢复”加项目名。`,
  'no-project': (v) => `没有找到${heard(v, '') ? `项目“${heard(v, '')}”` : '这个项目'}，发“项目”可看全部。`,
  'unit-unknown': (v) => `没有找到单位“${heard(v, '')}”，发“单位”可看名单。`,
  'person-unknown': (v) =>
    `没有找到“${heard(v, '这位同志')}”。请写全名；没和机器人说过话的，请在有他的群里 @ 本人再说。`,
  'issue-unknown': (v) =>
    `没有${v.issue === undefined ? '这个编号' : ` #${say(v, 'issue', '')}`}，请核对编号，或发“清单”查找。`,
  'already-appealed': () => '这一件已经申诉过，请等综合办答复。',
  'not-muted': () => '您没有对这一件设过不再提醒。',
  'nothing-to-acknowledge': () => '现在没有需要您签收的提醒。',
};

const OWN_TEXTS: ReadonlyMap<string, string> = new Map(
  VERBS.flatMap((verb) => Object.entries(verb.refusals ?? {})),
);

/** All codes there are. */
export const REFUSAL_CODES = [...Object.keys(REFUSAL_TEXTS), ...OWN_TEXTS.keys()] as readonly RefusalCode[];

/**
 * The words of a refusal, for a message or a toast.
 * @param nameOf name of a person named by id (`byId`); without it, or for the unknown, 有人
 */
export function refusalText(refusal: Refusal, nameOf?: (personId: number) => string | undefined): string {
  const { byId } = refusal.params ?? {};
  const by = typeof byId === 'number' ? nameOf?.(byId) : undefined;
  const own = OWN_TEXTS.get(refusal.code);
  if (own !== undefined) return own;
  return REFUSAL_TEXTS[refusal.code as keyof typeof REFUSAL_TEXTS]({ ...refusal.params, ...(by && { by }) });
}
