/**
 * Orders about a problem that is described (把供水压力不足那个转给水利局), or that was just shown and is told on to somebody
 * (让孙倩盯着点): offered as the command with its number, never carried out.
 */
import { handOnText, TOLD_ON_CLOSED, urgeOneText } from '../cards/words-described.ts';
import { plannedText } from '../cards/words-talk.ts';
import { loadIssue } from '../db/issue.ts';
import { findPeopleByName } from '../db/person.ts';
import type { Answer } from '../domain/answer.ts';
import type { Issue } from '../domain/issue.ts';
import { DEFINITE_ONE } from '../language/lexicon/describing.ts';
import { HANDS_ON, handedOn, TELLS_SOMEBODY, withoutOrder } from '../language/lexicon/orders.ts';
import { isQuestioning } from '../language/mood.ts';
import { findUnits } from '../language/names.ts';
import { type Phrase, readPhrase, trim } from '../language/phrase.ts';
import { maySeeIssue } from '../views/place.ts';
import type { CommandContext } from './context.ts';
import { describedIssue } from './described.ts';
import { isSoon, type Remembered, rememberIssue } from './follow-memory.ts';
import { viewerOf } from './reply.ts';
import { offerUrge } from './urge-several.ts';

const LONGEST = 60;
/** 现在是啥颜色: it is told, with 催办 on its card. */
const ASKS_TOO = /[啥谁哪几吗]|什么|怎|多少|到没|了没/u;
const NAME_LENGTHS = [3, 2];

/** undefined: no such order, or not known which problem it is about. */
export async function orderDescribed(
  context: CommandContext,
  phrase: Phrase,
  last: Remembered | undefined,
): Promise<Answer | undefined> {
  const { folded, mentions, text } = phrase;
  if (mentions.length > 0 || folded.length > LONGEST) return undefined;
  if (HANDS_ON.test(folded)) return handOn(context, text, last);
  const rest = withoutOrder(text);
  if (rest !== undefined) return urge(context, rest, last);
  if (!TELLS_SOMEBODY.test(folded) || DEFINITE_ONE.test(folded.replace('那个谁', ''))) return undefined;
  const shown = await shownLast(context, last);
  return shown && tellOn(shown);
}

/** The problem shown just now. */
async function shownLast(context: CommandContext, last: Remembered | undefined): Promise<Issue | undefined> {
  if (last?.issueId === undefined || !isSoon(context, last)) return undefined;
  const issue = await loadIssue(context.tx, last.issueId);
  return issue && (await maySeeIssue(context.tx, issue, viewerOf(context))) === true ? issue : undefined;
}

/** 让孙倩盯着点: 批示 is not built yet, 催办 reaches whoever has it. */
function tellOn({ id, status }: Issue): Answer {
  const over = status === 'closed' || status === 'void';
  const text = over ? TOLD_ON_CLOSED : plannedText('批示', ['催办']);
  return { kind: 'suggest', text, commands: [over ? `#${id}` : `催办 #${id}`] };
}

async function handOn(
  context: CommandContext,
  text: string,
  last: Remembered | undefined,
): Promise<Answer | undefined> {
  const { what, to } = handedOn(text);
  const receiver = await receiverIn(context, to);
  if (receiver === undefined) return undefined;
  const described = what === '' ? undefined : await describedIssue(context, what);
  // What was just spoken of and a unit: as ever (order.ts).
  const issue = described ?? (what === '' && !receiver.unit ? await shownLast(context, last) : undefined);
  if (!issue) return undefined;
  await rememberIssue(context, issue.id);
  const commands = [`转办 #${issue.id} ${receiver.name}`];
  return { kind: 'suggest', text: handOnText(issue.id, issue.title, receiver.name), commands };
}

/** A unit, with one of its people if one is named behind it; or somebody alone. */
async function receiverIn(
  { tx, directory }: CommandContext,
  to: string,
): Promise<{ name: string; unit: boolean } | undefined> {
  const phrase = trim(readPhrase(to));
  const [unit, second] = findUnits(phrase, directory);
  const [unitId, other] = unit?.ids ?? [];
  if (second !== undefined || other !== undefined) return undefined;
  const behind = unit ? phrase.text.slice(unit.span[1]) : phrase.text;
  const name = unitId === undefined ? undefined : directory.unit(unitId)?.name;
  for (const length of NAME_LENGTHS) {
    const said = behind.slice(0, length);
    if (!/^\p{Script=Han}+$/u.test(said)) continue;
    const [person, namesake] = await findPeopleByName(tx, said, unitId === undefined ? {} : { unitId });
    if (person?.home && person.unitId !== null && !namesake)
      return { name: name === undefined ? person.name : `${name} ${person.name}`, unit: unit !== undefined };
  }
  return name === undefined ? undefined : { name, unit: true };
}

async function urge(
  context: CommandContext,
  rest: string,
  last: Remembered | undefined,
): Promise<Answer | undefined> {
  if (rest.length > LONGEST || isQuestioning(rest) || ASKS_TOO.test(rest)) return undefined;
  if (DEFINITE_ONE.test(rest)) {
    const issue = await describedIssue(context, rest);
    const offered = issue && (await offerUrge(context, { ids: [issue.id] }));
    return issue && offered?.kind === 'suggest'
      ? { ...offered, text: urgeOneText(issue.id, issue.title) }
      : offered;
  }
  // 让供电抓紧, right after a problem of 供电公司.
  const shown = await shownLast(context, last);
  const unit = shown?.unitId == null ? undefined : context.directory.unit(shown.unitId);
  const theirs = [unit?.name ?? '', ...(unit?.shortNames ?? [])].some(
    (name) => rest.length > 1 && name.startsWith(rest),
  );
  return shown && theirs ? offerUrge(context, { ids: [shown.id] }) : undefined;
}
