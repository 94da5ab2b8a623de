/** One thing asked of a problem (超了几天, 谁在办, 哪天销的), in words: a pure function of the problem, its steps and now. */
import type { HistoryRow, HistoryVerb, Issue, Pause } from '../domain/issue.ts';
import type { Step } from '../domain/issue-filter.ts';
import { lightThresholds } from '../domain/lights.ts';
import { openPause } from '../domain/pause.ts';
import type { Fact } from '../domain/reading.ts';
import { leaderPeople, listPeople, principalPeople, verifyingPeople } from '../domain/recipients.ts';
import { daysBetween, type Instant } from '../domain/time.ts';
import { dayText, today } from '../text/moments.ts';
import { personName, projectName, shortUnitName } from '../text/names.ts';
import type { ViewContext } from '../text/view.ts';
import { remaining, unitsOf } from './fact-course.ts';
import {
  age,
  closing,
  day,
  dayName,
  doneText,
  dueText,
  idle,
  isUndated,
  lateSince,
  lateText,
  limit,
  nameOf,
  sinceText,
  usedBefore,
  workingDaysSince,
} from './fact-days.ts';
import { helpers, holder, join, lacking, lit, turnOf } from './fact-holder.ts';
import { bouncesText, reasonText, refusedBy, refuted, short } from './fact-written.ts';
import { viewLight } from './light.ts';
import { statusName } from './words.ts';
import * as words from './words-facts.ts';
import { historyText } from './words-history.ts';

/** Whatever somebody did with it, of which the last is the latest there is. */
const LATEST_STEPS: readonly Step[] = [
  ...(['advanced', 'routed', 'bounced', 'paused', 'resumed', 'reopened', 'refuted'] as const),
  ...(['asked-extension', 'extended', 'refused-extension'] as const),
];

/** Steps whose rows a fact is told from; of the others the problem itself knows. */
export const FACT_STEPS: Record<Fact, readonly Step[]> = {
  age: [],
  overdue: [],
  deadline: [],
  limit: [],
  who: [],
  routed: ['routed', 'rerouted'],
  signed: [],
  reported: ['reported-done'],
  closed: [],
  verified: ['refuted'],
  waiting: [],
  paused: [],
  extension: ['asked-extension', 'extended', 'refused-extension'],
  urged: ['urged'],
  bounced: ['refuted', 'advanced', 'asked-extension'],
  reopened: ['reopened'],
  rating: [],
  'in-time': ['moved'],
  progress: LATEST_STEPS,
  logged: [],
  turning: [],
  why: ['moved', 'voided', 'refuted', 'asked-extension'],
  light: [],
  escalated: ['told-up'],
  helping: [],
  result: ['moved'],
  project: [],
  category: [],
  late: [],
  idle: LATEST_STEPS,
  lacking: [],
  measure: [],
  'on-the-spot': [],
  units: ['routed', 'rerouted', 'bounced'],
  remaining: [],
};

/** @param rows the problem's own steps of {@link FACT_STEPS}, oldest first */
export function factText(fact: Fact, issue: Issue, rows: readonly HistoryRow[], ctx: ViewContext): string {
  if (issue.status === 'void' && fact !== 'why' && fact !== 'logged') return words.IS_VOID;
  return TEXTS[fact](issue, rows, ctx);
}

type Text = (issue: Issue, rows: readonly HistoryRow[], ctx: ViewContext) => string;

function pauseText(issue: Issue, ctx: ViewContext): string {
  const now = openPause(issue);
  if (now) return standing(issue, now, ctx);
  if (issue.pending?.kind === 'pause') return words.PAUSE_ASKED;
  const last = issue.pauses.at(-1);
  return last?.until == null
    ? words.NEVER_PAUSED
    : words.pausedBeforeText(issue.pauses.length, dayName(last.from, ctx), dayName(last.until, ctx));
}

function standing(
  issue: Issue,
  { from, expected, reason, chaserId, approvedBy }: Pause,
  ctx: ViewContext,
): string {
  const beforeIt = usedBefore(issue, from, ctx);
  const long = words.span(daysBetween(day(from, ctx), today(ctx)), workingDaysSince(from, ctx));
  const why = words.pauseWhyText(short(reason), personName(ctx, chaserId), personName(ctx, approvedBy));
  return words.pausedText(dayName(from, ctx), long, dayText(expected, ctx)) + why + beforeIt;
}

function waitingText(issue: Issue, ctx: ViewContext): string {
  const { status, routedAt, loggedAt, doneAt, signedAt } = issue;
  switch (status) {
    case 'unrouted':
      return sinceText(`${dayName(loggedAt, ctx)}登记后等转办`, loggedAt, ctx);
    case 'unsigned':
      return sinceText(`${dayName(routedAt ?? loggedAt, ctx)}转办后等签收`, routedAt ?? loggedAt, ctx);
    case 'verifying':
      return doneAt === null
        ? statusName(issue)
        : sinceText(`${dayName(doneAt, ctx)}报办结后等核验`, doneAt, ctx);
    case 'paused':
      return pauseText(issue, ctx);
    case 'closed':
      return closing(issue, ctx);
    default:
      return signedAt === null ? statusName(issue) : sinceText('签收后办了', signedAt, ctx);
  }
}

/** When it was reported done, and what became of that. */
function reported(issue: Issue, rows: readonly HistoryRow[], ctx: ViewContext): string {
  const { status, doneAt } = issue;
  if (status === 'closed' && doneAt === null) return closing(issue, ctx);
  const before = rows.at(-1);
  if (doneAt === null)
    return before
      ? words.reportedText(dayName(before.at, ctx), nameOf(before.actorId, ctx), words.OPEN_AGAIN)
      : words.NOT_REPORTED;
  const then = status === 'verifying' ? sinceText('等核验', doneAt, ctx) : closing(issue, ctx);
  return words.reportedText(dayName(doneAt, ctx), nameOf(issue.doneBy, ctx), then);
}

const of = (rows: readonly HistoryRow[], verb: HistoryVerb, approve?: boolean) =>
  rows.filter((row) => row.verb === verb && (approve === undefined || row.detail.approve === approve));

/** 催办 3 次，最近：11-16 09:12 唐志强催办; undefined: never. */
function often(what: string, rows: readonly HistoryRow[], ctx: ViewContext): string | undefined {
  const last = rows.at(-1);
  return last && words.timesText(what, rows.length, short(historyText(last, ctx)));
}

function extensions(issue: Issue, rows: readonly HistoryRow[], ctx: ViewContext): string {
  const { pending, originalDeadline: from, deadline: to } = issue;
  const asked =
    pending?.kind === 'extension'
      ? words.extensionAskedText(
          dayName(pending.at, ctx),
          personName(ctx, pending.byId),
          dayText(pending.to.day, ctx),
          short(pending.reason),
        )
      : undefined;
  const request = pending?.kind === 'extension' ? undefined : of(rows, 'request-extension').at(-1);
  const granted = often(words.TIMES.extended, of(rows, 'decide-request', true), ctx);
  const refused = often(words.TIMES.refused, of(rows, 'decide-request', false), ctx);
  const last = request && short(historyText(request, ctx));
  const days =
    from &&
    words.extendedByText(
      dayText(from.day, ctx),
      dayText(to.day, ctx),
      words.span(
        daysBetween(from.day, to.day),
        ctx.directory.clock.calendar.workingDaysBetween(from.day, to.day),
      ),
    );
  const told = [asked, days, last, granted, refused].filter((one) => one != null);
  return told.length > 0 ? told.join('；') : words.NO_EXTENSION;
}

/** ，至今 9 天（7 个工作日）, while it is open. */
function tillNow({ status }: Issue, at: Instant, ctx: ViewContext): string {
  return status === 'closed' ? '' : sinceText('，至今', at, ctx);
}

function signed(issue: Issue, ctx: ViewContext): string {
  const { status, signedAt, onTheSpot, assigneeId, routedAt, loggedAt } = issue;
  if (status === 'unrouted') return words.NOT_ROUTED;
  if (status === 'unsigned') return `还没签收，${sinceText('转办后等了', routedAt ?? loggedAt, ctx)}`;
  if (signedAt === null) return onTheSpot ? words.ON_THE_SPOT : statusName(issue);
  return words.signedText(dayName(signedAt, ctx), nameOf(assigneeId, ctx)) + tillNow(issue, signedAt, ctx);
}

function verified(issue: Issue, rows: readonly HistoryRow[], ctx: ViewContext): string {
  const { status, doneAt, closedAt, closedBy } = issue;
  const before = refuted(issue, rows, ctx);
  if (status === 'closed')
    return closedAt === null
      ? words.STRUCK_OFF_UNDATED
      : words.verifiedText(dayName(closedAt, ctx), nameOf(closedBy, ctx)) + before;
  const who = verifyingPeople(issue, ctx.directory).flatMap((id) => ctx.people.get(id)?.name ?? []);
  if (status !== 'verifying' || doneAt === null)
    return words.NOT_REPORTED + (who.length > 0 ? words.verifiersText(who) : '') + before;
  const days = daysBetween(day(doneAt, ctx), today(ctx));
  const waits = words.verifyingText(dayName(doneAt, ctx), days, workingDaysSince(doneAt, ctx));
  return join([turnOf(issue, ctx), waits]) + before;
}

function routed(issue: Issue, rows: readonly HistoryRow[], ctx: ViewContext): string {
  const last = rows.at(-1);
  const { status, unitId, loggedAt } = issue;
  if (status === 'unrouted' || unitId === null)
    return last ? `${short(historyText(last, ctx))}，${words.BACK_AGAIN}` : words.NOT_ROUTED;
  const at = last?.at ?? loggedAt;
  const told = last
    ? short(historyText(last, ctx))
    : words.routedAtLogText(dayName(loggedAt, ctx), shortUnitName(ctx, unitId));
  return told + tillNow(issue, at, ctx);
}

/** How often it was told up, and to which leaders. */
function escalated(issue: Issue, rows: readonly HistoryRow[], ctx: ViewContext): string {
  const told = often(words.TIMES.escalated, rows, ctx);
  const heard = rows.flatMap(({ detail }) => (Array.isArray(detail.personIds) ? detail.personIds : []));
  const leaders = listPeople(...leaderPeople(issue, ctx.directory), ...principalPeople(issue, ctx.directory));
  const names = leaders.flatMap((id) => (heard.includes(id) ? (ctx.people.get(id)?.name ?? []) : []));
  return told ? words.escalatedText(told, names) : words.NOT_ESCALATED;
}

/** What came of it, or what was done last. */
function result({ result, measure }: Issue, rows: readonly HistoryRow[], ctx: ViewContext): string {
  if (result === null) return `${words.NO_RESULT}，${lastMove(rows, ctx)}`;
  return words.resultText(short(result), measure === null ? undefined : short(measure));
}

const TEXTS: Record<Fact, Text> = {
  age: (issue, _, ctx) => age(issue, ctx),
  overdue: (issue, _, ctx) => lateText(issue, ctx),
  deadline: (issue, _, ctx) => dueText(issue, ctx),
  limit: (issue, _, ctx) => limit(issue, ctx),
  who: (issue, _, ctx) => holder(issue, ctx),
  routed,
  signed: (issue, _, ctx) => signed(issue, ctx),
  closed: (issue, _, ctx) =>
    issue.status === 'closed'
      ? closing(issue, ctx)
      : words.notClosedText(
          [statusName(issue), issue.status === 'verifying' ? '' : viewLight(issue, ctx).why]
            .filter(Boolean)
            .join('，'),
        ),
  reported: (issue, rows, ctx) => reported(issue, rows, ctx),
  verified,
  waiting: (issue, _, ctx) => turnText(issue, ctx),
  paused: (issue, _, ctx) => pauseText(issue, ctx),
  extension: extensions,
  urged: (_, rows, ctx) => often(words.TIMES.urged, rows, ctx) ?? words.NO_URGE,
  // 打回 is said of what was found unsolved as well.
  bounced: (issue, rows, ctx) => bouncesText(issue, rows, ctx) + refuted(issue, rows, ctx),
  reopened: (_, rows, ctx) => often(words.TIMES.reopened, rows, ctx) ?? words.NO_REOPEN,
  rating: ({ satisfaction, status }, _, ctx) => {
    if (!satisfaction) return status === 'closed' ? words.NOT_RATED : words.NOT_YET_RATED;
    const { score, reason, at } = satisfaction;
    return words.ratingText(words.SCORES[score], reason && short(reason), dayName(at, ctx));
  },
  'in-time': (issue, rows, ctx) =>
    issue.status === 'closed'
      ? `${doneText(issue, ctx)}，${dueText(issue, ctx)}`
      : `${dueText(issue, ctx)}；${lastMove(rows, ctx)}`,
  progress,
  late: (issue, _, ctx) => lateSince(issue, ctx),
  idle,
  lacking: (issue, _, ctx) => lacking(issue, ctx),
  measure: ({ measure }) => (measure === null ? words.NO_MEASURE : words.measureText(short(measure))),
  'on-the-spot': ({ onTheSpot, status }) =>
    onTheSpot
      ? words.ON_THE_SPOT_SOLVED
      : status === 'closed'
        ? words.NOT_ON_THE_SPOT
        : words.NOT_ON_THE_SPOT_YET,
  units: unitsOf,
  remaining: (issue, _, ctx) => join([remaining(issue), turnOf(issue, ctx)]),
  turning: (issue, _, ctx) => turning(issue, ctx),
  why: (issue, rows, ctx) => why(issue, rows, ctx),
  light: (issue, _, ctx) => lit(issue, ctx),
  escalated,
  helping: ({ coUnits }, _, ctx) =>
    coUnits.length > 0 ? words.helpingText(helpers(coUnits, ctx)) : words.NO_HELPERS,
  result,
  project: ({ projectId }, _, ctx) => words.projectText(projectName(ctx, projectId)),
  category: ({ categoryId }, _, ctx) =>
    words.categoryText(categoryId === null ? undefined : ctx.directory.category(categoryId)?.name),
  logged: (issue, _, ctx) =>
    isUndated(issue)
      ? words.NO_LOGGED_DAY
      : words.loggedText(dayName(issue.loggedAt, ctx), personName(ctx, issue.reporterId)),
};

const VOIDS: readonly HistoryVerb[] = ['void', 'undo'];
const moves = (rows: readonly HistoryRow[]) =>
  rows.filter(({ verb }) => !VOIDS.includes(verb) && verb !== 'verify' && verb !== 'request-extension');

/** 时限 11月17日（周二）, where that is over: the row says by how much. */
function passedText(issue: Issue, ctx: ViewContext): string {
  const { code } = viewLight(issue, ctx).reason;
  const late = code === 'overdue' || code === 'repeated';
  return late ? words.deadlineText(dayText(issue.deadline.day, ctx), undefined) : '';
}

/** What keeps it as it is: its deadline, whose turn it is, why it stands still, was sent back or made void. */
function why(issue: Issue, rows: readonly HistoryRow[], ctx: ViewContext): string {
  switch (issue.status) {
    case 'void': {
      const last = rows.findLast(({ verb }) => VOIDS.includes(verb));
      return last ? short(historyText(last, ctx)) : words.IS_VOID;
    }
    case 'paused':
      return pauseText(issue, ctx);
    case 'closed':
      return join([doneText(issue, ctx), closing(issue, ctx)]);
    case 'working': {
      const stands = [passedText(issue, ctx), turnOf(issue, ctx), lastMove(moves(rows), ctx)];
      const reason = reasonText(issue, rows, ctx);
      return join(reason === '' ? [...stands, words.NO_REASON] : [reason, ...stands]);
    }
    default:
      return join([
        passedText(issue, ctx),
        turnOf(issue, ctx),
        waitingText(issue, ctx),
        refusedBy(issue, ctx),
      ]);
  }
}

/** Steps {@link standingText} is told from. */
export const STANDING_STEPS = LATEST_STEPS;

/** Where a problem stands, beside its light: whom it waits for, for how long, and what was done last. '' where it is void. */
export function standingText(issue: Issue, rows: readonly HistoryRow[], ctx: ViewContext): string {
  if (issue.status === 'void') return '';
  return issue.status === 'working' ? join([turnOf(issue, ctx), lastMove(rows, ctx)]) : turnText(issue, ctx);
}

/** Whom it waits for, and for how long; what stands still or is over waits for nobody here. */
function turnText(issue: Issue, ctx: ViewContext): string {
  const turn = ['paused', 'closed'].includes(issue.status) ? '' : turnOf(issue, ctx);
  return join([turn, waitingText(issue, ctx)]);
}

/** As its deadline gives it now; where two yellows make red it is red at once. */
function turning(issue: Issue, ctx: ViewContext): string {
  if (issue.status === 'closed') return closing(issue, ctx);
  const { yellowAt, redAt } = lightThresholds(issue, ctx.directory);
  const told = (color: '黄' | '红', at: Instant | null) =>
    at === null ? [] : [words.turnText(color, dayName(at, ctx), at > ctx.now)];
  const turns = [...told('黄', yellowAt === redAt ? null : yellowAt), ...told('红', redAt)];
  if (turns.length === 0) return issue.pending ? words.STAYS : words.NO_TURN;
  return turns.join('，') + (redAt === null && issue.pending ? `，${words.STAYS}` : '');
}

/** What was done last; what was reported before that, or that nothing was. */
function progress({ status }: Issue, rows: readonly HistoryRow[], ctx: ViewContext): string {
  const last = rows.at(-1);
  const report = rows.findLast(({ verb }) => verb === 'progress' || verb === 'report-done');
  if (!last || last === report || status === 'closed') return lastMove(rows, ctx);
  if (!report) return `${words.NO_PROGRESS}${lastMove(rows, ctx)}`;
  return join([lastMove(rows, ctx), words.lastReportText(short(historyText(report, ctx)))]);
}

function lastMove(rows: readonly HistoryRow[], ctx: ViewContext): string {
  const last = rows.at(-1);
  return last ? words.lastMoveText(short(historyText(last, ctx))) : words.NO_MOVE;
}
