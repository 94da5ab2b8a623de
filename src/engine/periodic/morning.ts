/** 晨报: one message a morning for each person with something to do or to hear, and for each project's group. */
import { chatsOfKind } from '../../db/chat.ts';
import { takeDeferredNotices } from '../../db/deferred.ts';
import { listHotIssues } from '../../db/issue-open.ts';
import { findPeople } from '../../db/person.ts';
import { digestAt } from '../../domain/digest.ts';
import { digestRecipients, wantsDigest } from '../../domain/digest-recipients.ts';
import { isQuarterDay } from '../../domain/long-term.ts';
import type { Person } from '../../domain/model.ts';
import { BUNDLE_MS, MORNING } from '../../domain/sendable.ts';
import { addDays, type Day, type Instant, instantAt } from '../../domain/time.ts';
import type { NewOutboxRow } from '../../kinds/kind.ts';
import { GROUP_DIGEST, PERSON_DIGEST, REMINDERS } from '../../kinds/messages.ts';
import { planRecipients } from '../../views/plan-news.ts';
import type { Periodic, Planning } from '../periodic.ts';

/** After this the morning is over: what was missed is sent marked 补发, until the end of working time. */
const LATE_FROM = '08:45';
const PAGE = 1000;

export const MORNING_RUN: Periodic = {
  kind: 'morning',
  from: () => MORNING,
  lateFrom: () => LATE_FROM,
  until: ({ settings }) => settings.hours.end,
  plan: async (planning) => [...(await personRows(planning)), ...(await groupRows(planning))],
};

/** Notices that quiet hours held back, and those of the clock, go into the digest of whoever they are for. */
async function personRows(planning: Planning): Promise<NewOutboxRow[]> {
  const { deps, tx, directory, at, day, late } = planning;
  const { timeZone, hours } = directory.settings;
  // The whole day: what somebody's silence keeps back until noon waits for the digest, which waits for noon, too.
  const dueBy = Math.max(at + BUNDLE_MS, instantAt(day, hours.end, timeZone));
  const held = await takeDeferredNotices(tx, { dueBy, now: at, digestsBefore: day });
  const ids = await concernedBy(planning);
  for (const id of await planRecipients(tx, { directory, now: at })) ids.add(id);
  for (const notices of held.values()) for (const notice of notices) ids.add(notice.personId);
  return (await peopleOf(planning, [...ids]))
    .filter((person) => person.home && person.unreachableSince === null)
    .flatMap((person) => {
      const { openId } = person;
      const notices = held.get(`person:${openId}`) ?? [];
      const wanted = wantsDigest(person, day, directory);
      // Between weekly digests what was held back still comes, alone.
      if (!wanted && notices.length === 0) return [];
      const row = {
        id: deps.newId(),
        target: `person:${openId}`,
        dedupeKey: `digest:person:${openId}:${day}`,
        dueAt: Math.max(at, digestAt(day, openId, directory)),
      };
      return wanted
        ? [PERSON_DIGEST.row({ ...row, payload: { openId, day, late, notices } })]
        : [REMINDERS.row({ ...row, payload: { openId, notices } })];
    });
}

/** In pages, so that memory does not grow with the number of open issues. */
async function concernedBy({ tx, directory, at, day }: Planning): Promise<Set<number>> {
  const dueBefore: Instant = instantAt(addDays(day, 1), '00:00', directory.settings.timeZone);
  const longTerm = isQuarterDay(day, directory.calendar);
  const ids = new Set<number>();
  for (let after = 0; ; ) {
    const hot = await listHotIssues(tx, { dueBefore, after, limit: PAGE, longTerm });
    for (const id of digestRecipients(hot, directory, at)) ids.add(id);
    const last = hot.at(-1);
    if (!last || hot.length < PAGE) return ids;
    after = last.id;
  }
}

async function peopleOf({ tx }: Planning, ids: number[]): Promise<Person[]> {
  const people: Person[] = [];
  for (let start = 0; start < ids.length; start += PAGE) {
    people.push(...(await findPeople(tx, ids.slice(start, start + PAGE))));
  }
  return people;
}

/** Of the digest of a group on a day. */
export function groupDigestKey(chatId: string, day: Day): string {
  return `digest:group:${chatId}:${day}`;
}

async function groupRows({ deps, tx, directory, at, day, late }: Planning): Promise<NewOutboxRow[]> {
  return (await chatsOfKind(tx, 'project'))
    .filter((chat) => !chat.unreachable)
    .map((chat) =>
      GROUP_DIGEST.row({
        id: deps.newId(),
        target: `chat:${chat.id}`,
        payload: { chatId: chat.id, day, late },
        dedupeKey: groupDigestKey(chat.id, day),
        dueAt: Math.max(at, digestAt(day, chat.id, directory)),
      }),
    );
}
