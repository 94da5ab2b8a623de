/** One problem, one project of a report: what is said of it, as a sentence. */
import { viewLight } from '../../cards/light.ts';
import type { ReportLine } from '../../cards/report.ts';
import { LIGHT_NAMES, statusName } from '../../cards/words.ts';
import { reasonText } from '../../cards/words-weather.ts';
import type { Issue } from '../../domain/issue.ts';
import { dayOf, formatDay, type Instant } from '../../domain/time.ts';
import { clip, oneLine } from '../../text/escape.ts';
import { countdownText, dayText, today, yearOf } from '../../text/moments.ts';
import { personName, projectName, shortProjectName, unitName } from '../../text/names.ts';
import type { ViewContext } from '../../text/view.ts';
import type { ProjectStanding, ReportContent } from './content.ts';
import { WEATHER } from './words.ts';

type About = Pick<ReportContent, 'reading' | 'progress' | 'projects'>;

function headOf(issue: Issue): string {
  return `#${issue.id} ${oneLine(issue.title)}`;
}

/** 责任单位生态环境局（孙倩）; who it is there is the units' own affair. */
function unitText(issue: Issue, { reading }: Pick<About, 'reading'>, ctx: ViewContext): string {
  if (issue.unitId === null) return '责任单位未定';
  const unit = `责任单位${unitName(ctx, issue.unitId)}`;
  const named = reading === 'full' && issue.assigneeId !== null;
  return named ? `${unit}（${personName(ctx, issue.assigneeId)}）` : unit;
}

/** Left out where the report is about one project alone. */
function projectText(issue: Issue, { projects }: Pick<About, 'projects'>, ctx: ViewContext): string {
  return issue.projectId === null || projects.length === 1 ? '' : shortProjectName(ctx, issue.projectId);
}

function joined(facts: readonly string[]): string {
  return facts.filter((fact) => fact !== '').join('，');
}

/** Unit, deadline, light with its reason, and the last progress. */
export function issueLine(issue: Issue, about: About, ctx: ViewContext): ReportLine {
  const light = viewLight(issue, ctx);
  const progress = about.progress.get(issue.id);
  const full = about.reading === 'full';
  const closed = issue.status === 'closed';
  const why = light.why === '' ? LIGHT_NAMES[light.color] : light.why;
  const facts = joined([
    projectText(issue, about, ctx),
    unitText(issue, about, ctx),
    `应于${dayText(issue.deadline.day, ctx)}前办结`,
    issue.originalDeadline ? `原时限 ${dayText(issue.originalDeadline.day, ctx)}` : '',
    closed ? closedText(issue, ctx) : why,
    closed || issue.status === 'working' || why.includes('核验') ? '' : statusName(issue),
    full && issue.bounces.length > 0 ? `退回 ${issue.bounces.length} 次` : '',
    full && issue.frozen ? '多次退回已暂停流转' : '',
    full && issue.appeal?.decision === null ? '申诉待裁定' : '',
    issue.status === 'paused' ? pauseText(issue, ctx) : '',
  ]);
  const said = progress ? `；${atText(progress.at, ctx)}进展：${clip(oneLine(progress.note), 60)}` : '';
  return { text: headOf(issue), detail: `${facts}${said}`, color: light.color };
}

/** 11月23日 */
function atText(at: Instant, ctx: ViewContext): string {
  const day = dayOf(at, ctx.directory.settings.timeZone);
  return formatDay(day, { year: yearOf(ctx), weekday: false });
}

function closedText({ closedAt }: Issue, ctx: ViewContext): string {
  return closedAt === null ? '' : `${dayText(dayOf(closedAt, ctx.directory.settings.timeZone), ctx)}销号`;
}

/** 挂账 is printed wherever the problem is. */
function pauseText({ pauses }: Issue, ctx: ViewContext): string {
  const pause = pauses.at(-1);
  if (!pause) return '挂账';
  return `挂账至${dayText(pause.expected, ctx)}（${clip(oneLine(pause.reason), 40)}）`;
}

export function closedLine(issue: Issue, about: About, ctx: ViewContext): ReportLine {
  const said = issue.result !== null && oneLine(issue.result) !== oneLine(issue.title);
  const result = said && issue.result ? `；结果：${clip(oneLine(issue.result), 80)}` : '';
  const facts = joined([
    projectText(issue, about, ctx),
    issue.unitId === null ? '' : unitText(issue, about, ctx),
    closedText(issue, ctx),
    issue.onTheSpot ? '当场解决' : '',
  ]);
  return { text: headOf(issue), detail: `${facts}${result}`, color: 'done' };
}

export function dueLine(issue: Issue, about: Pick<About, 'projects'>, ctx: ViewContext): ReportLine {
  const unit = issue.unitId === null ? '责任单位未定' : `责任单位${unitName(ctx, issue.unitId)}`;
  const detail = joined([
    projectText(issue, about, ctx),
    `${dayText(issue.deadline.day, ctx)}前办结`,
    unit,
    issue.status === 'working' ? '' : statusName(issue),
  ]);
  return { text: headOf(issue), detail, color: viewLight(issue, ctx).color };
}

/** Open problems, the period's flow, links, weather with its reason, countdown. */
export function projectLine(
  standing: ProjectStanding,
  { links }: ReportContent,
  ctx: ViewContext,
): ReportLine {
  const { project, open, lights, raised, closed, nodes, reason } = standing;
  const shown = (['red', 'yellow', 'blue', 'paused'] as const).flatMap((color) =>
    lights[color] ? [`${LIGHT_NAMES[color]} ${lights[color]}`] : [],
  );
  const counted = links.counts.get(project.id);
  const why = reason ? reasonText(reason.weather, reason.row ? [{ code: '', ...reason.row }] : []) : '';
  const row = reason?.row ? `第 ${reason.row.no} 环节“${oneLine(reason.row.name)}”` : '';
  const calm = reason === null || reason.weather.weather === 'sun';
  const facts = joined([
    open > 0 ? `未销号 ${open} 件${shown.length > 0 ? `（${shown.join('、')}）` : ''}` : '没有未销号的问题',
    raised + closed > 0 ? `本期登记 ${raised} 件、销号 ${closed} 件` : '',
    counted ? `环节完成 ${counted.done}/${counted.concerned}` : '',
    project.weather === null ? '' : `${WEATHER[project.weather]}${calm ? '' : `（${row}${why}）`}`,
    ...nodes.flatMap(({ name, plannedOn, actualOn }) => {
      if (actualOn !== null) return [`${dayText(actualOn, ctx)}已${name}`];
      const countdown = plannedOn === null ? undefined : countdownText(plannedOn, ctx);
      if (plannedOn === today(ctx)) return [`今天计划${name}`];
      return countdown ? [`距${name}${countdown}`] : [];
    }),
  ]);
  const worst = (['red', 'yellow', 'blue'] as const).find((color) => lights[color]) ?? 'green';
  return { text: clip(projectName(ctx, project.id), 36), detail: facts, color: worst };
}
