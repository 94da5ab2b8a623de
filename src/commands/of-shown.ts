/** Asked of the one problem that was just shown, in words that name nothing else (经办是谁, 找哪个问, 到底是哪家的). */
import { findPeopleByName } from '../db/person.ts';
import type { Answer } from '../domain/answer.ts';
import { alike } from '../domain/same-words.ts';
import { factAsked } from '../language/lexicon/asked.ts';
import {
  ASKS_A_FIGURE,
  ASKS_LOOSELY,
  ASKS_WHO,
  ASKS_WHOSE,
  OF_OTHERS,
  OF_PROJECTS,
  OF_THE_SHOWN,
  tellingParts,
} from '../language/lexicon/describing.ts';
import { findAreas, findProjects, findUnits } from '../language/names.ts';
import { type Phrase, without } from '../language/phrase.ts';
import { isWholeQuestion, type Match } from './call.ts';
import type { CommandContext } from './context.ts';
import { isSoon, type Remembered, rememberIssue } from './follow-memory.ts';
import { execOfOne } from './follow-one.ts';
import { matchSaid } from './match-said.ts';
import { answerQuestion } from './query.ts';
import { visibleIssue } from './visible-issue.ts';

const LONGEST = 24;

/** undefined: no problem was shown just now, or more is said. */
export async function ofTheShown(
  context: CommandContext,
  match: Match,
  phrase: Phrase,
  last: Remembered | undefined,
): Promise<Answer | undefined> {
  const { folded, mentions } = phrase;
  if (last?.issueId === undefined || !isSoon(context, last) || !mayBeOfIt(match, folded)) return undefined;
  if (folded.length > LONGEST || mentions.length > 0 || !ASKS_LOOSELY.test(folded)) return undefined;
  if ([ASKS_A_FIGURE, OF_PROJECTS, OF_OTHERS].some((said) => said.test(folded))) return undefined;
  const issue = await visibleIssue(context, last.issueId);
  if (!issue) return undefined;
  const units = findUnits(phrase, context.directory);
  const places = [...findProjects(phrase, context.directory), ...findAreas(phrase, context.directory)];
  const theirs = units.every(({ ids }) => ids.some((id) => id === issue.unitId));
  if (!theirs || places.length > 0) return undefined;
  const bare = without(
    phrase,
    units.map(({ span }) => span),
  );
  for (const part of BOSS.test(folded) ? [] : tellingParts(alike(bare.text)))
    if (!OF_THE_SHOWN.test(part) && !(await isSomebody(context, part))) return undefined;
  if (issue.unitId !== null && BOSS.test(folded)) return ofItsUnit(context, issue.unitId);
  await rememberIssue(context, issue.id);
  const told = execOfOne(phrase, undefined, issue.id);
  return told.kind === 'issue' && ASKS_WHO.test(folded) && !factAsked(folded)
    ? { kind: 'list', filter: { ids: [issue.id] }, page: 1, asked: true, fact: 'who' }
    : told;
}

/** 他们头儿是谁: who heads the unit that has it. */
const BOSS =
  /^(?:那么?|哦|[\s,，])*(?:他们|她们|这家|那家)(?:单位|局里?|公司)?(?:的)?(?:头儿|头头|头|一把手|局长|经理|领导|老大|当家的|负责人|主要负责人|联络员)(?:是|叫)?(?:谁|哪个|哪位|什么名字|呢)/u;

async function ofItsUnit(context: CommandContext, unitId: number): Promise<Answer | undefined> {
  const name = context.directory.unit(unitId)?.name ?? '';
  const match = matchSaid(context, `${name}负责人是谁`);
  return isWholeQuestion(match) ? answerQuestion(context, match.call) : undefined;
}

/** What nobody else understood; 到底是哪家的 is no question about all. */
function mayBeOfIt(match: Match, folded: string): boolean {
  if (match.kind === 'unknown') return match.doubt === undefined;
  if (match.kind !== 'call' || match.call.name !== 'ask') return false;
  return match.call.unread !== undefined || ASKS_WHOSE.test(folded);
}

/** 周正管, 周正. */
async function isSomebody({ tx }: CommandContext, part: string): Promise<boolean> {
  const name = /^(\p{Script=Han}{2,3}?)(?:管|在管|来管|局长|主任)?$/u.exec(part)?.[1];
  return name !== undefined && (await findPeopleByName(tx, name)).length > 0;
}
