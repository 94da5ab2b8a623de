/** What each metric of 统计 must say, in plain TypeScript over whole issues and their histories; knows no SQL. */

import type { Issue } from '../../src/domain/issue.ts';
import { lightOf } from '../../src/domain/lights.ts';
import { DIRECTORY, type LinkFacts, type Lived, NOW, type StoredTown } from './statistics-town.ts';

export interface Days {
  from: string | null;
  to: string | null;
}

/** Whose: whether an issue, a project, a link belongs to it. */
export interface Whose {
  area: (areaId: number) => boolean;
  project: (projectId: number | null) => boolean;
  unit: (unitId: number | null) => boolean;
  category: (categoryId: number | null) => boolean;
}

export interface Expected {
  /** Numbers of issues, or names of what is no issue. */
  rows: (number | string)[];
  value: number | null;
}

const dayOf = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);
const plus = (day: string, n: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10);
const within = (day: string, { from, to }: Days) =>
  (from === null || day >= from) && (to === null || day <= to);
const tenth = (value: number) => Math.round(value * 10) / 10;
const percent = (part: number, all: number) => (all === 0 ? null : Math.round((part / all) * 1000) / 10);
const average = (values: number[]) =>
  values.length === 0 ? null : tenth(values.reduce((sum, one) => sum + one, 0) / values.length);
const median = (values: number[]) => {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  if (sorted.length === 0) return null;
  return sorted.length % 2 === 1 ? sorted[Math.floor(half)]! : tenth((sorted[half - 1]! + sorted[half]!) / 2);
};

/** Day by day, the first left out. */
function workingDays(from: string, to: string): number {
  let count = 0;
  for (let day = plus(from, 1); day <= to; day = plus(day, 1))
    if (DIRECTORY.calendar.isWorkingDay(day)) count++;
  return count;
}

/** Day by day, both counted; at least one. */
function daysTaken(from: string, to: string, unit: string): number {
  let count = 0;
  for (let day = from; day <= to; day = plus(day, 1))
    if (unit === 'days' || DIRECTORY.calendar.isWorkingDay(day)) count++;
  return Math.max(1, count);
}

/** Steps as they stand: what was taken back, and the taking back, are gone. */
function standing({ history }: Lived) {
  const steps: Lived['history'] = [];
  for (const row of history) {
    if (row.verb !== 'undo') steps.push(row);
    else {
      const at = steps.at(-1)!.at;
      while (steps.at(-1)?.at === at) steps.pop();
    }
  }
  return steps;
}

function wasRoutedThatDay(lived: Lived): boolean {
  const day = dayOf(lived.issue.loggedAt);
  return standing(lived).some((step) => {
    const unit =
      step.verb === 'route'
        ? step.detail.unitId
        : step.verb === 'log'
          ? step.detail.unitId
          : step.verb === 'correct'
            ? (step.detail.to as Record<string, unknown>).unitId
            : null;
    return unit != null && dayOf(step.at) === day;
  });
}

const isOpen = ({ status }: Issue) => status !== 'closed' && status !== 'void';
const doneAt = (issue: Issue) => issue.doneAt ?? issue.closedAt!;
const inTime = (issue: Issue) => doneAt(issue) <= issue.deadline.at;
const color = (issue: Issue) => lightOf(issue, DIRECTORY, NOW).color;

/** Start, finish and unit of a link, as its card tells them. */
function linkDays(link: LinkFacts) {
  const item = link.item?.issue;
  if (!item || item.status === 'void')
    return {
      from: item ? null : link.startedOn,
      to: link.finishedOn,
      unit: link.unitId,
      counts: !link.unconcerned,
    };
  if (item.status !== 'closed') return { from: null, to: null, unit: null, counts: false };
  const to = link.claimedOn ?? dayOf(doneAt(item));
  const reported = link.claimedOn ?? (item.doneAt === null ? null : dayOf(item.doneAt));
  const signed = item.signedAt === null ? null : dayOf(item.signedAt);
  const from =
    link.startedOn ??
    (signed === null ? reported : reported !== null && reported < signed ? reported : signed);
  return { from, to, unit: item.unitId ?? link.unitId, counts: !link.unconcerned };
}

export function expectedOf(id: string, town: StoredTown, whose: Whose, days: Days): Expected {
  const mine = ({ issue }: Lived) =>
    whose.area(issue.areaId) &&
    whose.project(issue.projectId) &&
    whose.unit(issue.unitId) &&
    whose.category(issue.categoryId);
  const own = town.issues.filter(mine);
  const problems = own.filter(({ issue }) => issue.kind === 'problem');
  const always = days.from === null && days.to === null;
  // A ledger that says neither day: it was raised on no day.
  const isOfNoDay = ({ imported, loggedAt }: Issue) => imported?.at === loggedAt;
  const raised = problems.filter(
    ({ issue }) =>
      issue.status !== 'void' && (always || (within(dayOf(issue.loggedAt), days) && !isOfNoDay(issue))),
  );
  const closedOf = (some: Lived[]) =>
    some.filter(
      ({ issue }) =>
        issue.status === 'closed' &&
        (always || (issue.closedAt !== null && within(dayOf(issue.closedAt), days))),
    );
  const closed = closedOf(problems);
  const open = problems.filter(({ issue }) => isOpen(issue));
  const deferrals = own.filter(({ issue }) => issue.kind === 'deferral');
  const appealed = problems.filter(
    ({ issue }) => issue.status !== 'void' && issue.appeal !== null && within(dayOf(issue.appeal.at), days),
  );
  const ids = (some: Lived[]) => some.map(({ issue }) => issue.id);
  const count = (some: Lived[]): Expected => ({ rows: ids(some), value: some.length });
  const rate = (some: Lived[], hit: (one: Lived) => boolean): Expected => ({
    rows: ids(some),
    value: percent(some.filter(hit).length, some.length),
  });
  // Made only when they are asked for: most figures ask for none of them.
  const timed = closed.filter(
    ({ issue }) =>
      issue.closedAt !== null && (issue.doneAt ?? issue.closedAt) >= issue.loggedAt && !isOfNoDay(issue),
  );
  const taken = () => timed.map(({ issue }) => workingDays(dayOf(issue.loggedAt), dayOf(doneAt(issue))));
  const projects = DIRECTORY.data.projects.filter((one) => whose.area(one.areaId) && whose.project(one.id));
  const here = (projectId: number) => projects.some((one) => one.id === projectId);
  const finished = () =>
    town.links
      .map((link) => ({ ...link, ...linkDays(link) }))
      .filter((link) => here(link.projectId) && link.counts && link.to !== null && whose.unit(link.unit));
  const pacedLinks = () =>
    finished().flatMap((link) =>
      link.from !== null && link.from <= link.to! && within(link.to!, days)
        ? [{ ...link, from: link.from, to: link.to! }]
        : [],
    );
  const nameOf = (projectId: number) => `项目${projectId}`;
  const linkName = (link: LinkFacts) => `${nameOf(link.projectId)}：第${link.no}环节 ${link.code}`;
  const gaps = (first: string, last: string) => {
    const links = finished();
    const reached = (projectId: number, name: string) => {
      const node = town.nodes.find((one) => one.projectId === projectId && one.name === name)?.actualOn;
      const code = { 拿地: 'land-supply', 发证: 'construction-permit' }[name];
      return node ?? links.find((one) => one.projectId === projectId && one.code === code)?.to ?? null;
    };
    const found = projects.flatMap(({ id: projectId }) => {
      const [from, to] = [reached(projectId, first), reached(projectId, last)];
      return from !== null && to !== null && from <= to && within(to, days)
        ? [{ projectId, days: (Date.parse(to) - Date.parse(from)) / 86_400_000 }]
        : [];
    });
    return { rows: found.map((one) => nameOf(one.projectId)), value: average(found.map((one) => one.days)) };
  };
  switch (id) {
    case 'raised':
      return count(raised);
    case 'closed':
      return count(closed);
    case 'open':
      return count(open);
    case 'red':
    case 'yellow':
    case 'blue':
    case 'green':
    case 'paused':
      return count(open.filter(({ issue }) => color(issue) === id));
    case 'onTime':
      return rate(
        closed.filter(
          ({ issue }) =>
            issue.pauses.length === 0 && issue.appeal?.decision !== 'exempt' && !issue.imported?.unrated,
        ),
        ({ issue }) => inTime(issue),
      );
    case 'routedSameDay':
      return rate(
        raised.filter(({ issue }) => !issue.onTheSpot && !issue.imported),
        wasRoutedThatDay,
      );
    case 'satisfied':
      return rate(
        closed.filter(({ issue }) => issue.satisfaction !== null),
        ({ issue }) => issue.satisfaction!.score !== 'unsatisfied',
      );
    case 'takenAverage':
      return { rows: ids(timed), value: average(taken()) };
    case 'takenMedian':
      return { rows: ids(timed), value: median(taken()) };
    case 'projects': {
      const served = projects.filter(({ id: projectId, archived }) => {
        const [born, gone] = [dayOf(town.born.get(projectId)!), archived && dayOf(archived.at)];
        return (
          (days.to === null || born <= days.to) && (gone === null || days.from === null || gone >= days.from)
        );
      });
      return { rows: served.map((one) => nameOf(one.id)), value: served.length };
    }
    case 'signToStart':
      return gaps('签约', '开工');
    case 'startToProduction':
      return gaps('开工', '投产');
    case 'landToPermit':
      return gaps('拿地', '发证');
    case 'linksKept': {
      const paced = pacedLinks();
      const kept = paced.filter((one) => daysTaken(one.from, one.to, one.promised.unit) <= one.promised.n);
      return { rows: paced.map(linkName), value: percent(kept.length, paced.length) };
    }
    case 'linksShortened': {
      const bound = pacedLinks().flatMap((one) =>
        one.statutory && !one.statutory.minimum ? [{ ...one, law: one.statutory }] : [],
      );
      const shorter = bound.map((one) =>
        tenth((1 - daysTaken(one.from, one.to, one.law.unit) / one.law.n) * 100),
      );
      return { rows: bound.map(linkName), value: average(shorter) };
    }
    case 'investment':
      return investment(
        town,
        projects.map((one) => one.id),
        days,
        nameOf,
      );
    case 'batches': {
      const told = town.batches.flatMap((batch) => {
        const tasks = town.issues.filter(
          ({ issue }) => issue.batchId === batch.id && issue.kind === 'task' && issue.status !== 'void',
        );
        if (!here(batch.projectId) || tasks.length === 0) return [];
        return [{ ...batch, done: tasks.every(({ issue }) => issue.status === 'closed') }];
      });
      return {
        rows: told.map((one) => `${nameOf(one.projectId)}：第${one.no}批 批${one.no}`),
        value: percent(told.filter((one) => one.done).length, told.length),
      };
    }
    case 'batchTasks':
      return rate(
        own.filter(({ issue }) => issue.kind === 'task' && issue.status !== 'void'),
        ({ issue }) => issue.status === 'closed',
      );
    case 'deferralsMade':
      return count(
        deferrals.filter(({ issue }) => issue.status !== 'void' && within(dayOf(issue.loggedAt), days)),
      );
    case 'deferralsKept':
      return rate(closedOf(deferrals), ({ issue }) => inTime(issue));
    case 'deferralsOpen':
      return count(deferrals.filter(({ issue }) => isOpen(issue)));
    case 'deferralsOverdue':
      return count(
        deferrals.filter(({ issue }) => isOpen(issue) && ['red', 'yellow'].includes(color(issue))),
      );
    case 'appeals':
      return count(appealed);
    case 'appealsGranted':
      return rate(
        appealed.filter(({ issue }) => issue.appeal!.decision !== null),
        ({ issue }) => issue.appeal!.decision === 'exempt',
      );
    default:
      throw new Error(`no oracle for ${id}`);
  }
}

function investment(
  town: StoredTown,
  projectIds: readonly number[],
  days: Days,
  nameOf: (id: number) => string,
): Expected {
  const rows: string[] = [];
  let [planned, actual] = [0, 0];
  for (const projectId of projectIds) {
    const own = town.invested.filter((one) => one.projectId === projectId);
    let counted = false;
    for (const year of new Set(own.map((one) => one.month.slice(0, 4)))) {
      const whole = (days.from ?? '0') <= `${year}-01-01` && (days.to ?? '9') >= `${year}-12-31`;
      const months = own.filter((one) => one.month.startsWith(year) && one.month.endsWith('-01'));
      const inside = months.filter(
        ({ month }) =>
          (days.from ?? '0') <= month && (days.to ?? '9') >= plus(`${plus(month, 31).slice(0, 7)}-01`, -1),
      );
      const plan = whole ? own.find((one) => one.month === `${year}-12-31`)?.planned : undefined;
      const monthly = inside.flatMap((one) => one.planned ?? []);
      if (plan == null && monthly.length === 0) continue;
      counted = true;
      planned += plan ?? monthly.reduce((sum, one) => sum + one, 0);
      actual += inside.reduce((sum, one) => sum + (one.actual ?? 0), 0);
    }
    if (counted) rows.push(nameOf(projectId));
  }
  return { rows, value: percent(actual, planned) };
}
