/** Links of several projects a question asks for: how far each is, which are stuck, which link most are stuck at. */
import * as words from '../cards/words-links-asked.ts';
import { type LinkStanding, listLinkStandings } from '../db/link-standing.ts';
import { chosenTemplate } from '../db/link-template.ts';
import type { Tx } from '../db/open.ts';
import { agreedPlans } from '../db/plan.ts';
import type { Calendar } from '../domain/calendar.ts';
import type { LinkRow } from '../domain/link-rows.ts';
import { byReached, isStuck, type LinkFacts, type LinksAsked, reachedOf } from '../domain/links-asked.ts';
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
export function linkLines(links: readonly LinkFacts[]): string[] {
  if (links.length === 0) return [words.NO_LINKS];
  return [words.reachedText(reachedOf(links), links), ...stuckLines(links)];
}

/** @param is which of them count as stuck */
export function stuckLines(
  links: readonly LinkFacts[],
  is: (link: LinkFacts) => boolean = isStuck,
): string[] {
  const stuck = links.filter(is);
  return stuck.length === 0 ? [] : [words.stuckText(stuck)];
}

/** Before the list: who is farthest, or last; '' where neither is asked. @param nameOf short name of a project */
export function linkFigures(
  found: readonly ProjectFacts[],
  { order }: LinksAsked,
  nameOf: (projectId: number) => string,
): string {
  const known = found
    .filter(({ links = [] }) => links.length > 0)
    .toSorted((a, b) => byReached(reachedOf(a.links ?? []), reachedOf(b.links ?? []), order));
  const [first] = known;
  if (!order || found.length < 2) return '';
  if (!first || known.length < 2) {
    const others = found.filter(({ links = [] }) => links.length === 0);
    const named = others.slice(0, MOST_NAMED).map(({ project }) => nameOf(project.id));
    return words.noCompareText(named, others.length);
  }
  const best = reachedOf(first.links ?? []);
  const same = known.filter(({ links = [] }) => byReached(reachedOf(links), best, order) === 0);
  const names = same.map(({ project }) => nameOf(project.id));
  return words.firstText(
    names,
    same.map(({ links = [] }) => reachedOf(links)),
    order,
  );
}

const MOST_NAMED = 6;

/** Projects that are left out because nothing is known of their links. */
export function withoutLinks(place: readonly ProjectFacts[], { is }: LinksAsked): number {
  return is === undefined ? 0 : place.filter(({ links = [] }) => links.length === 0).length;
}
