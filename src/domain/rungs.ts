/** The rungs of one issue: when each falls due, who hears it, what is left after it was heard. */
import { afterWorkingDays } from './acknowledge.ts';
import type { Told } from './decide/change.ts';
import { type Directory, withoutStandIns } from './directory.ts';
import { type HistoryEvent, type Issue, isAsleep, type LadderState } from './issue.ts';
import { lightThresholds } from './lights.ts';
import { isLongTerm } from './long-term.ts';
import type { Post, Rung } from './model.ts';
import { activeDeputies, listPeople, officePeople, postPeople } from './recipients.ts';
import { RUNGS } from './rules.ts';
import { lightSlot, reminderSlot, sendableAt } from './sendable.ts';
import { addDays, dayOf, type Instant, instantAt } from './time.ts';

/** A rung not heard yet in this generation, and the instant from which it is owed. */
export interface DueRung {
  rung: Rung;
  at: Instant;
}

const POST_NAMES: Record<Post, string> = {
  assignee: '签收人',
  coordinator: '联络员',
  head: '单位负责人',
  secretary: '项目秘书',
  office: '综合办',
  leader: '分管领导',
  principal: '主要领导',
};

/** What the office can put right when nobody stands on a rung. */
const MISSING: Record<Post, string> = { ...POST_NAMES, assignee: '联络员' };

/** The rungs this issue may still fire; none while the clock stands still, a request waits or its reminders sleep. */
export function listRungs(issue: Issue, directory: Directory): DueRung[] {
  if (issue.pending || isAsleep(issue)) return [];
  const times = rungTimes(issue, directory);
  // Lowest first: of several that are due only the highest is heard.
  return RUNGS.flatMap((rung) => {
    const at = times[rung];
    return at === undefined || at === null || issue.ladder.fired.includes(rung) ? [] : [{ rung, at }];
  });
}

type Times = Partial<Record<Rung, Instant | null>>;

/** From when each rung is owed, heard or not; null or missing: not in this state. */
export function rungTimes(issue: Issue, directory: Directory): Times {
  if (isLongTerm(issue)) return {};
  return { ...routingTimes(issue, directory), ...deadlineTimes(issue, directory) };
}

function routingTimes(issue: Issue, directory: Directory): Times {
  const { clock } = directory;
  if (issue.status === 'unrouted') return { unrouted: unroutedAt(issue.ladder.startedAt, directory) };
  if (issue.status !== 'unsigned') return {};
  const since = issue.routedAt ?? issue.ladder.startedAt;
  const [first, second] = issue.rules.unsignedDays;
  return {
    'unsigned-1': reminderSlot(afterWorkingDays(since, first, clock), clock),
    'unsigned-2': reminderSlot(afterWorkingDays(since, second, clock), clock),
  };
}

/** 17:00 of the same day; of the next working day for what came in later or on a day off. */
function unroutedAt(since: Instant, directory: Directory): Instant {
  const { calendar, timeZone } = directory.clock;
  const today = dayOf(since, timeZone);
  const at = instantAt(today, directory.settings.unroutedClock, timeZone);
  if (calendar.isWorkingDay(today) && since < at) return at;
  return instantAt(calendar.nextWorkingDay(today), directory.settings.unroutedClock, timeZone);
}

function deadlineTimes(issue: Issue, directory: Directory): Times {
  const { blueAt, yellowAt, redAt, deepRedAt } = lightThresholds(issue, directory);
  const exempted = yellowAt === null;
  return exempted
    ? {}
    : {
        blue: reminderAt(issue, blueAt, directory),
        yellow: toldAt(yellowAt, directory),
        red: toldAt(redAt, directory),
        'deep-red': toldAt(deepRedAt, directory),
      };
}

function toldAt(at: Instant | null, { clock }: Directory): Instant | null {
  return at === null ? null : lightSlot(at, clock);
}

/** Who took it on when it was near due already knows: reminded next morning, if that is still before the deadline. */
function reminderAt(issue: Issue, blueAt: Instant | null, directory: Directory): Instant | null {
  const { startedAt } = issue.ladder;
  if (blueAt === null || blueAt > startedAt) return blueAt;
  const { clock } = directory;
  const tomorrow = addDays(dayOf(startedAt, clock.timeZone), 1);
  const morning = sendableAt(instantAt(tomorrow, '00:00', clock.timeZone), clock);
  return morning < issue.deadline.at ? morning : null;
}

/** Where an empty rung passes to, rung by rung. Past the last one the office alone hears, as 'rung-empty'. */
const ABOVE: Record<Rung, readonly Rung[]> = {
  unrouted: ['red', 'deep-red'],
  'unsigned-1': ['unsigned-2', 'yellow', 'red', 'deep-red'],
  'unsigned-2': ['yellow', 'red', 'deep-red'],
  blue: ['yellow', 'red', 'deep-red'],
  yellow: ['red', 'deep-red'],
  red: ['deep-red'],
  'deep-red': [],
};

function peopleOn(rung: Rung, issue: Issue, directory: Directory): number[] {
  return listPeople(...issue.rules.hears[rung].flatMap((post) => postPeople(post, issue, directory)));
}

/** Those below who hear again: each deadline rung speaks to everybody up to it. */
function lowerPeople(rung: Rung, issue: Issue, directory: Directory): number[] {
  if (rung === 'unsigned-1') return activeDeputies(listPeople(issue.assigneeId), directory);
  return below(rung).flatMap((lower) => peopleOn(lower, issue, directory));
}

/** Why nobody hears a rung: nobody is set, all want no reminder of this issue, or nobody there can be reached. */
type Emptiness = 'missing' | 'muted' | 'deputy-unreachable' | 'unreachable';

const SILENT_NAMES: Record<Exclude<Emptiness, 'missing'>, string> = {
  muted: '本人已设不再提醒',
  'deputy-unreachable': '代办人联系不上',
  unreachable: '联系不上',
};

interface Heard {
  rung: Rung;
  personIds: number[];
  empty?: Emptiness;
}

function recipientsOf(rung: Rung, issue: Issue, directory: Directory): Heard {
  const awake = (people: readonly number[]) => people.filter((id) => !issue.mutedBy.includes(id));
  const found = [rung, ...ABOVE[rung]].map((one) => peopleOn(one, issue, directory));
  const own = found.map(awake).find((people) => people.length > 0) ?? [];
  const personIds = [...own, ...awake(lowerPeople(rung, issue, directory))];
  const [first = []] = found;
  if (awake(first).length > 0) return { rung, personIds };
  if (first.length > 0) return { rung, personIds, empty: 'muted' };
  const named = peopleOn(rung, issue, withoutStandIns(directory));
  if (named.length === 0) return { rung, personIds, empty: 'missing' };
  const away = directory.data.standIns.some((one) => named.includes(one.personId));
  return { rung, personIds, empty: away ? 'deputy-unreachable' : 'unreachable' };
}

/** The posts of rungs nobody hears, and why. What waits for routing lacks its unit's people because it lacks a unit. */
function emptyPosts(heard: readonly Heard[], issue: Issue): Map<Post, Emptiness> {
  const posts = heard.flatMap(({ rung, empty }) =>
    empty === undefined ? [] : issue.rules.hears[rung].map((post) => [post, empty] as const),
  );
  return new Map(issue.status === 'unrouted' ? [] : posts);
}

/** The office hears which posts nobody stands on, and why; of each once in a run of the clock. */
function tellEmpty(heard: readonly Heard[], issue: Issue, directory: Directory): Told[] {
  const before = issue.ladder.fired.map((rung) => recipientsOf(rung, issue, directory));
  const told = emptyPosts(before, issue);
  const posts = [...emptyPosts(heard, issue)].filter(([post]) => !told.has(post));
  if (posts.length === 0) return [];
  const office = officePeople(issue, directory);
  const awake = office.filter((id) => !issue.mutedBy.includes(id));
  const names = posts.map(([post, why]) =>
    why === 'missing' ? MISSING[post] : `${POST_NAMES[post]}（${SILENT_NAMES[why]}）`,
  );
  return [
    {
      personIds: awake.length > 0 ? awake : office,
      reason: posts.some(([, why]) => why === 'missing') ? 'rung-empty' : 'level-silent',
      note: [...new Set(names)].join('、'),
    },
  ];
}

/** Who hears of a rung that was told already, now that somebody on it turned out to be out of reach. */
export function tellRungAgain(rung: Rung, issue: Issue, directory: Directory): Told[] {
  const heard = recipientsOf(rung, issue, directory);
  const others = { ...issue, ladder: { ...issue.ladder, fired: [] } };
  return [{ personIds: heard.personIds, reason: `rung-${rung}` }, ...tellEmpty([heard], others, directory)];
}

/** The highest due rung is heard by all who missed one; an empty rung passes to the next and the office is told. */
export function escalate(
  issue: Issue,
  due: readonly DueRung[],
  directory: Directory,
): { ladder: LadderState; event: HistoryEvent; told: Told[] } {
  const rungs = due.map(({ rung }) => rung);
  const rung = rungs.at(-1) ?? 'unrouted';
  const heard = rungs.map((one) => recipientsOf(one, issue, directory));
  const personIds = listPeople(...heard.toReversed().flatMap((one) => one.personIds));
  const empty = heard.filter((one) => one.empty !== undefined);
  const unheard = tellEmpty(heard, issue, directory);
  const urgent = directory.settings.urgentApp && (rung === 'red' || rung === 'deep-red');
  const told: Told[] = [{ personIds, reason: `rung-${rung}`, ...(urgent ? { urgent } : {}) }, ...unheard];
  const fired = [...new Set([...issue.ladder.fired, ...rungs, ...below(rung)])];
  const { generation } = issue.ladder;
  const detail: Record<string, unknown> = { rung, generation, personIds };
  if (rungs.length > 1) detail.also = rungs.slice(0, -1);
  if (empty.length > 0) detail.empty = empty.map((one) => one.rung);
  return {
    ladder: { ...issue.ladder, fired, acknowledgedAt: null, acknowledgedBy: null },
    event: { verb: 'rung', detail },
    told,
  };
}

/** Milder deadline rungs are over once a stronger one was heard. */
function below(rung: Rung): readonly Rung[] {
  const from = RUNGS.indexOf('blue');
  return RUNGS.slice(from, Math.max(from, RUNGS.indexOf(rung)));
}

/** The rungs heard, without those that lie in the future again (other rules, another calendar, a clock set back). */
export function stillFired(issue: Issue, directory: Directory, now: Instant): Rung[] {
  const times = rungTimes(issue, directory);
  return issue.ladder.fired.filter((rung) => (times[rung] ?? now) <= now);
}
