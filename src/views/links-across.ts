/** Links of several projects a question asks for: how far each is, which are stuck, which link most are stuck at. */
import type { ProjectGroupRow } from '../cards/projects.ts';
import * as words from '../cards/words-links-asked.ts';
import { type LinkStanding, listLinkStandings } from '../db/link-standing.ts';
import { chosenTemplate } from '../db/link-template.ts';
import type { Tx } from '../db/open.ts';
import { agreedPlans } from '../db/plan.ts';
import type { Calendar } from '../domain/calendar.ts';
import type { LinkRow } from '../domain/link-rows.ts';
import {
  byLinks,
  isStuck,
  type LinkFacts,
  type LinksAsked,
  meantOf,
  plannedDay,
  reachedOf,
} from '../domain/links-asked.ts';
import { findLinks } from '../domain/plan/find-link.ts';
import type { ProjectFacts } from '../domain/projects-asked.ts';
import type { Day } from '../domain/time.ts';

/** By project, in the order of their numbers; a project without links of its own has none. */
export async function loadLinkFacts(
  tx: Tx,
  projectIds: readonly number[],
  today: Day,
  calendar: Pick<Calendar, 'workingDaysBetween'>,
): Promise<Map<number, LinkRow[]>> {
  const rows = await listLinkStandings(tx, projectIds);
  const plans = await agreedPlans(tx, projectIds);
  const due = new Map(
    [...plans.values()].flatMap(({ projectId, payload }) =>
      payload.steps.map((step) => [`${projectId} ${step.code}`, step.finish] as const),
    ),
  );
  const states = new Map(rows.map((row) => [`${row.projectId} ${row.code}`, stateOf(row)]));
  const found = new Map<number, LinkRow[]>();
  for (const row of rows) {
    const { projectId, code, no, name, synonyms, unitId, held, stage, startedOn, finishedOn } = row;
    const state = stateOf(row);
    const planned = due.get(`${projectId} ${code}`) ?? null;
    const [over, open] = [state === 'done', state === 'working' || state === 'open'];
    const until = over ? finishedOn : open ? today : null;
    const beyond = planned === null || until === null ? 0 : calendar.workingDaysBetween(planned, until);
    const slipped = Math.max(0, planned !== null && until !== null && planned < until ? beyond : 0);
    const last = over ? finishedOn : today;
    const needs = (on: string) => states.get(`${projectId} ${on}`) ?? 'done';
    found.set(projectId, [
      ...(found.get(projectId) ?? []),
      {
        ...{ projectId, code, no, name, synonyms, unitId, state, held, stage, planned, slipped },
        late: open ? slipped : 0,
        day: (over ? finishedOn : planned) ?? null,
        expected: null,
        behind: 0,
        taken: startedOn === null || last === null ? null : calendar.workingDaysBetween(startedOn, last),
        ready: row.dependencies.every(({ on, hard }) => !hard || needs(on) === 'done'),
        critical: false,
        before: row.dependencies.map(({ on }) => on),
      },
    ]);
  }
  return found;
}

function stateOf({ status, finishedOn, startedOn, signed }: LinkStanding): LinkFacts['state'] {
  if (status === null) return finishedOn !== null ? 'done' : startedOn !== null ? 'working' : 'open';
  if (status === 'closed') return 'done';
  if (status === 'verifying') return 'reported';
  return startedOn !== null || signed ? 'working' : 'open';
}

/**
 * The links that bear a name, or hold it, of these projects and of the chosen template; each full name once.
 * @param said what stands for the link
 */
export async function linksNamed(tx: Tx, projectIds: readonly number[], said: string): Promise<string[]> {
  const own = await listLinkStandings(tx, projectIds);
  const { links } = await chosenTemplate(tx);
  const all = [...own, ...links].filter(
    (link, i, some) => some.findIndex(({ name }) => name === link.name) === i,
  );
  return findLinks(said, all).map(({ name }) => name);
}

/** What a row says of its project. */
export function linkLines(
  links: readonly LinkFacts[],
  asked: LinksAsked,
  say: (day: Day) => string,
): string[] {
  if (links.length === 0) return [words.NO_LINKS];
  const meant = meantOf(links, asked);
  if (asked.from !== undefined || asked.to !== undefined) return words.datedLines(meant, say);
  if (asked.said === undefined) return [words.reachedText(reachedOf(links), links), ...stuckLines(links)];
  if (meant.length === 0) return [words.NOT_CONCERNED];
  const named = asked.also ? [asked.said, ...asked.also] : [];
  const missing = named.filter((one) => findLinks(one, links).length === 0);
  return [...meant.map((link) => words.linkText(link, say)), ...missing.map(words.notConcernedText)];
}

/** @param is which of them count as stuck */
export function stuckLines(
  links: readonly LinkFacts[],
  is: (link: LinkFacts) => boolean = isStuck,
): string[] {
  const stuck = links.filter(is);
  return stuck.length === 0 ? [] : [words.stuckText(stuck)];
}

/** Before the list: how many are how far, or who is farthest. @param nameOf short name of a project */
export function linkFigures(
  found: readonly ProjectFacts[],
  asked: LinksAsked,
  nameOf: (projectId: number) => string,
  say: (day: Day) => string,
): string {
  const lines: string[] = [];
  if (asked.from !== undefined || asked.to !== undefined)
    lines.push(
      words.datedText(
        found.reduce((sum, { links = [] }) => sum + meantOf(links, asked).length, 0),
        found.length,
      ),
    );
  if (asked.first) lines.push(words.rowOrderText(found.map(({ links = [] }) => meantOf(links, asked))));
  const named = asked.said === undefined ? [] : [asked.said, ...(asked.also ?? [])];
  const each = asked.is === undefined && !asked.first && found.length > 1 ? named : [];
  for (const said of each) {
    const states = found.map(({ links = [] }) =>
      links.length === 0 ? 'none' : (meantOf(links, { said })[0]?.state ?? 'unconcerned'),
    );
    const count = (...some: string[]) => states.filter((one) => some.includes(one)).length;
    const [working, open] = [count('working', 'reported'), count('open')];
    const told = words.statesText(count('done'), working, open, count('unconcerned'), count('none'));
    lines.push(each.length > 1 ? `${said}：${told}` : told);
  }
  if (asked.said !== undefined && !asked.also && (asked.is === 'open' || asked.is === 'late')) {
    const late = found.map((one) => Math.max(0, ...meantOf(one.links ?? [], asked).map((link) => link.late)));
    const most = Math.max(0, ...late);
    const names = found.filter((_, at) => late[at] === most).map(({ project }) => nameOf(project.id));
    const planned = found.some(({ links = [] }) => meantOf(links, asked).some(({ day }) => day !== null));
    if (found.length > 0) lines.push(most > 0 ? words.latestText(names, most) : words.noneLateText(planned));
  }
  if (asked.order) {
    const known = found
      .filter(({ links = [] }) => links.length > 0)
      .toSorted((a, b) => byLinks(a.links, b.links, asked));
    const [first] = known;
    const day = asked.order === 'soon' ? plannedDay(first?.links ?? [], asked) : null;
    if (first && known.length > 1) {
      const same = known.filter((one) => byLinks(one.links, first.links, asked) === 0);
      const names = same.map(({ project }) => nameOf(project.id));
      const reached = same.map(({ links = [] }) => reachedOf(links));
      const soon = day === null ? words.noneLateText(false) : words.dayFirstText(names, say(day));
      lines.push(asked.order === 'soon' ? soon : words.firstText(names, reached, asked.order));
    } else if (found.length > 1) {
      const others = found.filter(({ links = [] }) => links.length === 0);
      lines.push(
        words.noCompareText(
          others.slice(0, MOST_NAMED).map(({ project }) => nameOf(project.id)),
          others.length,
        ),
      );
    }
  }
  return lines.join('');
}

const MOST_NAMED = 6;

/** Projects that are left out because nothing is known of their links. */
export function withoutLinks(place: readonly ProjectFacts[], { is, each }: LinksAsked): number {
  return is === undefined && !each ? 0 : place.filter(({ links = [] }) => links.length === 0).length;
}

/** Each link with the projects stuck there, the one with most first. */
export function stuckGroups(
  found: readonly ProjectFacts[],
  sumOf: (facts: readonly ProjectFacts[]) => ProjectGroupRow['counts'],
  nameOf: (projectId: number) => string,
  late = false,
): (ProjectGroupRow & { days: number })[] {
  const groups = new Map<string, { no: number; own: ProjectFacts[]; days: number }>();
  for (const facts of found)
    for (const link of (facts.links ?? []).filter(isStuck)) {
      const group = groups.get(link.name) ?? { no: link.no, own: [], days: 0 };
      groups.set(link.name, { ...group, own: [...group.own, facts], days: Math.max(group.days, link.late) });
    }
  return [...groups]
    .toSorted(([, a], [, b]) => (late ? b.days - a.days : 0) || b.own.length - a.own.length || a.no - b.no)
    .map(([name, { no, own, days }]) => ({
      name: words.linkName(no, name),
      days,
      known: true,
      names: own.map(({ project }) => nameOf(project.id)),
      counts: sumOf(own),
    }));
}
