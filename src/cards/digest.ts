/** 晨报: what one person has today, how a group stands, what a leader must look at. Red first. */
import type { Issue } from '../domain/issue.ts';
import type { Project } from '../domain/model.ts';
import { fitCard } from './card-fit.ts';
import { clip, oneLine } from './escape.ts';
import { type Counts, figuresLine, worstLight } from './figures.ts';
import { issueSections, type Section } from './issue-sections.ts';
import { type Card, type CardElement, card, footnote, hr, markdown } from './kit.ts';
import { dayText, today } from './moments.ts';
import { nodeLines } from './project.ts';
import type { ViewContext } from './view.ts';
import { HEADER_COLORS, LATE_MARK } from './words.ts';

const MORE = '…(其余请发“我的”或“清单”查看)';

/** Everything one person has today; a digest with nothing in it is not sent at all. */
export interface PersonDigest {
  overdue: Issue[];
  dueToday: Issue[];
  toSign: Issue[];
  toRoute: Issue[];
  toApprove: Issue[];
  toVerify: Issue[];
  /** Sent after its window (补发). */
  late?: boolean;
}

export interface GroupDigest {
  project: Project;
  counts: Counts;
  overdue: Issue[];
  dueToday: Issue[];
  dueTomorrow: Issue[];
  late?: boolean;
}

/** For leaders and the office: the area's reds and yellows, what waits for them, what they instructed. */
export interface LeaderDigest {
  counts: Counts;
  reds: Issue[];
  yellows: Issue[];
  toApprove: Issue[];
  toRoute: Issue[];
  instructed: Issue[];
  late?: boolean;
}

/** What it is and of which day; one sent after its window says so. */
function heading(what: string, late: boolean | undefined, ctx: ViewContext) {
  return { title: `${late ? `【${LATE_MARK}】` : ''}${what}`, subtitle: dayText(today(ctx), ctx) };
}

function reply(body: CardElement[], nothing: string): CardElement[] {
  return body.length > 0 ? body : [markdown(nothing)];
}

export function personDigestCard(digest: PersonDigest, ctx: ViewContext): Card {
  const sections: Section[] = [
    { title: '已经逾期', issues: digest.overdue, withProject: true },
    { title: '今天到期', issues: digest.dueToday, withProject: true },
    { title: '待签收', issues: digest.toSign, step: 'sign', withProject: true },
    { title: '待转办', issues: digest.toRoute, step: 'route', withProject: true },
    { title: '待审批', issues: digest.toApprove, withProject: true },
    { title: '待核验', issues: digest.toVerify, withProject: true },
  ];
  const counts = sections
    .filter((section) => section.issues.length > 0)
    .map((section) => `${section.title} ${section.issues.length}`);
  const made = card({
    ...heading('今日事项', digest.late, ctx),
    color: digest.overdue.length > 0 ? 'red' : digest.dueToday.length > 0 ? 'orange' : 'blue',
    summary: counts.length > 0 ? `今日事项:${counts.join(',')}` : '今天没有待办事项',
    elements: reply(issueSections(sections, ctx), '今天没有等您办的事项。'),
    demo: ctx.demo,
  });
  return fitCard(made, MORE);
}

export function groupDigestCard(digest: GroupDigest, ctx: ViewContext): Card {
  const name = clip(oneLine(digest.project.name), 40);
  const nodes = nodeLines(digest.project, ctx);
  const sections: Section[] = [
    { title: '已经逾期', issues: digest.overdue },
    { title: '今天到期', issues: digest.dueToday },
    { title: '明天到期', issues: digest.dueTomorrow },
  ];
  const body = issueSections(sections, ctx);
  const made = card({
    ...heading(`${name} 晨报`, digest.late, ctx),
    color: digest.counts.total === 0 ? 'green' : HEADER_COLORS[worstLight(digest.counts)],
    summary: `${name} 晨报:未销号 ${digest.counts.total} 件,今天到期 ${digest.dueToday.length} 件`,
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
  const sections: Section[] = [
    { title: '红灯', issues: digest.reds, withProject: true },
    { title: '待您审批', issues: digest.toApprove, withProject: true },
    { title: '待转办', issues: digest.toRoute, step: 'route', withProject: true },
    { title: '黄灯', issues: digest.yellows, withProject: true },
    { title: '您交办的', issues: digest.instructed, withProject: true },
  ];
  const made = card({
    ...heading('问题快报', digest.late, ctx),
    color: HEADER_COLORS[worstLight(digest.counts)],
    summary: `问题快报:红 ${digest.counts.red ?? 0},黄 ${digest.counts.yellow ?? 0},共 ${digest.counts.total}`,
    elements: [
      markdown(figuresLine(digest.counts), 'heading'),
      ...reply(issueSections(sections, ctx), '没有红灯、黄灯,也没有等您批的事项。'),
    ],
    demo: ctx.demo,
  });
  return fitCard(made, MORE);
}
