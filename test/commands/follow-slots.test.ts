/**
 * What is said anew takes the place of what is of its kind (unit for unit, light for light, days for days), and the rest
 * of the question before stays: each topic with each of what may be said next, beside slots merged without the scanner.
 */
import { describe, expect, test } from 'vitest';
import { bearingOf } from '../../src/commands/follow-bearing.ts';
import { askBeside, onlyWhose } from '../../src/commands/follow-from.ts';
import { matchCommand } from '../../src/commands/match.ts';
import { OPEN_STATUSES } from '../../src/domain/issue.ts';
import type { IssueFilter } from '../../src/domain/issue-filter.ts';
import { readPhrase, trim } from '../../src/language/phrase.ts';
import { scanHeard } from '../../src/language/sounds.ts';
import type { Topic } from '../../src/language/topic.ts';
import { TABLE } from '../support/table.ts';
import { demoDirectory, toLeader } from './demo-place.ts';
import { NOW } from './place.ts';

type Slots = Partial<
  Record<'unit' | 'project' | 'category' | 'industry' | 'light' | 'stage' | 'days', IssueFilter>
>;

const { units, projects, categories } = demoDirectory.data;
const idOf = (list: readonly { id: number; name: string }[], name: string) => [
  list.find((one) => one.name.includes(name))?.id ?? 0,
];
const UNIT = (name: string): Slots => ({ unit: { unitIds: idOf(units, name) } });
const PROJECT = (name: string): Slots => ({ project: { projectIds: idOf(projects, name) } });
const CATEGORY = (name: string): Slots => ({ category: { categoryIds: idOf(categories, name) } });

const WHOSE: readonly [string, Slots][] = [
  ['', {}],
  ['住建局', UNIT('住建局')],
  ['楚能', PROJECT('楚能')],
  ['用地类', CATEGORY('用地')],
  ['化工项目', { industry: { industry: '化工' } }],
];
const CLOSED: IssueFilter = { statuses: ['closed'] };
const WHAT: readonly [string, Slots][] = [
  ['逾期的', { light: { overdue: true } }],
  ['红的', { light: { colors: ['red'] } }],
  ['没签收的', { stage: { statuses: ['unsigned'] } }],
  ['没办完的', { stage: { statuses: [...OPEN_STATUSES] } }],
  ['本月新增的', { days: { loggedFrom: '2026-11-01', loggedTo: '2026-11-30' } }],
  ['上周办结的', { stage: CLOSED, days: { closedFrom: '2026-11-09', closedTo: '2026-11-15' } }],
];
const NEXT_WHOSE: readonly [string, Slots][] = [
  ['供电公司', UNIT('供电公司')],
  ['安琪', PROJECT('安琪')],
  ['施工类', CATEGORY('施工')],
];
const NEXT_WHAT: readonly [string, Slots][] = [
  ['红的', { light: { colors: ['red'] } }],
  ['逾期的', { light: { overdue: true } }],
  ['没签收的', { stage: { statuses: ['unsigned'] } }],
  ['没办完的', { stage: { statuses: [...OPEN_STATUSES] } }],
  ['办结了', { stage: CLOSED }],
];

/** With a time of its own: of those of whom was spoken, and nothing else of them. */
const NEXT_TIMED: readonly [string, Slots][] = [
  ['上个月解决了几件', { stage: CLOSED, days: { closedFrom: '2026-10-01', closedTo: '2026-10-31' } }],
  ['今年办结几件', { stage: CLOSED, days: { closedFrom: '2026-01-01', closedTo: '2026-12-31' } }],
  ['本周新增几件', { days: { loggedFrom: '2026-11-16', loggedTo: '2026-11-22' } }],
  ['9月报上来多少', { days: { loggedFrom: '2026-09-01', loggedTo: '2026-09-30' } }],
];

/** By what a problem can be at one time, and nothing of how the words are read. */
function merged(was: Slots, now: Slots): IssueFilter {
  const slots: Slots = { ...was, ...now };
  const wasClosed = was.stage === CLOSED;
  const [said] = now.stage?.statuses ?? [];
  if (now.light && (wasClosed || was.stage?.statuses?.length !== 1)) delete slots.stage;
  if (said === 'closed' || (now.stage?.statuses?.length ?? 0) > 1) delete slots.light;
  if (wasClosed && (now.light || (now.stage && said !== 'closed'))) delete slots.days;
  const { loggedFrom, loggedTo } = slots.days ?? {};
  if (said === 'closed' && loggedFrom && loggedTo)
    slots.days = { closedFrom: loggedFrom, closedTo: loggedTo };
  return Object.assign({}, ...Object.values(slots)) as IssueFilter;
}

function asked(said: string) {
  const match = matchCommand({ text: said, mentions: [], context: toLeader }, TABLE);
  return match.kind === 'call' && match.call.name === 'ask' ? { match, call: match.call } : { match };
}

function next(topic: Topic, filter: IssueFilter, said: string): IssueFilter | undefined {
  const phrase = trim(readPhrase(said));
  const scan = scanHeard(phrase, toLeader);
  const { match, call } = asked(said);
  const bearing = bearingOf({ topic, filter, page: 1, at: NOW }, scan, phrase, match);
  // 呢 goes on anyway.
  if (!bearing && !said.endsWith('呢')) return call?.filter;
  const how = { within: bearing?.within === true, pointed: false, bears: bearing !== undefined };
  const before = (bearing?.ofWhom && onlyWhose(topic)) || topic;
  const gone = askBeside(before, bearing?.now ?? scan, how, toLeader);
  return gone.unread ? undefined : gone.filter;
}

const SAID: readonly [string, Slots][] = [
  ...NEXT_WHOSE.map(([said, slots]) => [`${said}的呢`, slots] as [string, Slots]),
  ...NEXT_WHAT.map(([said, slots]) => [`${said}有几个`.replace('了有', '了'), slots] as [string, Slots]),
  ...NEXT_WHOSE.flatMap(([whose, a]) =>
    NEXT_WHAT.filter(([what]) => what.endsWith('的')).map(
      ([what, b]) => [`${whose}${what}呢`, { ...a, ...b }] as [string, Slots],
    ),
  ),
];

describe('what is said anew takes the place of its like', () => {
  test.each(
    WHOSE.flatMap(([whose, a]) =>
      WHAT.map(([what, b]) => [`${whose}${what}有几个`, { ...a, ...b }] as const),
    ),
  )('%s', (said, slots) => {
    const { call } = asked(said);
    expect(call?.filter).toEqual(merged(slots, {}));
    const wrong = SAID.flatMap(([after, now]) => {
      const got = call && next(call.topic, call.filter, after);
      const { sort: _, ...filter } = got ?? {};
      return same(filter, merged(slots, now)) ? [] : [`${after}: ${JSON.stringify(got)}`];
    });
    const { unit, project, category, industry } = slots;
    const timed = NEXT_TIMED.flatMap(([after, now]) => {
      const got = call && next(call.topic, call.filter, after);
      const whose = { ...unit, ...project, ...category, ...industry };
      return same(got ?? {}, { ...whose, ...merged({}, now) }) ? [] : [`${after}: ${JSON.stringify(got)}`];
    });
    expect([...wrong, ...timed]).toEqual([]);
  });
});

function same(a: IssueFilter, b: IssueFilter): boolean {
  const told = (filter: IssueFilter) => JSON.stringify(Object.entries(filter).toSorted());
  return told(a) === told(b);
}
