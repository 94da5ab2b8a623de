/** Several people asked about side by side: each with a figure of their own, never ranked; heads of units stand for their units. */
import { calledText } from '../cards/words-asides.ts';
import { APART_ONLY, NOT_ADDED } from '../cards/words-people.ts';
import type { Reading } from '../domain/reading.ts';
import type { Holder } from '../language/appositions.ts';
import { peopleBeside } from '../language/lexicon/people-beside.ts';
import { namesIn, withWholeNames } from '../language/people-said.ts';
import { type CallOf, isWholeQuestion } from './call.ts';
import type { CommandContext } from './context.ts';
import { type MatchInput, matchCommand } from './match.ts';
import { readingIn } from './reading-in.ts';
import type { CommandTable } from './table.ts';
import { filterOfPerson, personMeant } from './whose.ts';

const LONGEST = 60;

export interface Beside {
  call: CallOf<'ask'>;
  told: string[];
}

export interface One {
  call: CallOf<'ask'>;
  reading: Reading;
  /** A unit of theirs, and nothing of their own. */
  ofUnit: boolean;
  lead: string[];
}

/** undefined: no two people are asked about, or what is asked of one of them is not understood. */
export async function besidePeople(
  context: CommandContext,
  said: MatchInput,
  table: CommandTable,
  holders: readonly Holder[],
): Promise<Beside | undefined> {
  if (said.mentions.length > 0 || said.text.length > LONGEST) return undefined;
  const named = withWholeNames(said.text, holders);
  const people = namesIn(named.text, holders);
  const beside = people.length > 0 ? peopleBeside(named.text, people) : undefined;
  if (!beside) return undefined;
  const all: One[] = [];
  for (const text of beside.questions) {
    const match = matchCommand({ ...said, text, context: { ...said.context, people } }, table);
    const one = isWholeQuestion(match) && (await oneOf(context, match.call));
    if (!one) return undefined;
    all.push(one);
  }
  const [first] = all;
  if (!first) return undefined;
  const told = [...named.called.map(calledText), ...new Set(all.flatMap(({ lead }) => lead))];
  const units = all.every(({ ofUnit }) => ofUnit);
  const { personHeard: _h, othersHeard: _o, said: _s, personAs: _a, ...call } = first.call;
  if (beside.sum && units) {
    const unitIds = [...new Set(all.flatMap(({ reading }) => reading.filter.unitIds ?? []))];
    return { call: { ...call, ...first.reading, filter: { ...first.reading.filter, unitIds } }, told };
  }
  const parts = all.map(({ reading }) => reading);
  const compare = units && beside.compared && { compare: true as const };
  const apart = beside.sum ? [NOT_ADDED] : beside.compared && !units ? [APART_ONLY] : [];
  return { call: { ...call, filter: {}, parts, ...compare }, told: [...told, ...apart] };
}

/** What is asked of one, with whose it is in its filter. */
export async function oneOf(context: CommandContext, call: CallOf<'ask'>): Promise<One | undefined> {
  if (call.parts || call.by || call.projectId !== undefined || call.measure === 'projects') return undefined;
  const { filter, personHeard, personAs } = call;
  const reading = { ...readingIn(call), filter };
  if (personHeard === undefined) return { call, reading, ofUnit: filter.unitIds !== undefined, lead: [] };
  const person = await personMeant(context, { openId: null, name: personHeard });
  const whose = person && typeof person !== 'string' && filterOfPerson(context, person, personAs, { filter });
  if (!whose) return undefined;
  const both = filter.unitIds !== undefined && whose.filter.unitIds !== undefined;
  if (both || (filter.projectIds && whose.filter.projectIds)) return undefined;
  return {
    call,
    reading: { ...reading, filter: { ...filter, ...whose.filter } },
    ofUnit: whose.filter.unitIds !== undefined,
    lead: whose.lead === undefined ? [] : [whose.lead],
  };
}
