/** Sides set beside each other, each asked the same: whatever is told of one is told of the other by the same measure. */

import { APART_ONLY } from '../cards/words-people.ts';
import { NO_REASON_FOR, NO_VERDICT, ownSideText } from '../cards/words-versus.ts';
import { GROUP_IDS, type IssueFilter } from '../domain/issue-filter.ts';
import type { Reading } from '../domain/reading.ts';
import { namesIn, withWholeNames } from '../language/people-said.ts';
import type { Topic } from '../language/topic.ts';
import { mayCompare, type SideKind, type Versus, versusIn } from '../language/versus.ts';
import type { CallOf, Match } from './call.ts';
import { isWholeQuestion } from './call.ts';
import { type CommandContext, readContextOf } from './context.ts';
import { isSoon, lastOf } from './follow-memory.ts';
import { holdersOf } from './holders.ts';
import { matchSaid } from './match-said.ts';
import { wholesOf } from './overview.ts';
import { type Beside, type One, oneOf } from './people-beside.ts';

/**
 * undefined: nothing is compared, a side or the measure is not understood, or the sentence is read as it stands.
 * @param text what was said, without anybody mentioned
 */
export async function besideSides(
  context: CommandContext,
  match: Match,
  text: string,
): Promise<Beside | undefined> {
  if (!mayCompare(text) || match.kind === 'misuse') return undefined;
  if (match.kind === 'call' && match.call.name !== 'ask' && match.call.name !== 'list') return undefined;
  const holders = await holdersOf(context);
  const named = withWholeNames(text, holders);
  const people = namesIn(named.text, holders);
  const reads = readContextOf(context);
  const last = await lastOf(context);
  const before = last && isSoon(context, last) ? last : undefined;
  const [unitId, second] = before?.filter.unitIds ?? [];
  const spoken = second === undefined ? context.directory.unit(unitId ?? -1)?.name : undefined;
  const when = before?.topic.periods.map(({ heard }) => heard).join('') ?? '';
  const versus = versusIn(named.text, people, reads, spoken ? { unit: spoken, when } : undefined);
  if (!versus || (areNamed(versus) && isToldApart(match))) return undefined;
  const asking = { ...context, people };
  const rows: One[][] = [];
  for (const questions of versus.questions) {
    const row: One[] = [];
    for (const question of questions) {
      const read = matchSaid(asking, question);
      const one = isWholeQuestion(read) && (await oneOf(context, read.call));
      if (!one) return undefined;
      row.push(one);
    }
    if (!isOneMeasure(row)) return undefined;
    rows.push(row);
  }
  const [first] = rows[0] ?? [];
  if (!first) return undefined;
  const { personHeard: _h, othersHeard: _o, said: _s, personAs: _a, ...call } = first.call;
  const persons = rows.flat().some(({ reading: { filter } }) => isOfPerson(filter));
  const leads = [...new Set(rows.flat().flatMap(({ lead }) => lead))];
  const own = versus.implied ? [ownSideText(versus.sides[0]?.name ?? '')] : [];
  const why = /为什么|为啥|怎么会/.test(text) ? [NO_REASON_FOR] : [];
  // A unit the asker sees little of would be left out of a table.
  const table = versus.whole && !areNamed(versus) ? undefined : tableOf(rows, versus);
  const ids = versus.whole ? (table?.[0]?.filter.projectIds ?? []) : [];
  const wholes = versus.whole ? [NO_VERDICT, ...(ids.length > 0 ? await wholesOf(context, ids) : [])] : [];
  const told = [...leads, ...own, ...why, ...(persons ? [APART_ONLY] : []), ...wholes];
  const topic = table ? ofAll(call.topic, table) : call.topic;
  const [one] = table ?? [];
  // Named as they are, by one measure: as any question of each of them, which goes on as such.
  if (one && rows.length === 1 && areNamed(versus)) {
    const most = one.measure === 'count' ? 'count' : one.measure === 'rate' ? 'high' : undefined;
    return { call: { ...call, topic, ...one, ...(most && { most }) }, told };
  }
  const parts = (rows.length > 1 && table) || rows.flatMap((row) => row.map(({ reading }) => reading));
  const compare = rows.length === 1 && !persons && { compare: true as const };
  return { call: { ...call, topic, filter: {}, parts, ...compare } as CallOf<'ask'>, told };
}

/** No side is the speaker's own, or all there is. */
function areNamed({ sides, implied }: Versus): boolean {
  return implied === undefined && sides.every(({ kind, own }) => !own && kind !== 'whole' && kind !== 'me');
}

/** Units, projects or kinds that were named are told apart where the sentence is understood as it stands. */
function isToldApart(match: Match): boolean {
  return isWholeQuestion(match) && (match.call.by !== undefined || match.call.compare === true);
}

const WHOSE = [
  ...(['unitIds', 'projectIds', 'categoryIds', 'secretaryId', 'leaderId'] as const),
  ...(['personId', 'reporterId', 'stepUnitIds', 'toldUp'] as const),
];

/** What is asked, whosever it is. */
function measureIn({ filter, ...reading }: Reading): string {
  const rest: IssueFilter = { ...filter };
  for (const key of WHOSE) delete rest[key];
  return JSON.stringify([reading, Object.entries(rest).toSorted()]);
}

function isOneMeasure(row: readonly One[]): boolean {
  return new Set(row.map(({ reading }) => measureIn(reading))).size === 1;
}

const isOfPerson = ({ personId, reporterId, secretaryId, leaderId }: IssueFilter) =>
  (personId ?? reporterId ?? secretaryId ?? leaderId) !== undefined;

const BY: Partial<Record<SideKind, 'unit' | 'project' | 'category'>> = {
  unit: 'unit',
  project: 'project',
  category: 'category',
};

/** What is said next is of all of them. */
function ofAll(topic: Topic, [first]: readonly Reading[]): Topic {
  const { unitIds, projectIds, categoryIds } = first?.filter ?? {};
  const by = first?.by;
  return {
    ...topic,
    ...(by && { by: { tag: 'by', by, asks: true }, tags: [...topic.tags, ['by', 1, '哪个']] }),
    ...(unitIds && { unitIds }),
    ...(projectIds && { projectIds }),
    ...(categoryIds && { categoryIds }),
  };
}

/** Several measures of units, projects or kinds: a column of each. */
function tableOf(rows: readonly One[][], { sides }: Versus): Reading[] | undefined {
  const [kind, second] = new Set(sides.map((one) => one.kind));
  const by = kind && BY[kind];
  if (!by || second) return undefined;
  const key = GROUP_IDS[by];
  return rows.map((row): Reading => {
    const ids = row.flatMap(({ reading }) => reading.filter[key] ?? []);
    const [{ reading } = { reading: { measure: 'count', filter: {} } as Reading }] = row;
    return { ...reading, filter: { ...reading.filter, [key]: ids }, by };
  });
}
