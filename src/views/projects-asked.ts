/** Projects a plain question asks for: the one place where such a reading is run, within what the asker may see here. */

import { filterTitle } from '../cards/filter-title.ts';
import type { ProjectRow } from '../cards/projects.ts';
import { PROJECTS_PER_PAGE, projectGroupsCard, projectsCard } from '../cards/projects.ts';
import { linkRowsTitle } from '../cards/words-link-rows.ts';
import { linksNote, linksTitle } from '../cards/words-links-asked.ts';
import * as words from '../cards/words-projects-asked.ts';
import { countByProject } from '../db/issue-list.ts';
import { loadNodesOf } from '../db/nodes.ts';
import type { Tx } from '../db/open.ts';
import { agreedPlans, agreedTimes, loadForecasts } from '../db/plan.ts';
import { byReached, isLate, reachedOf } from '../domain/links-asked.ts';
import type { Project, Weather } from '../domain/model.ts';
import { amountText } from '../domain/project-facts.ts';
import { byPressure } from '../domain/project-filter.ts';
import {
  fateOf,
  isMissed,
  lateBy,
  meetsAsked,
  NODES,
  type NodeAsked,
  type NodeFacts,
  type PaceAsked,
  type ProjectFacts,
  type ProjectsAsked,
  paceOf,
  type ReadNode,
} from '../domain/projects-asked.ts';
import type { Reading } from '../domain/reading.ts';
import { type Day, dayOf } from '../domain/time.ts';
import { dayText } from '../text/moments.ts';
import { personName, shortProjectName } from '../text/names.ts';
import { spanText } from '../text/period.ts';
import type { ViewContext } from '../text/view.ts';
import { type DrawnAnswer, type Viewer, viewContext } from './context.ts';
import { linkFigures, linkLines, loadLinkFacts, stuckLines, withoutLinks } from './links-across.ts';
import { nodeFacts, toldText } from './project-figures.ts';
import { groupsOf } from './project-groups.ts';
import { nodeNotes } from './project-node-notes.ts';
import { isOfPlace, openOf, projectsSeen } from './projects-seen.ts';

/** What was found, what it is called, and of when its forecasts are. */
export interface FoundProjects {
  found: ProjectFacts[];
  /** Of the same place, whatever their nodes and problems. */
  place: ProjectFacts[];
  title: string;
  forecastOf: Day | undefined;
}

export async function findAsked(
  tx: Tx,
  reading: Reading,
  viewer: Omit<Viewer, 'features'>,
  context: ViewContext,
): Promise<FoundProjects> {
  const { directory, now } = viewer;
  const { filter, projects: asked = {} } = reading;
  const today = dayOf(now, directory.settings.timeZone);
  const isOf = (project: Project) => isOfPlace(project, reading, viewer);
  const own = projectsSeen(viewer).filter(isOf);
  // Of those the asker may not see nothing is said but that there may be more.
  const whole = viewer.chat?.kind === 'project' || own.length === directory.liveProjects.filter(isOf).length;
  const ids = own.map(({ id }) => id);
  const counts = await countByProject(tx, { projectIds: ids, now });
  const nodes = await loadNodesOf(tx, own);
  const forecasts = await loadForecasts(tx, ids);
  const plans = asked.agreed === undefined ? undefined : await agreedPlans(tx, ids);
  const versions = asked.versions && (await agreedTimes(tx, ids));
  const linked = asked.links || (asked.pace && !asked.pace.nodes);
  const links = linked ? await loadLinkFacts(tx, ids, today, directory.calendar) : undefined;
  const place = own.map((project): ProjectFacts => {
    const forecast = forecasts.get(project.id);
    const factsOf = (node: ReadNode) => nodeFacts(nodes.get(project.id) ?? [], node, forecast);
    return {
      project,
      counts: openOf(counts.get(project.id)),
      nodes: { start: factsOf('start'), production: factsOf('production') },
      ...(plans && { agreed: plans.has(project.id) }),
      ...(versions && { versions: versions.get(project.id) ?? 0 }),
      ...(links && { links: links.get(project.id) ?? [] }),
    };
  });
  const found = place.filter((facts) => meetsAsked(facts, asked, today, directory.calendar));
  const named = filterTitle(
    { ...filter, statuses: [] },
    { whole, readerId: viewer.actor.person.id },
    context,
  );
  const spanOf = ({ from, to }: Pick<NodeAsked, 'from' | 'to'>) =>
    from === undefined && to === undefined ? '' : spanText(from, to, today);
  const people = (asked.people ?? []).map((id) => personName(context, id)).join('、');
  const about = asked.links?.rows
    ? linkRowsTitle(asked.links, '')
    : asked.links
      ? linksTitle(asked.links)
      : words.projectsText(asked, spanOf);
  const title = [named, people, about].filter((part) => part !== '').join(' · ');
  const made = [...forecasts.values()].map(({ madeOn }) => madeOn).toSorted();
  return { found, place, title, forecastOf: made.at(-1) };
}

/** The projects in the order their card has. */
export async function orderedAsked(
  tx: Tx,
  reading: Reading,
  viewer: Omit<Viewer, 'features'>,
): Promise<ProjectFacts[]> {
  const { directory, now } = viewer;
  const { found } = await findAsked(tx, reading, viewer, { directory, now, people: new Map(), demo: false });
  const today = dayOf(now, directory.settings.timeZone);
  return inOrder(found, reading.projects ?? {}, (node) => lateBy(node, today, directory.calendar));
}

/** Those whose names the answer says. */
function peopleOf({ filter, projects = {} }: Reading, viewer: Viewer): (number | null)[] {
  const kept =
    projects.by === 'secretary' || projects.by === 'leader' || projects.tells
      ? viewer.directory.liveProjects.flatMap((one) => [one.secretaryId, one.leaderId, ...one.contactIds])
      : [];
  return [filter.leaderId ?? null, filter.secretaryId ?? null, ...(projects.people ?? []), ...kept];
}

/** 年底前投产的有几个项目, 雨天的有哪些: the earliest day first, else the most pressing. */
export async function drawAsked(
  tx: Tx,
  reading: Reading,
  page: number,
  lead: string | undefined,
  viewer: Viewer,
): Promise<DrawnAnswer> {
  const context = await viewContext(tx, viewer, { personIds: peopleOf(reading, viewer) });
  const asking = await findAsked(tx, reading, viewer, context);
  const { projects: asked = {} } = reading;
  const nameOf = (id: number) => shortProjectName(context, id);
  if (asked.by || asked.people) {
    const rows = groupsOf(asking.found, asked, context);
    const view = { title: asking.title, rows, total: asking.found.length, by: asked.by ?? 'secretary' };
    return { kind: 'card', card: projectGroupsCard({ ...view, ...(lead && { lead }) }, context) };
  }
  const today = dayOf(viewer.now, viewer.directory.settings.timeZone);
  const sorted = inOrder(asking.found, asked, (node) => lateBy(node, today, viewer.directory.calendar));
  const last = Math.max(1, Math.ceil(sorted.length / PROJECTS_PER_PAGE));
  const shown = Math.min(page, last);
  const day = { today, calendar: viewer.directory.calendar, say: (one: Day) => dayText(one, context) };
  const rows = sorted
    .slice((shown - 1) * PROJECTS_PER_PAGE, shown * PROJECTS_PER_PAGE)
    .map(({ project, counts, nodes, versions, links = [] }): ProjectRow => {
      const told = nodesAsked(asked).map(({ node }) => words.nodeRowText(node, nodes[node], day));
      const money = asked.told === 'investment' || asked.order === 'investment';
      const amount = project.investTotal === null ? undefined : amountText(project.investTotal);
      const walked = asked.links ? linkLines(links) : [];
      const late = asked.pace ? stuckLines(links, isLate) : [];
      const recorded = (asked.tells ?? []).map((one) =>
        one === 'start' || one === 'production'
          ? words.nodeRowText(one, nodes[one], day)
          : toldText(project, one, context),
      );
      const lines = [
        ...recorded,
        ...(versions === undefined ? [] : [words.versionsRowText(versions)]),
        ...told,
        ...late,
        ...(money ? [words.investmentRowText(amount)] : []),
        ...walked,
      ];
      return { project, counts: { total: 0, ...counts }, ...(lines.length > 0 && { lines }) };
    });
  const missed = missedApart(asking, asked, today);
  const missedAny = ({ nodes }: ProjectFacts) => NODES.some((node) => isMissed(nodes[node], today));
  const view = { rows, total: sorted.length, page: shown, words: asking.title, unread: [] };
  const notes = [
    ...(asked.node ? [words.nodesNote(asked)] : []),
    ...(asked.versions ? [words.VERSIONS_NOTE] : []),
    ...(asked.pace
      ? [
          words.paceNote(
            asked.pace,
            asking.place.filter((one) => missedAny(one) && !sorted.includes(one)).length,
          ),
        ]
      : []),
    ...(((asked.fate && asked.fate !== 'missed' && asked.fate !== 'slipped') || asked.pace) &&
    asking.forecastOf
      ? [words.forecastNote(dayText(asking.forecastOf, context))]
      : []),
    ...nodeNotes(asking.place, asked, { today, calendar: viewer.directory.calendar, nameOf }),
    ...(missed > 0 && asked.node ? [words.missedApartText(asked.node, missed)] : []),
    ...(asked.links ? [linksNote(asked.links, withoutLinks(asking.place, asked.links))] : []),
  ];
  const { from: _f, to: _t, reached: _r, and: _a, order: _o, ...others } = asked;
  const apart: Reading | undefined =
    missed > 0 ? { ...reading, projects: { ...others, fate: 'missed' } } : undefined;
  const figures = asked.links
    ? linkFigures(sorted, asked.links, nameOf)
    : figuresOf(sorted, asked, day, context, asking.place);
  return {
    kind: 'card',
    card: projectsCard(
      {
        ...view,
        asked: {
          reading,
          ...(lead && { lead }),
          ...(notes.length > 0 && { note: notes.join('') }),
          ...(figures !== '' && { figures }),
          ...(apart && asked.node && { apart: { said: words.missedListText(asked.node), reading: apart } }),
        },
      },
      context,
    ),
  };
}

/** The conditions whose days each row tells. */
function nodesAsked(asked: ProjectsAsked): NodeAsked[] {
  const { node, and, pace } = asked;
  if (pace && node === undefined) return NODES.map((one) => ({ node: one }));
  return [...(node === undefined ? [] : [{ ...asked, node }]), ...(and ? [and] : [])];
}

/** How many are left out because their planned day is over and nobody has recorded what became of it. */
function missedApart({ found, place }: FoundProjects, asked: ProjectsAsked, today: Day): number {
  const { node, reached, from, fate, undated } = asked;
  if (node === undefined || fate || undated) return 0;
  if (reached !== true && (from === undefined || from < today)) return 0;
  return place.filter((facts) => isMissed(facts.nodes[node], today) && !found.includes(facts)).length;
}

const dayOfNode = ({ nodes }: ProjectFacts, node: ReadNode): Day | null =>
  nodes[node].actual ?? nodes[node].planned;

function inOrder(
  found: readonly ProjectFacts[],
  asked: ProjectsAsked,
  late: (node: NodeFacts) => number | null,
): ProjectFacts[] {
  const { order } = asked;
  const ordered = asked.and && asked.and.reached === undefined ? asked.and.node : asked.node;
  const key = (facts: ProjectFacts): string =>
    (ordered && dayOfNode(facts, ordered)) ?? (order === 'latest' ? '' : '9');
  const amount = ({ project }: ProjectFacts) => project.investTotal ?? -1;
  const total = ({ counts }: ProjectFacts) => counts.total ?? 0;
  const counts = new Map(found.map((facts) => [facts.project.id, facts.counts]));
  const pressing = byPressure((id) => counts.get(id));
  const first = (a: ProjectFacts, b: ProjectFacts): number => {
    if (asked.versions) return (b.versions ?? 0) - (a.versions ?? 0);
    if (asked.links?.order)
      return byReached(reachedOf(a.links ?? []), reachedOf(b.links ?? []), asked.links.order);
    if (order === 'problems') return total(b) - total(a);
    if (order === 'weather') return skyRank(b) - skyRank(a);
    if (order === 'investment' || asked.told === 'investment') return amount(b) - amount(a);
    if (asked.pace || (order === 'slip' && ordered)) {
      const worst = ({ nodes }: ProjectFacts) =>
        Math.max(...(ordered ? [ordered] : NODES).map((node) => late(nodes[node]) ?? -1));
      return worst(b) - worst(a);
    }
    if (!ordered) return 0;
    return order === 'latest' ? key(b).localeCompare(key(a)) : key(a).localeCompare(key(b));
  };
  return found.toSorted((a, b) => first(a, b) || pressing(a.project, b.project));
}

function pacesIn(place: readonly ProjectFacts[], pace: PaceAsked, { today, calendar }: words.SayDay) {
  const all = place.map((facts) => paceOf(facts, pace, today, calendar) ?? 'none');
  const count = (one: (typeof all)[number]) => all.filter((other) => other === one).length;
  return { behind: count('behind'), kept: count('kept'), ahead: count('ahead'), none: count('none') };
}

/** The worst first; without a forecast last. */
const SKIES: readonly (Weather | null)[] = [null, 'sun', 'cloud', 'rain'];
const skyRank = ({ project }: ProjectFacts) => SKIES.indexOf(project.weather);

/** What is told before the list. */
function figuresOf(
  sorted: readonly ProjectFacts[],
  asked: ProjectsAsked,
  day: words.SayDay,
  context: ViewContext,
  place: readonly ProjectFacts[],
): string {
  const { node, fate, order, told, pace } = asked;
  const lines: string[] = [];
  if (asked.versions)
    lines.push(
      words.versionsText(
        sorted.map((one) => ({
          name: shortProjectName(context, one.project.id),
          changed: (one.versions ?? 0) - 1,
        })),
      ),
    );
  if (order) lines.push(firstOf(sorted, asked, day, context));
  if (order === 'ends' && sorted.length > 1)
    lines.push(firstOf(sorted.toReversed(), { ...asked, order: 'latest' }, day, context));
  if (pace && !pace.forecast) lines.push(words.pacesText(pacesIn(place, pace, day)));
  // 进度最慢的是哪个: the fewest links done beside it.
  if (pace && order === 'slip' && !pace.nodes && !pace.is)
    lines.push(linkFigures(place, { order: 'near' }, (id) => shortProjectName(context, id)));
  if (asked.share && asked.weather) {
    const sky = (one: ProjectFacts) => one.project.weather;
    const having = sorted.filter((one) => asked.weather?.some((weather) => weather === sky(one)));
    const none = sorted.filter((one) => sky(one) === null).length;
    lines.push(words.skyShareText(asked.weather, having.length, sorted.length, none));
  }
  if (told === 'investment') {
    const known = sorted.flatMap(({ project }) => project.investTotal ?? []);
    const sum = known.reduce((all, one) => all + one, 0);
    lines.push(words.investmentText(amountText(sum), known.length, sorted.length - known.length));
  }
  if (node && !fate && asked.reached === undefined && asked.from !== undefined) {
    const reached = sorted.filter(({ nodes }) => nodes[node].actual !== null).length;
    lines.push(words.reachedCountsText(node, reached, sorted.length - reached));
  }
  if (node && fate === 'fate') {
    const fates = sorted.map(({ nodes }) => fateOf(nodes[node], day.today, day.calendar) ?? 'none');
    const count = (one: (typeof fates)[number]) => fates.filter((other) => other === one).length;
    const counts = { missed: count('missed'), late: count('late'), kept: count('kept'), none: count('none') };
    lines.push(words.fatesText(node, counts));
  }
  // Of those with one weather the others are not counted; of 晴的几个雨的几个 each is.
  const skiesOf = (asked.weather?.length ?? 0) > 1 && !asked.share ? place : asked.weather ? [] : sorted;
  if (
    !node &&
    !pace &&
    !asked.tells &&
    !asked.versions &&
    (!order || order === 'weather') &&
    !told &&
    skiesOf.length > 0
  ) {
    const skies = skiesOf.map(({ project }) => project.weather ?? 'none');
    const sky = (one: (typeof skies)[number]) => skies.filter((other) => other === one).length;
    lines.push(
      words.weatherCountsText({ sun: sky('sun'), cloud: sky('cloud'), rain: sky('rain'), none: sky('none') }),
    );
  }
  return lines.filter((line) => line !== '').join('');
}

/** Who stands first, with all that are equal; '' where none has what it is ordered by. */
function firstOf(
  sorted: readonly ProjectFacts[],
  asked: ProjectsAsked,
  { say, today, calendar }: words.SayDay,
  context: ViewContext,
): string {
  const { order } = asked;
  const node = asked.and && asked.and.reached === undefined ? asked.and.node : asked.node;
  const [first] = sorted;
  if (!order || !first) return '';
  const rankOf = (facts: ProjectFacts): string | number | null => {
    if (order === 'problems') return facts.counts.total || null;
    if (order === 'investment') return facts.project.investTotal;
    // All of them have the sun.
    if (order === 'weather') return facts.project.weather === 'sun' ? null : facts.project.weather;
    if (order === 'slip') return lateNode(facts)?.days ?? null;
    return node ? dayOfNode(facts, node) : null;
  };
  const lateNode = ({ nodes }: ProjectFacts) => {
    const late = (node ? [node] : NODES).map((one) => ({
      node: one,
      days: lateBy(nodes[one], today, calendar) ?? 0,
    }));
    const worst = late.toSorted((a, b) => b.days - a.days).at(0);
    return worst && worst.days > 0 ? worst : undefined;
  };
  const value = rankOf(first);
  if (value === null) return '';
  const names = sorted
    .filter((facts) => rankOf(facts) === value)
    .map(({ project }) => shortProjectName(context, project.id));
  const what =
    order === 'problems'
      ? words.firstProblemsText(Number(value))
      : order === 'slip'
        ? words.firstSlipText(lateNode(first)?.node ?? 'start', Number(value))
        : order === 'weather'
          ? words.SKY_NAMES[value as Weather]
          : order === 'investment'
            ? words.amountOfText(amountText(Number(value)))
            : node
              ? words.firstDayText(node, say(String(value)), first.nodes[node].actual !== null)
              : '';
  return words.firstText(names, what, words.FIRST_SAID[order]);
}
