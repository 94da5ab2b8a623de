/** One project: its nodes as they are recorded and expected, and who holds which post. */
import type { DrawnFigure as Drawn } from '../cards/figures-answer.ts';
import * as words from '../cards/words-figures.ts';
import { nodeRowText, FORECAST_WORDS as SAY } from '../cards/words-projects-asked.ts';
import { reasonText, weatherText } from '../cards/words-weather.ts';
import { countByColor, type IssueQuery, listIssues } from '../db/issue-list.ts';
import { loadLinks } from '../db/link.ts';
import { loadNodes } from '../db/nodes.ts';
import type { Tx } from '../db/open.ts';
import { loadForecasts } from '../db/plan.ts';
import { OPEN_STATUSES } from '../domain/issue.ts';
import type { IssueFilter } from '../domain/issue-filter.ts';
import { isLate } from '../domain/links-asked.ts';
import type { Project } from '../domain/model.ts';
import type { Forecast } from '../domain/plan/model.ts';
import { PRODUCTION_NODE, START_NODE } from '../domain/plan/nodes.ts';
import { amountText } from '../domain/project-facts.ts';
import {
  isMissed,
  type NodeFacts,
  PEOPLE_POSTS,
  type Post,
  type ProjectTold,
  type ReadNode,
} from '../domain/projects-asked.ts';
import type { Reading } from '../domain/reading.ts';
import { addDays, type Day, dayOf } from '../domain/time.ts';
import { clip, oneLine } from '../text/escape.ts';
import { dayText } from '../text/moments.ts';
import { personName, shortProjectName, unitName } from '../text/names.ts';
import type { ViewContext } from '../text/view.ts';
import type { Narrowed } from './issue-list.ts';
import { loadLinkFacts } from './links-across.ts';

/** A node as it is recorded, and as the last forecast expects it. An earlier day there says only that its links are done. */
export function nodeFacts(
  nodes: readonly { name: string; plannedOn: string | null; actualOn: string | null }[],
  node: ReadNode,
  forecast: Forecast | undefined,
): NodeFacts {
  const one = nodes.find(({ name }) => name === (node === 'start' ? START_NODE : PRODUCTION_NODE));
  const actual = one?.actualOn ?? null;
  const day = forecast?.reached[node] ?? null;
  const ahead = actual === null && forecast !== undefined && day !== null && day >= forecast.madeOn;
  return { planned: one?.plannedOn ?? null, actual, expected: ahead ? day : null };
}

/** Dates of nodes as they are set, what the morning expects, and what is still open: nobody's guess. */
export async function forecast(
  tx: Tx,
  reading: Reading,
  { query, place }: Narrowed,
  ctx: ViewContext,
): Promise<Drawn> {
  const { projectId = -1, nodes = [], until, first = [] } = reading;
  const { calendar } = ctx.directory;
  const project = ctx.directory.project(projectId);
  const today = dayOf(ctx.now, query.timeZone);
  const made = (await loadForecasts(tx, [projectId])).get(projectId);
  const recorded = project ? await loadNodes(tx, project) : [];
  const facts = nodes.map((node) => ({ node, ...nodeFacts(recorded, node, made) }));
  const say = (day: Day) => dayText(day, ctx);
  const lines = facts.flatMap(({ node, ...one }) => {
    const set = `${nodeRowText(node, { ...one, expected: null }, { today, calendar, say })}。`;
    if (one.actual !== null) return [set];
    return [
      set,
      ...(one.expected === null && first.length > 0 ? [] : [SAY.expected(node, one, { calendar, say })]),
      ...(until === undefined ? [] : [SAY.by(node, say(until), byThen(one, until, today))]),
    ];
  });
  const filter: IssueFilter = { projectIds: [projectId], statuses: [...OPEN_STATUSES] };
  const open = await countByColor(tx, { ...query, filter });
  const last = facts
    .flatMap(({ planned }) => planned ?? [])
    .toSorted()
    .at(-1);
  const after =
    last === undefined || last < today
      ? 0
      : (await countByColor(tx, { ...query, filter: { ...filter, dueFrom: addDays(last, 1) } })).total;
  const sky = project && made ? await skyLines(tx, project, made, query.timeZone) : [];
  const held = first.includes('held');
  return {
    title: shortProjectName(ctx, projectId),
    filter,
    measured: nodes.map((node) => words.NODE_TITLES[node]).join('、'),
    lines: [
      ...new Set([
        ...(held ? [...sky, ...(await heldBy(tx, { ...query, filter }, ctx))] : []),
        ...facts.flatMap(({ node, ...one }) =>
          first.flatMap((asked) => SAY.first(asked, node, one, { today, calendar, say }) || []),
        ),
        ...(first.includes('gap') && made && nodes.length > 1
          ? [await behindIn(tx, projectId, today, ctx)]
          : []),
        ...lines,
        ...sky,
      ]),
      words.openBeforeText(open.total, { overdue: open.red + open.yellow, after, whole: place.whole }),
    ],
    note: facts.some(({ expected }) => expected !== null)
      ? SAY.asOf(dayText(made?.madeOn ?? today, ctx))
      : facts.every(({ actual }) => actual !== null)
        ? SAY.recorded
        : made
          ? SAY.none
          : SAY.noPlan,
    listed: open.total > 0,
    command: `项目 ${shortProjectName(ctx, projectId)}`,
  };
}

/** Whether it falls by that day; as planned where nothing is expected, undefined where not even that is known. */
function byThen(facts: NodeFacts, until: Day, today: Day): { in: boolean; expected: boolean } | undefined {
  const { planned, expected } = facts;
  const day = expected ?? (isMissed(facts, today) ? null : planned);
  return day === null ? undefined : { in: day <= until, expected: expected !== null };
}

/** The most urgent of its open problems. */
async function heldBy(tx: Tx, query: IssueQuery, ctx: ViewContext): Promise<string[]> {
  const { issues } = await listIssues(tx, { ...query, page: 1, pageSize: HELD });
  const named = issues.map(
    (one) => `#${one.id} ${clip(oneLine(one.title), 30)}（${unitName(ctx, one.unitId)}）`,
  );
  return named.length === 0 ? [] : [SAY.held(named)];
}
const HELD = 3;

async function behindIn(tx: Tx, projectId: number, today: Day, ctx: ViewContext): Promise<string> {
  const links = (await loadLinkFacts(tx, [projectId], today, ctx.directory.calendar)).get(projectId) ?? [];
  return SAY.behind(links.filter(isLate));
}

/** 🌧 滞后：第14环节 施工图审查 应完未完，晚 3 个工作日. */
async function skyLines(
  tx: Tx,
  { id, weather }: Project,
  made: Forecast,
  timeZone: string,
): Promise<string[]> {
  const { worst } = made;
  if (!weather || !worst || weather === 'sun') return [];
  const links = await loadLinks(tx, id, timeZone);
  const rows = links.map(({ definition: { code, no, name } }) => ({ code, no, name }));
  const row = rows.find(({ code }) => code === worst.code);
  return [SAY.sky(weatherText(weather), row && `第${row.no}环节 ${row.name}`, reasonText(worst, rows))];
}

/** 兴发的秘书是谁. */
export function holder({ projectId = -1, post }: Reading, ctx: ViewContext): Drawn | undefined {
  const project = ctx.directory.project(projectId);
  if (!project || post === undefined) return undefined;
  return {
    title: shortProjectName(ctx, projectId),
    measured: SAY.posts[post],
    lines: (post === 'people' ? PEOPLE_POSTS : [post]).map((one) => {
      const names = recorded(project, one, ctx);
      return names.length === 0 ? SAY.nobody(SAY.posts[one]) : `${SAY.posts[one]}：${names.join('、')}。`;
    }),
    listed: false,
    command: `项目 ${shortProjectName(ctx, projectId)}`,
  };
}

/** What a row of a list tells of its project: 牵头单位：发改局. */
export function toldText(project: Project, post: Exclude<ProjectTold, ReadNode>, ctx: ViewContext): string {
  const names = post === 'park' ? (project.park ? [project.park] : []) : recorded(project, post, ctx);
  const title = post === 'park' ? SAY.park : SAY.posts[post];
  return names.length === 0 ? SAY.nobody(title) : `${title}：${names.join('、')}`;
}

/** Names, or what is recorded of it; none: nothing is. */
function recorded(project: Project, post: Post, ctx: ViewContext): string[] {
  switch (post) {
    case 'lead-unit':
      return project.leadUnitId === null ? [] : [unitName(ctx, project.leadUnitId)];
    case 'members':
      return project.memberUnitIds
        .filter((one) => one !== project.leadUnitId)
        .map((one) => unitName(ctx, one));
    case 'investment':
      return project.investTotal === null ? [] : [SAY.investment(amountText(project.investTotal))];
    case 'land':
      return project.land ? [clip(oneLine(project.land), 60)] : [];
    case 'enterprise':
      return project.enterprise ? [clip(oneLine(project.enterprise), 60)] : [];
    case 'industry':
      return project.industries;
    default:
      return holderIds(project, post).map((one) => personName(ctx, one));
  }
}

function holderIds(project: Project, post: Reading['post']): number[] {
  const one = post === 'secretary' ? project.secretaryId : post === 'leader' ? project.leaderId : null;
  return post === 'contact' ? project.contactIds : one === null ? [] : [one];
}

/** Whose names {@link holder} may say. */
export function holdersOf(project: Project | undefined): (number | null)[] {
  return project ? [project.secretaryId, project.leaderId, ...project.contactIds] : [];
}
