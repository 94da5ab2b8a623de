/** A report in words, for card and Word file alike: lead, lists, lights, links, projects, what comes next. */
import type { Report, ReportLine, ReportSection } from '../../cards/report.ts';
import { HEADER_COLORS, LIGHT_NAMES } from '../../cards/words.ts';
import type { LightColor } from '../../domain/lights.ts';
import type { SomeIssues } from '../../domain/period-summary.ts';
import { clockOf, type Day, formatDay } from '../../domain/time.ts';
import { today, yearOf } from '../../text/moments.ts';
import { shortProjectName, unitName } from '../../text/names.ts';
import { spanText } from '../../text/period.ts';
import type { ViewContext } from '../../text/view.ts';
import { isEmpty, type ReportContent } from './content.ts';
import { type Days, LISTED } from './rules.ts';
import type { LinkLine } from './rules-links.ts';
import {
  broughtInText,
  LEAD_LIGHTS,
  linksText,
  METHOD,
  nothingText,
  REPORT_WORDS,
  SECTION_TITLES,
} from './words.ts';
import { closedLine, dueLine, issueLine, projectLine } from './words-lines.ts';

/** 11月25日; the year when it is not this one. */
function dateText(day: Day, ctx: ViewContext): string {
  return formatDay(day, { year: yearOf(ctx), weekday: false });
}

/** 2026年11月23日至11月29日, for the head of a document. */
function fullSpan({ from, until }: Days): string {
  const first = formatDay(from, { weekday: false });
  const year = Number(from.slice(0, 4));
  return from === until ? first : `${first}至${formatDay(until, { year, weekday: false })}`;
}

const LIGHTS = ['red', 'yellow', 'blue', 'green', 'paused', 'none'] as const;

/** 本周（11月23日至11月29日）; of a single day its name and date. */
function spanWithDays({ from, until }: Days, ctx: ViewContext): string {
  const name = spanText(from, until, today(ctx));
  const days = from === until ? dateText(from, ctx) : `${dateText(from, ctx)}至${dateText(until, ctx)}`;
  return name === days ? days : `${name}（${days}）`;
}

function leadOf(content: ReportContent, ctx: ViewContext): string[] {
  const { place, days, logged, struckOff, broughtIn, loggedEver, struckOffEver, open, lists, links } =
    content;
  const lights = LIGHTS.flatMap((color) =>
    open[color] > 0 ? [`${LEAD_LIGHTS[color] ?? LIGHT_NAMES[color]} ${open[color]} 件`] : [],
  );
  const standing = open.total > 0 ? `在办 ${open.total} 件（${lights.join('、')}）` : '没有在办的问题';
  const pushed = lists.reported.total + lists.moved.total;
  return [
    `${spanWithDays(days, ctx)}，${place}登记问题 ${logged} 件，销号 ${struckOff} 件。`,
    ...(broughtIn > 0 ? [broughtInText(broughtIn)] : []),
    `截至${dateText(today(ctx), ctx)} ${clockOf(ctx.now, ctx.directory.settings.timeZone)}，累计登记 ${loggedEver} 件，累计销号 ${struckOffEver} 件，目前${standing}。`,
    `本期清单：新增 ${lists.logged.total} 件，推进落实 ${pushed} 件${
      lists.reported.total > 0 ? `（其中已报办结待核验 ${lists.reported.total} 件）` : ''
    }，已办结销号 ${lists.closed.total} 件。`,
    ...(links.done.length + links.late.length > 0 ? [linksText(links.done.length, links.late.length)] : []),
  ];
}

interface Listed {
  title: string;
  lines: ReportLine[];
  total: number;
  counted: string;
}

function section({ lines, ...listed }: Listed, most = LISTED.news): ReportSection {
  return { ...listed, lines: lines.slice(0, most), empty: '' };
}

function issues(
  title: string,
  { issues: some, total }: SomeIssues,
  line: (issue: SomeIssues['issues'][number]) => ReportLine,
  most = LISTED.news,
) {
  return section({ title, lines: some.map(line), total, counted: '件' }, most);
}

/** 兴发第11环节“建设工程规划许可证” */
function linkName({ link }: LinkLine, ctx: ViewContext): string {
  return `${shortProjectName(ctx, link.projectId)}第 ${link.no} 环节“${link.name}”`;
}

function linkSection(
  title: string,
  lines: readonly LinkLine[],
  detail: (line: LinkLine) => string,
  ctx: ViewContext,
) {
  return section({
    title,
    lines: lines.map((line): ReportLine => {
      const { unitId } = line.link;
      const unit = unitId === null ? '责任单位未定' : `责任单位${unitName(ctx, unitId)}`;
      return { text: linkName(line, ctx), detail: `${detail(line)}，${unit}` };
    }),
    total: lines.length,
    counted: '个',
  });
}

function comingSection(content: ReportContent, next: Days, ctx: ViewContext): ReportSection[] {
  const { links, coming, dueNext } = content;
  const span = spanText(next.from, next.until, today(ctx));
  const steps = [
    ...coming.map(({ projectId, name, day }) => ({
      day,
      text: `${shortProjectName(ctx, projectId)}计划${name}`,
    })),
    ...links.begin.map((line) => ({ day: line.day, text: `${linkName(line, ctx)}应开始` })),
    ...links.due.map((line) => ({ day: line.day, text: `${linkName(line, ctx)}应完成` })),
  ].sort((a, b) => a.day.localeCompare(b.day));
  return [
    issues(`${span}到期的问题`, dueNext, (issue) => dueLine(issue, content, ctx), LISTED.beside),
    section({
      title: `${span}的节点和环节`,
      lines: steps.map(({ day, text }) => ({ text: `${dateText(day, ctx)}，${text}` })),
      total: steps.length,
      counted: '项',
    }),
  ];
}

/** What a report of a period says when nothing was; undefined: there is something. */
export function nothingIn(content: ReportContent, ctx: ViewContext): string | undefined {
  if (!isEmpty(content)) return undefined;
  return nothingText(spanWithDays(content.days, ctx), content.place, content.open.total);
}

export function reportOf(content: ReportContent, ctx: ViewContext): Report {
  const { word, place, days, lists, reds, yellows, links, open, next, projects, reached } = content;
  const pushed = {
    issues: [...lists.reported.issues, ...lists.moved.issues],
    total: lists.reported.total + lists.moved.total,
  };
  const plain = (issue: SomeIssues['issues'][number]) => issueLine(issue, content, ctx);
  const tapped = (issue: SomeIssues['issues'][number]) => ({ ...plain(issue), issueId: issue.id });
  const doneText = (line: LinkLine) =>
    `${dateText(line.day, ctx)}完成${line.late > 0 ? `，比计划晚 ${line.late} 个工作日` : ''}`;
  const lateText = (line: LinkLine) =>
    `应于${dateText(line.day, ctx)}完成，${line.late > 0 ? `已晚 ${line.late} 个工作日` : '今天逾期'}`;
  const color: LightColor = (['red', 'yellow', 'blue'] as const).find((one) => open[one] > 0) ?? 'green';
  const name = REPORT_WORDS[word];
  return {
    title: word === 'special' || place.endsWith('项目') ? `${place}${name}` : `${place}项目${name}`,
    subtitle: fullSpan(days),
    fileName:
      `${name} ${place} ${days.from === days.until ? days.from : `${days.from}至${days.until}`}`.replaceAll(
        /[\\/:*?"<>|]/g,
        '',
      ),
    lead: leadOf(content, ctx),
    // A paper with 无 under a heading is not sent on.
    sections: [
      issues(SECTION_TITLES.logged, lists.logged, plain),
      issues(SECTION_TITLES.pushed, pushed, plain),
      issues(SECTION_TITLES.closed, lists.closed, (issue) => closedLine(issue, content, ctx)),
      issues(SECTION_TITLES.red, reds, tapped, LISTED.beside),
      issues(SECTION_TITLES.yellow, yellows, tapped, LISTED.beside),
      linkSection(SECTION_TITLES.linksDone, links.done, doneText, ctx),
      linkSection(SECTION_TITLES.linksLate, links.late, lateText, ctx),
      section({
        title: SECTION_TITLES.projects,
        lines: projects.map((standing) => projectLine(standing, content, ctx)),
        total: projects.length,
        counted: '个',
      }),
      section({
        title: SECTION_TITLES.reached,
        lines: reached.map(({ projectId, name: node, day }) => ({
          text: `${dateText(day, ctx)}，${shortProjectName(ctx, projectId)}已${node}`,
        })),
        total: reached.length,
        counted: '个',
      }),
      ...(next ? comingSection(content, next, ctx) : []),
    ].filter(({ total }) => total > 0),
    note: METHOD,
    color: HEADER_COLORS[color],
  };
}
