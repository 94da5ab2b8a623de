/** 晨报: what one person has today, how a group stands, what a leader must look at. Red first. */
import type { NoticeReason } from '../domain/decision.ts';
import type { DigestPart, KindCount } from '../domain/digest.ts';
import type { Issue } from '../domain/issue.ts';
import { mustActNow } from '../domain/issue-people.ts';
import { isLongTerm } from '../domain/long-term.ts';
import type { Project } from '../domain/model.ts';
import type { ToldNotice } from '../domain/notice.ts';
import type { ProjectNode } from '../domain/plan/model.ts';
import { addDays } from '../domain/time.ts';
import { clip, escapeMarkdown, oneLine } from '../text/escape.ts';
import { dayText, deadlineText, today } from '../text/moments.ts';
import type { ViewContext } from '../text/view.ts';
import { BUTTONS, SMALL_BUTTONS } from '../text/words.ts';
import { headlineFor, noticeOf } from '../verbs/notices.ts';
import { encodeAction } from './actions.ts';
import { fitCard } from './card-fit.ts';
import type { HeaderColor } from './element.ts';
import { type Counts, figuresLine, worstLight } from './figures.ts';
import { type ButtonRight, issueButtons } from './issue-buttons.ts';
import type { RowStyle } from './issue-row.ts';
import { issueSections, type Section } from './issue-sections.ts';
import { button, type Card, card, colored, hr, markdown, mention, smallButtons } from './kit.ts';
import { nodeLines, plannedNodes } from './node-lines.ts';
import { HEADER_COLORS, ITEM_KIND_NAMES, LATE_MARK } from './words.ts';

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
  /** 长期: once a quarter, whether it is still going on. */
  longTerm?: Listed;
  /** Private cards held back for the morning; what the lists say anyway is not said twice. */
  notices?: readonly ToldNotice[];
  /** What there is to tell beside issues, under a title each. */
  told?: readonly ToldLines[];
  /** Sent after its window (补发). */
  late?: boolean;
}

/** Plain lines under a title. */
export interface ToldLines {
  title: string;
  lines: readonly string[];
}

export interface GroupDigest {
  project: Project;
  /** With the days they really were; undefined: as planned. */
  nodes?: readonly ProjectNode[];
  /** Of problems. */
  counts: Counts;
  /** Of links, promises, tasks …, as far as there are any open. */
  others?: readonly KindCount[];
  toVerify: Listed;
  toRate: Listed;
  /** Who is met in this group alone and mentioned for what waits for them: people of other tenants that are in it. */
  called?: ReadonlySet<number>;
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
  toApprove: Listed;
  toVerify: Listed;
  toRoute: Listed;
  /** To sign or due today, where a unit has nobody else. */
  toDo: Listed;
  instructed: Listed;
  notices?: readonly ToldNotice[];
  told?: readonly ToldLines[];
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

/** What is new about it in two or three words, beside its row; '' when the list it stands in says so itself. */
function tagOf({ reason, note }: ToldNotice['notice']): string {
  if (reason === 'rung-empty') return `未设${note ?? '有关人员'}`;
  if (reason === 'level-silent') return note ?? '';
  return noticeOf(reason).tag ?? '';
}

/** What is new about an issue, for lists that show it anyway. */
function tagsOf(notices: readonly ToldNotice[]): Map<number, string> {
  const tags = new Map<number, string>();
  for (const { issue, notice } of notices) {
    const all = [tags.get(issue.id), tagOf(notice)].filter((tag) => tag);
    if (all.length > 0) tags.set(issue.id, [...new Set(all)].join('、'));
  }
  return tags;
}

/** What is to be decided: 延期到 12月9日（周三）待批. */
function askedFor({ pending, appeal }: Issue, ctx: ViewContext): string {
  const what = [
    pending?.kind === 'extension'
      ? isLongTerm({ deadline: pending.to })
        ? '转长期待批'
        : `延期到${deadlineText(pending.to, ctx)}待批`
      : '',
    pending?.kind === 'pause' ? `挂账到${dayText(pending.expected, ctx)}待批` : '',
    appeal !== null && appeal.decision === null ? '申诉待裁定' : '',
  ];
  return what.filter((one) => one !== '').join('、');
}

const DECISIONS: ReadonlySet<ButtonRight> = new Set(['decide-request', 'decide-appeal']);

/** 待审批 with what is asked for and its 同意 and 不同意. */
function toApproveSection(listed: Listed, style: RowStyle, ctx: ViewContext): Section {
  const found = section('待审批', listed, style);
  const asked = found.issues.map((issue) => {
    const known = style.tags?.get(issue.id);
    return [issue.id, [askedFor(issue, ctx), known].filter(Boolean).join('、')] as const;
  });
  const under = (issue: Issue) => {
    const { main } = issueButtons(issue, {
      allowed: DECISIONS,
      undoable: false,
      askRating: false,
      late: ctx.now > issue.deadline.at,
    });
    return smallButtons(main.map((b) => ({ ...b, type: b.type === 'primary_filled' ? 'primary' : b.type })));
  };
  return { ...found, tags: new Map([...(style.tags ?? []), ...asked]), under };
}

/** 长期 items: the quarter's question, answered by what anybody may say anyway. */
function longTermSection(listed: Listed, style: RowStyle): Section {
  const found = section('长期事项，还在推进吗', listed, style);
  const under = ({ id: issueId, version: seen }: Issue) =>
    smallButtons([
      button(SMALL_BUTTONS.progress, encodeAction({ do: 'open-form', form: 'progress', issueId, seen })),
      button(BUTTONS.done, encodeAction({ do: 'open-form', form: 'report-done', issueId, seen })),
    ]);
  return { ...found, under };
}

/** What the lists do not show: of an issue they show, what is new stands beside its row. */
function untold(notices: readonly ToldNotice[], lists: readonly Section[]): ToldNotice[] {
  const shown = new Set(lists.flatMap((list) => list.issues.map((issue) => issue.id)));
  return notices.filter(({ issue }) => !shown.has(issue.id));
}

/** What the chat list shows: the name of every list inside, with its number. */
function previewOf(what: string, sections: readonly Section[], told: readonly ToldLines[] = []): string {
  const counts = sections.flatMap(({ title, total, issues }) => {
    const number = total ?? issues.length;
    return number > 0 ? [`${title} ${number}`] : [];
  });
  const others = told.map(({ title, lines }) => `${title} ${lines.length}`);
  return `${what}：${[...counts, ...others].join('，')}`;
}

function toldElements(told: readonly ToldLines[] = []) {
  return told.map(({ title, lines }) =>
    markdown([`**${title}**`, ...lines.map((line) => escapeMarkdown(oneLine(line)))].join('<br>')),
  );
}

/** Held-back private cards by what they say, what asks for something first. */
function noticeSections(notices: readonly ToldNotice[], ctx: ViewContext): Section[] {
  const byHead = new Map<string, { todo: boolean; section: Section }>();
  for (const told of notices) {
    const { issue, notice } = told;
    const { todo } = noticeOf(notice.reason);
    const headline = headlineFor(notice.reason, issue, notice.personId, ctx.directory);
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

export function personDigestCard(digest: PersonDigest, ctx: ViewContext): Card {
  const { notices = [] } = digest;
  const style = { withProject: true, tags: tagsOf(notices) };
  const lists = [
    section('已经逾期', digest.overdue, { ...style, step: 'done' }),
    section('今天到期', digest.dueToday, { ...style, step: 'done' }),
    section('待签收', digest.toSign, { ...style, step: 'sign' }),
    section('待转办', digest.toRoute, { ...style, step: 'route' }),
    toApproveSection(digest.toApprove, style, ctx),
    section('待核验', digest.toVerify, style),
    longTermSection(digest.longTerm ?? [], style),
  ];
  const sections = [...lists, ...noticeSections(untold(notices, lists), ctx)];
  const [overdue, dueToday] = sections;
  const made = card({
    ...heading('晨报', digest.late, ctx),
    color: overdue?.total || tellsRed(notices) ? 'red' : dueToday?.total ? 'orange' : 'blue',
    summary: previewOf('晨报', sections, digest.told),
    elements: [...issueSections(sections, ctx), ...toldElements(digest.told)],
    demo: ctx.demo,
  });
  return fitCard(made, MORE);
}

/** On a Friday the next day that counts is Monday. */
function nextDayTitle(ctx: ViewContext): string {
  const next = ctx.directory.calendar.nextWorkingDay(today(ctx));
  return next === addDays(today(ctx), 1) ? '明天到期' : `${dayText(next, ctx)}前到期`;
}

/** Who is met in this group alone, mentioned once for all they are asked for. */
function callLead(what: string, issues: readonly Issue[], called: ReadonlySet<number>, ctx: ViewContext) {
  const asked = new Set(issues.flatMap((issue) => mustActNow(issue, ctx.directory).personIds));
  const people = [...asked].filter((id) => called.has(id)).flatMap((id) => ctx.people.get(id) ?? []);
  return people.length === 0 ? {} : { lead: `${people.map(mention).join(' ')} ${what}` };
}

export function groupDigestCard(digest: GroupDigest, ctx: ViewContext): Card {
  const name = clip(oneLine(digest.project.name), 40);
  const nodes = nodeLines(digest.nodes ?? plannedNodes(digest.project), ctx, { longPast: false });
  const { called = new Set() } = digest;
  const [toVerify, toRate] = [section('待核验', digest.toVerify), section('待评价', digest.toRate)];
  const sections: Section[] = [
    { ...toVerify, ...callLead('请核验', toVerify.issues, called, ctx) },
    { ...toRate, ...callLead('请评价', toRate.issues, called, ctx) },
    section('已经逾期', digest.overdue),
    section('今天到期', digest.dueToday),
    section(nextDayTitle(ctx), digest.dueTomorrow),
  ];
  const body = issueSections(sections, ctx);
  const made = card({
    ...heading(`${name} 晨报`, digest.late, ctx),
    color: groupColor(digest),
    summary: body.length > 0 ? previewOf(`${name} 晨报`, sections) : `${name} 晨报：${nodeText(nodes)}`,
    elements: [
      ...(digest.counts.total === 0 ? [] : [markdown(figuresLine(digest.counts), 'heading')]),
      ...kindCounts(digest.others ?? []).map((line) => markdown(line)),
      ...(nodes.length > 0 ? [markdown(nodes.join('<br>'))] : []),
      ...(body.length > 0 ? [hr, ...body] : []),
    ],
    demo: ctx.demo,
  });
  return fitCard(made, MORE);
}

/** 环节 在办 3 项，逾期 1 项 · 容缺 在办 1 项; none when there are only problems. */
function kindCounts(others: readonly KindCount[]): string[] {
  const parts = others.map(({ kind, open, overdue }) => {
    const late = overdue > 0 ? `，${colored('red', `逾期 **${overdue}** 项`)}` : '';
    return `${ITEM_KIND_NAMES[kind]} 未完 **${open}** 项${late}`;
  });
  return parts.length === 0 ? [] : [parts.join(' · ')];
}

function groupColor({ counts, others = [] }: GroupDigest): HeaderColor {
  const light = worstLight(counts);
  const late = others.some(({ overdue }) => overdue > 0);
  return HEADER_COLORS[late && light !== 'red' ? 'yellow' : light];
}

/** A line of a node without its colours. */
function nodeText([first = '']: readonly string[]): string {
  return first.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ');
}

export function leaderDigestCard(digest: LeaderDigest, ctx: ViewContext): Card {
  const { notices = [] } = digest;
  const style = { withProject: true, tags: tagsOf(notices) };
  const lists = [
    section('红灯', digest.reds, { ...style, step: 'urge' }),
    toApproveSection(digest.toApprove, style, ctx),
    section('待核验', digest.toVerify, style),
    section('待转办', digest.toRoute, { ...style, step: 'route' }),
    section('等您处理', digest.toDo, style),
    section('黄灯', digest.yellows, { ...style, step: 'urge' }),
    section('您交办的', digest.instructed, { ...style, step: 'urge' }),
  ];
  const sections = [...lists, ...noticeSections(untold(notices, lists), ctx)];
  const made = card({
    ...heading('问题快报', digest.late, ctx),
    color: HEADER_COLORS[worstLight(digest.counts)],
    summary: previewOf('问题快报', sections, digest.told),
    elements: [
      ...(digest.counts.total === 0 ? [] : [markdown(figuresLine(digest.counts), 'heading')]),
      ...toldElements(digest.told),
      ...issueSections(sections, ctx),
    ],
    demo: ctx.demo,
  });
  return fitCard(made, MORE);
}
