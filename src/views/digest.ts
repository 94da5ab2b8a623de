/** Morning digests from the state of the moment they are sent; nothing to say draws nothing. */

import {
  groupDigestCard,
  leaderDigestCard,
  noticeListCard,
  personDigestCard,
  type ToldLines,
} from '../cards/digest.ts';
import type { Card } from '../cards/kit.ts';
import { ASLEEP } from '../cards/words-digest.ts';
import { PLAN_DIGEST } from '../cards/words-plan.ts';
import { listCallable } from '../db/chat-member.ts';
import { countByColor, listIssues } from '../db/issue-list.ts';
import { listIssuesOfDay, listIssuesTouching } from '../db/issue-open.ts';
import { loadNodes } from '../db/nodes.ts';
import type { Tx } from '../db/open.ts';
import type { Actor } from '../domain/actor.ts';
import { type DigestPart, groupDigest, leaderDigest, personDigest, ratedSince } from '../domain/digest.ts';
import { isFirstOfWeek } from '../domain/digest-recipients.ts';
import { type Issue, ITEM_KINDS, OPEN_STATUSES } from '../domain/issue.ts';
import { mustActNow } from '../domain/issue-people.ts';
import type { Chat } from '../domain/model.ts';
import type { ToldNotice } from '../domain/notice.ts';
import { PRODUCTION_NODE, START_NODE } from '../domain/plan/nodes.ts';
import { dayOf, instantAt } from '../domain/time.ts';
import { type Viewer, viewContext } from './context.ts';
import { forecastNews, linksSoon } from './plan-news.ts';

type Base = Pick<Viewer, 'now' | 'directory' | 'demo'>;

export interface PeriodicRun {
  /** Sent after its window (补发). */
  late: boolean;
}

export interface PersonRun extends PeriodicRun {
  /** Private cards held back for the morning; what the lists of the digest say anyway is not said twice. */
  notices: readonly ToldNotice[];
}

/** More than a digest lists by far; what is beyond is counted in 我的. */
const READ = 400;

/** One private digest: a leader's or the office's when there is something of that kind, else one's own things. */
export async function drawPersonDigest(
  tx: Tx,
  actor: Actor,
  run: PersonRun,
  base: Base,
): Promise<Card | undefined> {
  const { directory, now } = base;
  const own = await listIssuesTouching(tx, actor, directory, READ);
  const told = [...(await asleepLines(tx, actor, base)), ...(await planLines(tx, actor, base))];
  const nothing = run.notices.length === 0 && told.length === 0;
  const areaIds = directory.data.areas
    .filter((area) =>
      actor.grants.some(
        (grant) => grant.role !== 'administrator' && directory.reaches(grant.areaId, area.id),
      ),
    )
    .map((area) => area.id);
  if (areaIds.length > 0) {
    const area = {
      scope: { all: false as const, areaIds, unitIds: [], projectIds: [], personIds: [] },
      now,
      timeZone: directory.settings.timeZone,
    };
    const { issues: overdue } = await listIssues(tx, {
      ...area,
      filter: { kinds: [...ITEM_KINDS], overdue: true, sort: 'deadline' },
      page: 1,
      pageSize: READ,
    });
    const all = [...new Map([...overdue, ...own].map((issue) => [issue.id, issue])).values()];
    const found = leaderDigest(all, actor, directory, now) ?? EMPTY_LEADER;
    if (found === EMPTY_LEADER && nothing) return undefined;
    const counts = await countByColor(tx, { ...area, filter: { statuses: [...OPEN_STATUSES] } });
    const shown = Object.values(found).flatMap((part: DigestPart) => part.issues);
    return leaderDigestCard(
      { ...found, counts, notices: run.notices, told, late: run.late },
      await viewContext(tx, base, { issues: withNotices(shown, run.notices) }),
    );
  }
  const found = personDigest(own, actor, directory, now) ?? EMPTY_PERSON;
  if (found === EMPTY_PERSON && nothing) return undefined;
  const shown = Object.values(found).flatMap((part: DigestPart) => part.issues);
  return personDigestCard(
    { ...found, notices: run.notices, told, late: run.late },
    await viewContext(tx, base, { issues: withNotices(shown, run.notices) }),
  );
}

/** On the first working day of a week: how much imported overdue still waits for 开始提醒. Of offices. */
async function asleepLines(tx: Tx, actor: Actor, { directory, now }: Base): Promise<ToldLines[]> {
  const { timeZone } = directory.settings;
  const areaIds = directory.data.areas
    .filter(({ id }) =>
      actor.grants.some((one) => one.role === 'office' && directory.reaches(one.areaId, id)),
    )
    .map(({ id }) => id);
  if (areaIds.length === 0 || !isFirstOfWeek(dayOf(now, timeZone), directory.calendar)) return [];
  const scope = { all: false as const, areaIds, unitIds: [], projectIds: [], personIds: [] };
  const filter = { kinds: [...ITEM_KINDS], asleep: true as const };
  const { total } = await countByColor(tx, { filter, scope, now, timeZone });
  return total === 0 ? [] : [{ title: ASLEEP.title, lines: [ASLEEP.line(total)] }];
}

/** What a morning tells of plans, under its titles. */
async function planLines(tx: Tx, actor: Actor, base: Base): Promise<ToldLines[]> {
  const parts = [
    { title: PLAN_DIGEST.moved, lines: await forecastNews(tx, actor, base) },
    { title: PLAN_DIGEST.soon, lines: await linksSoon(tx, actor, base) },
  ];
  return parts.filter(({ lines }) => lines.length > 0);
}

/** Several private cards at a time in one list. */
export async function drawNoticeList(tx: Tx, notices: readonly ToldNotice[], base: Base): Promise<Card> {
  return noticeListCard(notices, await viewContext(tx, base, { issues: withNotices([], notices) }));
}

const NOTHING: DigestPart = { issues: [], more: 0 };
const EMPTY_LEADER = {
  toApprove: NOTHING,
  toVerify: NOTHING,
  toRoute: NOTHING,
  toDo: NOTHING,
  reds: NOTHING,
  yellows: NOTHING,
  instructed: NOTHING,
};
const EMPTY_PERSON = {
  toRoute: NOTHING,
  toApprove: NOTHING,
  toVerify: NOTHING,
  toSign: NOTHING,
  overdue: NOTHING,
  dueToday: NOTHING,
  longTerm: NOTHING,
};

function withNotices(shown: readonly Issue[], notices: readonly ToldNotice[]): Issue[] {
  return [...new Map([...shown, ...notices.map(({ issue }) => issue)].map((one) => [one.id, one])).values()];
}

/** The group's default project; a group of several gets the figures of each in turn of their ids. */
export async function drawGroupDigest(
  tx: Tx,
  chat: Chat,
  run: PeriodicRun,
  base: Base,
): Promise<Card | undefined> {
  const { directory, now } = base;
  const id = chat.defaultProjectId ?? chat.projectIds[0];
  const project = id === undefined ? undefined : directory.project(id);
  if (!project || project.archived) return undefined;
  const since = instantAt(ratedSince(directory, now), '00:00', directory.settings.timeZone);
  const issues = await listIssuesOfDay(tx, { projectIds: chat.projectIds, since, limit: READ });
  const nodes = await loadNodes(tx, project);
  const reached = nodes.filter((node) => node.actualOn !== null);
  const names = { start: START_NODE, production: PRODUCTION_NODE } as const;
  const happened = (['start', 'production'] as const).filter((node) =>
    reached.some(({ name }) => name === names[node]),
  );
  const found = groupDigest(issues, project, directory, now, undefined, new Set(happened));
  if (!found) return undefined;
  const { toVerify, toRate, overdue, dueToday, dueNext } = found;
  const asking = [...toVerify.issues, ...toRate.issues];
  const shown = [...asking, ...overdue.issues, ...dueToday.issues, ...dueNext.issues];
  const open = issues.filter((issue) => OPEN_STATUSES.includes(issue.status));
  const asked = asking.flatMap((issue) => mustActNow(issue, directory).personIds);
  return groupDigestCard(
    {
      project,
      nodes: nodes.filter(({ name }) => name === START_NODE || name === PRODUCTION_NODE),
      counts: { ...found.lights, total: open.filter((issue) => issue.kind === 'problem').length },
      others: found.others,
      toVerify,
      toRate,
      called: new Set((await listCallable(tx, chat.id, asked)).map((person) => person.id)),
      overdue: found.overdue,
      dueToday: found.dueToday,
      dueTomorrow: found.dueNext,
      late: run.late,
    },
    await viewContext(tx, base, { issues: shown, personIds: [project.leaderId, project.secretaryId] }),
  );
}
