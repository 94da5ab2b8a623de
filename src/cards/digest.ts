/** 晨报: what one person has today, how a group stands, what a leader must look at. Red first. */
import type { NoticeReason } from '../domain/decision.ts';
import type { DigestPart } from '../domain/digest.ts';
import type { Issue } from '../domain/issue.ts';
import { mustActNow } from '../domain/issue-people.ts';
import type { Project } from '../domain/model.ts';
import type { ToldNotice } from '../domain/notice.ts';
import { addDays } from '../domain/time.ts';
import { clip, oneLine } from '../text/escape.ts';
import { dayText, today } from '../text/moments.ts';
import type { ViewContext } from '../text/view.ts';
import { noticeOf } from '../verbs/notices.ts';
import { fitCard } from './card-fit.ts';
import type { CardElement } from './element.ts';
import { type Counts, figuresLine, worstLight } from './figures.ts';
import type { RowStyle } from './issue-row.ts';
import { issueSections, type Section } from './issue-sections.ts';
import { type Card, card, footnote, hr, markdown } from './kit.ts';
import { nodeLines } from './project.ts';
import { HEADER_COLORS, LATE_MARK } from './words.ts';

const MORE = '…（其余请发“我的”或“清单”查看）';

/** A list, or its first few and how many it leaves out. */
export type Listed = readonly Issue[] | DigestPart;

/** Everything one person has today; a digest with nothing in it is not sent at all. */
export interface PersonDigest {
  overdue: Listed;
  dueToday: Listed;
  toSign: Listed;
  toRoute: Listed;
  toApprove: Listed;
  toVerify: Listed;
  /** Private cards held back for the morning; what the lists say anyway is not said twice. */
  notices?: readonly ToldNotice[];
  /** Sent after its window (补发). */
  late?: boolean;
}

export interface GroupDigest {
  project: Project;
  counts: Counts;
  overdue: Listed;
  dueToday: Listed;
  /** Due after today, up to and including the next working day. */
  dueTomorrow: Listed;
  late?: boolean;
}

/** For leaders and the office: the area's reds and yellows, what waits for them, what they instructed. */
export interface LeaderDigest {
  counts: Counts;
  reds: Listed;
  yellows: Listed;
  /** To approve or to verify. */
  toApprove: Listed;
  toRoute: Listed;
  instructed: Listed;
  notices?: readonly ToldNotice[];
  late?: boolean;
}

function section(title: string, listed: Listed, style: RowStyle = {}): Section {
  const { issues, more } = 'issues' in listed ? listed : { issues: [...listed], more: 0 };
  return { ...style, title, issues, total: issues.length + more };
}

/** What it is and of which day; one sent after its window says so. */
function heading(what: string, late: boolean | undefined, ctx: ViewContext) {
  return { title: `${late ? `【${LATE_MARK}】` : ''}${what}`, subtitle: dayText(today(ctx), ctx) };
}

/** What the one button of a row does, by what was asked. */
const STEPS: Partial<Record<NoticeReason, RowStyle['step']>> = {
  'to-sign': 'sign',
  'rung-unsigned-1': 'sign',
  'to-route': 'route',
  frozen: 'route',
  bounced: 'route',
  'rung-unrouted': 'route',
  // Asked whether it came back: that it did not is so.
  'look-back': 'reopen',
};

/** A light asks who works on it for the work, everybody above them to urge. */
function stepOf({ issue, notice }: ToldNotice, ctx: ViewContext): RowStyle['step'] {
  if (!notice.reason.startsWith('rung-') || STEPS[notice.reason]) return STEPS[notice.reason];
  const { what, personIds } = mustActNow(issue, ctx.directory);
  if (!personIds.includes(notice.personId)) return 'urge';
  return what === 'sign' ? 'sign' : 'done';
}

/** What is new about an issue, for lists that show it anyway. */
function tagsOf(notices: readonly ToldNotice[]): Map<number, string> {
  return new Map(
    notices.flatMap(({ issue, notice }) => {
      const { tag } = noticeOf(notice.reason);
      return tag ? [[issue.id, tag] as const] : [];
    }),
  );
}

/** What the lists do not say anyway: lights and moves of what they show are seen there, news and people's words not. */
function untold(notices: readonly ToldNotice[], lists: readonly Section[]): ToldNotice[] {
  const shown = new Set(lists.flatMap((list) => list.issues.map((issue) => issue.id)));
  return notices.filter(
    ({ issue, notice }) => !shown.has(issue.id) || !/^(rung-(?!empty)|to-)/.test(notice.reason),
  );
}

/** Held-back private cards by what they say, what asks for something first. */
function noticeSections(notices: readonly ToldNotice[], ctx: ViewContext): Section[] {
  const byHead = new Map<string, { todo: boolean; section: Section }>();
  for (const told of notices) {
    const { issue, notice } = told;
    const { headline, todo } = noticeOf(notice.reason);
    const title = `${notice.late ? `【${LATE_MARK}】` : ''}${headline}`;
    const step = stepOf(told, ctx);
    const key = `${title}：${step}`;
    const known = byHead.get(key)?.section;
    if (known) known.issues.push(issue);
    else
      byHead.set(key, {
        todo,
        section: { title, issues: [issue], withProject: true, ...(step && { step }) },
      });
  }
  const all = [...byHead.values()];
  return [...all.filter((one) => one.todo), ...all.filter((one) => !one.todo)].map((one) => one.section);
}

function tellsRed(notices: readonly ToldNotice[]): boolean {
  return notices.some(({ notice }) => notice.reason === 'rung-red' || notice.reason === 'rung-deep-red');
}

/** Several reminders that would have come one by one. */
export function noticeListCard(notices: readonly ToldNotice[], ctx: ViewContext): Card {
  const sections = noticeSections(notices, ctx);
  const issues = new Set(notices.map(({ issue }) => issue.id));
  const title = `提醒：${issues.size} 件`;
  const made = card({
    title,
    subtitle: dayText(today(ctx), ctx),
    color: tellsRed(notices) ? 'red' : 'orange',
    summary: `${title}，${sections.map((one) => `${one.title} ${one.issues.length}`).join('，')}`,
    elements: issueSections(sections, ctx),
    demo: ctx.demo,
  });
  return fitCard(made, MORE);
}

function orNothing(body: CardElement[], nothing: string): CardElement[] {
  return body.length > 0 ? body : [markdown(nothing)];
}

export function personDigestCard(digest: PersonDigest, ctx: ViewContext): Card {
  const { notices = [] } = digest;
  const style = { withProject: true, tags: tagsOf(notices) };
  const lists = [
    section('已经逾期', digest.overdue, { ...style, step: 'done' }),
    section('今天到期', digest.dueToday, { ...style, step: 'done' }),
    section('待签收', digest.toSign, { ...style, step: 'sign' }),
    section('待转办', digest.toRoute, { ...style, step: 'route' }),
    section('待审批', digest.toApprove, style),
    section('待核验', digest.toVerify, style),
  ];
  const sections = [...lists, ...noticeSections(untold(notices, lists), ctx)];
  const counts = sections.flatMap(({ title, total }) => (total ? [`${title} ${total}`] : []));
  const [overdue, dueToday] = sections;
  const made = card({
    ...heading('晨报', digest.late, ctx),
    color: overdue?.total || tellsRed(notices) ? 'red' : dueToday?.total ? 'orange' : 'blue',
    summary: counts.length > 0 ? `晨报：${counts.join('，')}` : '今天没有待办事项',
    elements: orNothing(issueSections(sections, ctx), '今天没有等您办的事项。'),
    demo: ctx.demo,
  });
  return fitCard(made, MORE);
}

/** On a Friday the next day that counts is Monday. */
function nextDayTitle(ctx: ViewContext): string {
  const next = ctx.directory.calendar.nextWorkingDay(today(ctx));
  return next === addDays(today(ctx), 1) ? '明天到期' : `${dayText(next, ctx)}前到期`;
}

export function groupDigestCard(digest: GroupDigest, ctx: ViewContext): Card {
  const name = clip(oneLine(digest.project.name), 40);
  const nodes = nodeLines(digest.project, ctx);
  const sections: Section[] = [
    section('已经逾期', digest.overdue),
    section('今天到期', digest.dueToday),
    section(nextDayTitle(ctx), digest.dueTomorrow),
  ];
  const body = issueSections(sections, ctx);
  const made = card({
    ...heading(`${name} 晨报`, digest.late, ctx),
    color: digest.counts.total === 0 ? 'green' : HEADER_COLORS[worstLight(digest.counts)],
    summary: `${name} 晨报：未销号 ${digest.counts.total} 件，今天到期 ${sections[1]?.total ?? 0} 件`,
    elements: [
      markdown(digest.counts.total === 0 ? '没有未销号的问题' : figuresLine(digest.counts), 'heading'),
      ...(nodes.length > 0 ? [markdown(nodes.join('<br>'))] : []),
      ...(body.length > 0 ? [hr, ...body] : [footnote('今明两天没有到期的问题')]),
    ],
    demo: ctx.demo,
  });
  return fitCard(made, MORE);
}

export function leaderDigestCard(digest: LeaderDigest, ctx: ViewContext): Card {
  const { notices = [] } = digest;
  const style = { withProject: true, tags: tagsOf(notices) };
  const lists = [
    section('红灯', digest.reds, { ...style, step: 'urge' }),
    section('等您处理', digest.toApprove, style),
    section('待转办', digest.toRoute, { ...style, step: 'route' }),
    section('黄灯', digest.yellows, { ...style, step: 'urge' }),
    section('您交办的', digest.instructed, { ...style, step: 'urge' }),
  ];
  const sections = [...lists, ...noticeSections(untold(notices, lists), ctx)];
  const made = card({
    ...heading('问题快报', digest.late, ctx),
    color: HEADER_COLORS[worstLight(digest.counts)],
    summary: `问题快报：红 ${digest.counts.red ?? 0}，黄 ${digest.counts.yellow ?? 0}，共 ${digest.counts.total}`,
    elements: [
      markdown(figuresLine(digest.counts), 'heading'),
      ...orNothing(issueSections(sections, ctx), '没有红灯、黄灯，也没有等您批的事项。'),
    ],
    demo: ctx.demo,
  });
  return fitCard(made, MORE);
}
