/**
 * Orders about a problem that is described (把供水压力不足那个转给水利局), or that was just shown and is told on to somebody
 * (让孙倩盯着点): offered as the command with its number, never carried out.
 */
import {
  handOnText,
  inHandText,
  orderRefusedText,
  sendBackText,
  TOLD_ON_CLOSED,
  urgeOneText,
} from '../cards/words-described.ts';
import { refusalText } from '../cards/words-refusals.ts';
import { plannedText } from '../cards/words-talk.ts';
import { loadIssue } from '../db/issue.ts';
import { findPeople, findPeopleByName } from '../db/person.ts';
import type { Answer } from '../domain/answer.ts';
import type { Refused } from '../domain/decision.ts';
import type { Issue } from '../domain/issue.ts';
import type { Unit } from '../domain/model.ts';
import { DEFINITE_ONE } from '../language/lexicon/describing.ts';
import { HANDS_ON, handedOn, withoutOrder } from '../language/lexicon/orders.ts';
import { rowAlone } from '../language/lexicon/rows-said.ts';
import { isQuestioning } from '../language/mood.ts';
import { findUnits } from '../language/names.ts';
import { type Phrase, readPhrase, trim } from '../language/phrase.ts';
import { decideIssue, maySay } from '../verbs/decide.ts';
import type { CommandContext } from './context.ts';
import { describedIssue, namesThing } from './described.ts';
import { describedNowhere, thingNowhere } from './described-nowhere.ts';
import { isSoon, type Remembered, rememberIssue } from './follow-memory.ts';
import { rowOf } from './follow-rows.ts';
import { whomAt } from './order-whom.ts';
import { offerUrge } from './urge-several.ts';
import { visibleIssue } from './visible-issue.ts';

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
  return rest === undefined ? undefined : urge(context, rest, last);
}

/** The problem shown just now. */
async function shownLast(context: CommandContext, last: Remembered | undefined): Promise<Issue | undefined> {
  if (!last || !isSoon(context, last)) return undefined;
  const issueId = last.issueId ?? (last.first ? await rowOf(context, last, 0) : undefined);
  if (issueId === undefined) return undefined;
  return visibleIssue(context, issueId);
}

function refusedText({ id, title }: Issue, { refusal }: Refused): Answer {
  return { kind: 'text', tone: 'warning', text: orderRefusedText(id, title, refusalText(refusal)) };
}

/** 让孙倩盯着点: 批示 is not built yet, 催办 reaches whoever has it. */
function tellOn(context: CommandContext, issue: Issue): Answer {
  const over = overText(issue);
  if (over) return over;
  const may = maySay(context.actor, 'urge', issue, context.directory);
  if (may !== true) return refusedText(issue, may);
  return { kind: 'suggest', text: plannedText('批示', ['催办']), commands: [`催办 #${issue.id}`] };
}

/** Nothing is to be urged of what is struck off. undefined: it is open */
export function overText({ id, status }: Issue): Answer | undefined {
  if (status !== 'closed' && status !== 'void') return undefined;
  return { kind: 'suggest', text: TOLD_ON_CLOSED, commands: [`#${id}`] };
}

async function handOn(
  context: CommandContext,
  text: string,
  last: Remembered | undefined,
): Promise<Answer | undefined> {
  const { what, to } = handedOn(text);
  const receiver = await receiverIn(context, to);
  if (receiver === undefined) return undefined;
  const nth = what === '' ? undefined : rowAlone(what);
  if (nth !== undefined) return last && handOnRow(context, last, nth, receiver);
  const described = what === '' ? undefined : await describedIssue(context, what, { closed: true });
  // What was just spoken of and a unit: as ever (order.ts).
  const shown = what === '' ? await shownLast(context, last) : undefined;
  const theirs = shown?.unitId === receiver.route.unitId;
  const one = !receiver.unit || last?.first || last?.issueId !== undefined || theirs;
  const issue = described ?? (one ? shown : undefined);
  if (issue) return offerHandOn(context, issue, receiver);
  return DEFINITE_ONE.test(what) ? thingNowhere(context, trim(readPhrase(`${what}怎么样了`))) : undefined;
}

/** 头一件转给交通局 */
async function handOnRow(
  context: CommandContext,
  last: Remembered,
  nth: number,
  to: Receiver,
): Promise<Answer | undefined> {
  if (last.parts || last.ranking || last.projects || !isSoon(context, last)) return undefined;
  const issueId = await rowOf(context, last, nth);
  const issue = issueId === undefined ? null : await loadIssue(context.tx, issueId);
  return issue ? offerHandOn(context, issue, to) : undefined;
}

/** Offers to hand it on, or why it cannot be. */
export async function offerHandOn(
  context: CommandContext,
  issue: Issue,
  { name, route }: Receiver,
): Promise<Answer> {
  const { id, title } = issue;
  await rememberIssue(context, id);
  const { now, actor, directory } = context;
  const decision = decideIssue(issue, { verb: 'route', ...route }, { now, actor, directory });
  if (!decision.ok) {
    const [person] = issue.assigneeId === null ? [] : await findPeople(context.tx, [issue.assigneeId]);
    const holder = route.assigneeId === undefined ? person?.name : name;
    if (decision.refusal.code === 'same-unit' && holder !== undefined)
      return { kind: 'text', tone: 'warning', text: orderRefusedText(id, title, inHandText(holder)) };
    // 不归我们，转给交通局吧: who may not hand it on may send it back.
    const back = decideIssue(issue, { verb: 'bounce', reason: name }, { now, actor, directory });
    return decision.refusal.code === 'may-not' && back.ok
      ? { kind: 'suggest', text: sendBackText(id, title, name), commands: [`退回 #${id}`] }
      : refusedText(issue, decision);
  }
  return { kind: 'suggest', text: handOnText(id, title, name), commands: [`转办 #${id} ${name}`] };
}

export interface Receiver {
  name: string;
  unit: boolean;
  route: { unitId: number; assigneeId?: number };
}

/** A unit, with one of its people if one is named behind it; or somebody alone. */
export async function receiverIn(
  { tx, directory }: CommandContext,
  to: string,
): Promise<Receiver | undefined> {
  const phrase = trim(readPhrase(to));
  const [unit, second] = findUnits(phrase, directory);
  const [unitId, other] = unit?.ids ?? [];
  if (second !== undefined || other !== undefined) return undefined;
  const called = unit ? undefined : unitCalled(phrase.text, directory);
  if (called) return { name: called.name, unit: false, route: { unitId: called.id } };
  const behind = unit ? phrase.text.slice(unit.span[1]) : phrase.text;
  const name = unitId === undefined ? undefined : directory.unit(unitId)?.name;
  for (const length of NAME_LENGTHS) {
    const said = behind.slice(0, length);
    if (!/^\p{Script=Han}+$/u.test(said)) continue;
    const [person, namesake] = await findPeopleByName(tx, said, unitId === undefined ? {} : { unitId });
    if (person?.home && person.unitId !== null && !namesake)
      return {
        name: name === undefined ? person.name : `${name} ${person.name}`,
        unit: unit !== undefined,
        route: { unitId: person.unitId, assigneeId: person.id },
      };
  }
  return name === undefined || unitId === undefined ? undefined : { name, unit: true, route: { unitId } };
}

/** 转给供电: the one unit whose name begins so. */
function unitCalled(text: string, { data }: CommandContext['directory']): Unit | undefined {
  const said = text.replace(/(?:那边|那里|他们|去办|去|吧|办|处理|[啊呀\s\p{P}])+$/u, '');
  const found = data.units.filter((unit) => said.length > 1 && !unit.closed && unit.name.startsWith(said));
  return found.length === 1 ? found[0] : undefined;
}

/** 图审那件,住建局一直没回: the clause that says which; the rest says why. */
function clauseNaming(rest: string): string {
  return rest.split(/[,，。;；]/).find((clause) => DEFINITE_ONE.test(clause)) ?? rest;
}

/** That nothing the asker may see is what was named. */
async function nowhere(context: CommandContext, said: string): Promise<Answer | undefined> {
  return (await thingNowhere(context, trim(readPhrase(said)))) ?? describedNowhere(context, said, []);
}

async function urge(
  context: CommandContext,
  rest: string,
  last: Remembered | undefined,
): Promise<Answer | undefined> {
  if (rest.length > LONGEST || isQuestioning(rest) || ASKS_TOO.test(rest)) return undefined;
  if (DEFINITE_ONE.test(rest) || namesThing(context, rest)) {
    const named = clauseNaming(rest);
    const issue =
      (await describedIssue(context, rest, { closed: true })) ??
      (named === rest ? undefined : await describedIssue(context, named, { closed: true }));
    if (!issue) return /#|\d号/.test(rest) ? undefined : nowhere(context, `${named}怎么样了`);
    const over = overText(issue);
    const offered = over ?? (await offerUrge(context, { ids: [issue.id] }));
    await rememberIssue(context, issue.id);
    return !over && offered?.kind === 'suggest'
      ? { ...offered, text: urgeOneText(issue.id, issue.title) }
      : offered;
  }
  // 让供电抓紧, right after a problem of 供电公司.
  const shown = await shownLast(context, last);
  const whom = shown && (await whomAt(context, rest));
  const whole = whom && /^(?:签收|接收|办理?|处理|落实|解决|回话)?$/u.test(rest.slice(whom.length));
  // 让王建国盯紧点: a secretary has none of their own.
  if (shown && whole && whom.name !== undefined && whom.unitId === undefined) return tellOn(context, shown);
  const theirs = whole && whom.unitId !== undefined && whom.unitId === shown?.unitId;
  return shown && theirs ? (overText(shown) ?? offerUrge(context, { ids: [shown.id] })) : undefined;
}
