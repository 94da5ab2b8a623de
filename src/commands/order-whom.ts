/** Whom an order is told to: those who have the problems, a unit, or somebody by name. */
import { findPeopleByName } from '../db/person.ts';
import type { Answer } from '../domain/answer.ts';
import { BEHIND_UNIT, WHOEVER } from '../language/lexicon/said-orders.ts';
import { findUnits } from '../language/names.ts';
import { readPhrase } from '../language/phrase.ts';
import { emptyScan } from '../language/scan.ts';
import { type CommandContext, readContextOf } from './context.ts';
import { rememberAnswer } from './follow-memory.ts';
import { answerQuestion } from './query.ts';
import { askOf } from './question.ts';
import { noneOpen, offerUrge } from './urge-several.ts';

export interface Whom {
  /** How many characters name them. */
  length: number;
  unitId?: number;
  /** Somebody alone. */
  name?: string;
}

/** Whom the words begin with; undefined: nobody that is known. */
export async function whomAt(context: CommandContext, words: string): Promise<Whom | undefined> {
  const whoever = WHOEVER.exec(words);
  if (whoever) return { length: whoever[0].length };
  const unit = unitAt(context, words);
  const behind = unit ? words.slice(unit.length) : words;
  const person = await personAt(context, behind, unit?.unitId);
  if (!unit || !person) return unit ?? person;
  return { ...person, length: unit.length + person.length };
}

function unitAt({ directory }: CommandContext, words: string): (Whom & { unitId: number }) | undefined {
  const found = findUnits(readPhrase(words), directory).find(({ span }) => span[0] === 0);
  const [unitId, other] = found?.ids ?? [];
  if (found && unitId !== undefined && other === undefined) return withBehind(words, found.span[1], unitId);
  for (const length of [4, 3, 2]) {
    const said = words.slice(0, length);
    const units = directory.data.units.filter(({ name, closed }) => !closed && name.startsWith(said));
    const [only, second] = units;
    if (said.length === length && only && !second) return withBehind(words, length, only.id);
  }
  return undefined;
}

function withBehind(words: string, length: number, unitId: number): Whom & { unitId: number } {
  const behind = BEHIND_UNIT.exec(words.slice(length))?.[0].length ?? 0;
  return { length: length + behind, unitId };
}

async function personAt(
  { tx, directory }: CommandContext,
  words: string,
  unitId: number | undefined,
): Promise<Whom | undefined> {
  for (const length of [3, 2]) {
    const name = words.slice(0, length);
    if (name.length < length || !/^\p{Script=Han}+$/u.test(name)) continue;
    const [person, namesake] = await findPeopleByName(tx, name, unitId === undefined ? {} : { unitId });
    if (!person || namesake) continue;
    const headed = directory.data.units.find(({ headId }) => headId === person.id)?.id;
    const theirs = headed ?? person.unitId ?? undefined;
    const post =
      /^(?:局长|经理|主任|大队长|队长|书记|市长|总|同志|那边|他们)?/u.exec(words.slice(length))?.[0] ?? '';
    return { length: length + post.length, name, ...(theirs !== undefined && { unitId: theirs }) };
  }
  return undefined;
}

/** What they have open; undefined: nobody is named, or somebody who has none by their post. */
export function theirsOpen(
  context: CommandContext,
  { unitId, name }: Whom,
  lead: string,
): Promise<Answer | undefined> | undefined {
  if (unitId === undefined) return undefined;
  return openOf(context, name === undefined ? { unitIds: [unitId] } : { someone: name }, lead);
}

async function openOf(
  context: CommandContext,
  of: { unitIds: number[] } | { someone: string },
  lead: string,
): Promise<Answer | undefined> {
  const readContext = readContextOf(context);
  const call = askOf({ ...emptyScan(readContext), ...of, states: [{ kind: 'open' }] }, readContext);
  const answer = await answerQuestion(context, call);
  if (answer?.kind !== 'list' && answer?.kind !== 'groups') return undefined;
  const offered = await offerUrge(context, answer.filter, call.topic, lead);
  if (offered) return offered;
  await rememberAnswer(context, call, answer);
  return noneOpen(context, answer.filter, lead);
}
