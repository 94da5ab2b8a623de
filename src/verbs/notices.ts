/** Why somebody gets a private card: the line for every reason, and whether it still holds when the card is sent. */
import { ownUnits } from '../domain/access.ts';
import type { Actor } from '../domain/actor.ts';
import type { NoticeReason, OwnReasons } from '../domain/decision.ts';
import type { Directory } from '../domain/directory.ts';
import { withoutStandIns } from '../domain/directory.ts';
import type { Issue } from '../domain/issue.ts';
import { mustActNow } from '../domain/issue-people.ts';
import { lightThresholds } from '../domain/lights.ts';
import type { Rung } from '../domain/model.ts';
import type { NoticeFacts } from '../domain/notice.ts';
import { principalPeople } from '../domain/recipients.ts';
import type { Instant } from '../domain/time.ts';
import { isLasting } from './confirm-lasting.ts';
import type { Notice } from './notice.ts';
import { VERBS } from './verbs.ts';

/** Every reason; those that belong to one verb alone stand in its descriptor. */
const NOTICES: Readonly<Record<Exclude<NoticeReason, keyof OwnReasons>, Notice>> = {
  'to-route': {
    headline: '请转办：还没有责任单位',
    todo: true,
    holds: (issue) => issue.status === 'unrouted',
  },
  'to-sign': {
    headline: '请签收：本件由贵单位负责',
    todo: true,
    holds: (issue) => issue.status === 'unsigned',
  },
  bounced: { headline: '已被退回，请重新转办', todo: true, tag: '已被退回' },
  frozen: {
    headline: '两次被退回，已暂停流转，请综合办定责任单位',
    todo: true,
    tag: '两次被退回',
    holds: (issue) => issue.status === 'unrouted',
  },
  'co-unit': {
    headline: '请协办：贵单位为协办单位，办完请点办结',
    todo: true,
    holds: (issue) => isOpen(issue),
  },
  'to-verify': {
    headline: '请核验：已报办结，是否属实？',
    todo: true,
    holds: (issue) => issue.status === 'verifying',
  },
  'false-close': { headline: '核验不属实，已退回，请继续办理', todo: true, tag: '核验不属实' },
  'to-approve': {
    headline: '请审批：有一项申请等您批准',
    todo: true,
    holds: (issue) => issue.pending !== null,
  },
  'extension-approved': { headline: '延期已批准，按新时限办理', todo: false, tag: '延期已批准' },
  'extension-refused': { headline: '延期未获批准，仍按原时限办理', todo: true, tag: '延期未获批准' },
  'pause-approved': { headline: '挂账已批准，计时暂停', todo: false, tag: '挂账已批准' },
  'pause-refused': { headline: '挂账未获批准，计时继续', todo: true, tag: '挂账未获批准' },
  resumed: { headline: '挂账结束，恢复计时，请继续办理', todo: true, tag: '挂账结束' },
  closed: { headline: '已核验属实，问题销号', todo: false },
  reopened: { headline: '问题反弹，已重新打开，请继续办理', todo: true, tag: '问题反弹' },
  voided: { headline: '本件已作废，不用再办', todo: false },
  undone: { headline: '上一步已被撤销，请看现在的状态', todo: false, tag: '上一步已撤销' },
  urged: { headline: '有人催办，请尽快推进', todo: true, tag: '有人催办', holds: (issue) => isOpen(issue) },
  appealed: {
    headline: '有一项申诉，请答复是否免责',
    todo: true,
    holds: (issue) => issue.appeal !== null && issue.appeal.decision === null,
  },
  'appeal-decided': { headline: '申诉已有答复', todo: false, tag: '申诉已有答复' },
  rate: {
    headline: '问题已解决，请您评价',
    todo: true,
    holds: (issue) => issue.status === 'closed' && issue.satisfaction === null,
  },
  unsatisfied: { headline: '企业评价不满意，请了解情况', todo: true, tag: '企业不满意' },
  'look-back': {
    headline: '回头看：问题是否反弹？没有反弹不用回复',
    todo: true,
    holds: (issue) => issue.status === 'closed' && !isLasting(issue),
  },
  'co-units-done': {
    headline: '协办单位已全部办完，可以报办结',
    todo: true,
    tag: '协办已办完',
    holds: (issue) => issue.status === 'working',
  },
  progress: { headline: '有新进展', todo: false, tag: '有新进展' },
  'rung-unrouted': {
    headline: '今天还没有转办，请定责任单位',
    todo: true,
    tag: '今天未转办',
    holds: (issue) => issue.status === 'unrouted',
  },
  'rung-unsigned-1': {
    headline: '转办满 1 个工作日未签收，请签收',
    todo: true,
    tag: '请尽快签收',
    holds: (issue) => issue.status === 'unsigned',
  },
  'rung-unsigned-2': {
    headline: '多日未签收，请督促本单位签收',
    todo: true,
    tag: '请督促签收',
    holds: (issue) => issue.status === 'unsigned',
  },
  'rung-blue': {
    headline: '蓝灯：时限快到了',
    todo: true,
    tag: '时限快到',
    holds: (issue) => runs(issue) && isTop('blue', issue),
  },
  'rung-yellow': {
    headline: '黄灯：已经超过时限',
    todo: true,
    tag: '新转黄',
    holds: (issue) => runs(issue) && isTop('yellow', issue),
  },
  'rung-red': {
    headline: '红灯：严重逾期',
    todo: true,
    tag: '新转红',
    holds: (issue) => runs(issue) && isTop('red', issue),
  },
  'rung-deep-red': {
    headline: '红灯：长期逾期，请主要领导过问',
    todo: true,
    tag: '长期逾期',
    holds: (issue) => runs(issue) && isTop('deep-red', issue),
  },
  'level-silent': { headline: '这一级没人收到提醒，已报上一级，请留意', todo: true },
  'rung-empty': { headline: '这一级没有配置人员，已报上一级，请补齐', todo: true },
};

const OWN: ReadonlyMap<string, Notice> = new Map(VERBS.flatMap((verb) => Object.entries(verb.notices ?? {})));

/** All reasons there are. */
export const NOTICE_REASONS = [...Object.keys(NOTICES), ...OWN.keys()] as readonly NoticeReason[];

/** Line and validity of a reason. */
export function noticeOf(reason: NoticeReason): Notice {
  const notice = OWN.get(reason) ?? NOTICES[reason as keyof typeof NOTICES];
  if (!notice) throw new Error(`no such notice: ${reason}`);
  return notice;
}

/**
 * The headline as this reader is to read it: nobody is asked for what is another's to do.
 * @param personId whose card or digest it stands in
 */
export function headlineFor(
  reason: NoticeReason,
  issue: Issue,
  personId: number,
  directory: Directory,
): string {
  const unit = issue.unitId === null ? undefined : directory.unit(issue.unitId);
  if (reason === 'rung-deep-red') {
    const principals = principalPeople(issue, directory);
    if (principals.includes(personId)) return '红灯：长期逾期，请您过问';
    return principals.length > 0 ? '红灯：长期逾期，已报主要领导' : '红灯：长期逾期';
  }
  if (reason === 'rung-unsigned-1' && !mustActNow(issue, directory).personIds.includes(personId))
    return '转办满 1 个工作日未签收，请督促';
  if (reason === 'rung-unsigned-2' && unit?.headId !== personId) return '多日未签收，请督促责任单位签收';
  return noticeOf(reason).headline;
}

/** Whether its reader asked not to be reminded of this issue (不再提醒). */
export function isUnwanted({ auto, reason, personId }: NoticeFacts, issue: Issue): boolean {
  return auto && reason.startsWith('rung-') && issue.mutedBy.includes(personId);
}

/** Rungs of the deadline, mildest first: a stronger one makes the milder card old news. */
const LIGHTS: readonly Rung[] = ['blue', 'yellow', 'red', 'deep-red'];

/** Whether this light was told in this run of the clock, and no stronger one since. */
function isTop(rung: Rung, issue: Issue): boolean {
  const { fired } = issue.ladder;
  return fired.includes(rung) && !LIGHTS.slice(LIGHTS.indexOf(rung) + 1).some((one) => fired.includes(one));
}

function isOpen(issue: Issue): boolean {
  return issue.status !== 'closed' && issue.status !== 'void';
}

function runs(issue: Issue): boolean {
  return issue.status === 'working' || issue.status === 'unsigned' || issue.status === 'unrouted';
}

/** What a waiting card was planned with, and what it is measured against now. */
interface Planned {
  /** Of the ladder; none on rows of an older version. */
  generation?: number | undefined;
  now: Instant;
  directory: Directory;
}

/** Asked right before sending; false drops the message. Of a rung only while it burns in the same generation. */
export function isStillTrue(reason: NoticeReason, issue: Issue, planned?: Planned): boolean {
  if (!(noticeOf(reason).holds?.(issue) ?? true)) return false;
  const rung = rungOf(reason);
  return rung === undefined || planned === undefined || isActive(rung, issue, planned);
}

const THRESHOLDS = { blue: 'blueAt', yellow: 'yellowAt', red: 'redAt', 'deep-red': 'deepRedAt' } as const;

function rungOf(reason: NoticeReason): Rung | undefined {
  if (!reason.startsWith('rung-') || reason === 'rung-empty') return undefined;
  return reason.slice('rung-'.length) as Rung;
}

/** Whether the rung was heard in the run that still counts, and its light has not gone back since. */
function isActive(rung: Rung, issue: Issue, { generation, now, directory }: Planned): boolean {
  if (generation !== undefined && generation !== issue.ladder.generation) return false;
  if (!issue.ladder.fired.includes(rung)) return false;
  if (!(rung in THRESHOLDS)) return true;
  const since = lightThresholds(issue, directory)[THRESHOLDS[rung as keyof typeof THRESHOLDS]];
  return since !== null && since <= now;
}

/**
 * Whether a private card goes on asking its reader, after others have changed the issue meanwhile: only while it is
 * still this reader's move, or the light it was about still burns unacknowledged.
 */
export function stillAsks(reason: NoticeReason, issue: Issue, reader: Actor, directory: Directory): boolean {
  if (!isStillTrue(reason, issue)) return false;
  const rung = rungOf(reason);
  if (rung !== undefined) {
    const { fired, acknowledgedAt } = issue.ladder;
    return fired.includes(rung) && acknowledgedAt === null && !issue.pending;
  }
  switch (reason) {
    case 'to-route':
    case 'frozen':
    case 'to-sign':
    case 'to-verify':
    case 'to-approve':
      // Who is away may still act; their card goes on asking.
      return [directory, withoutStandIns(directory)].some((where) =>
        mustActNow(issue, where).personIds.includes(reader.person.id),
      );
    case 'co-unit': {
      const own = ownUnits(reader);
      return issue.coUnits.some((co) => co.doneAt === null && own.includes(co.unitId));
    }
    case 'appealed':
    case 'look-back':
    case 'rate':
      return true;
    default:
      return false;
  }
}
