/** One problem that was found by its words: its card, with what was asked of it told first. Writes nothing. */

import { dayNotCarriedText, foundText, urgeItText, whomText } from '../cards/words-described.ts';
import { refusalText } from '../cards/words-refusals.ts';
import { plannedText } from '../cards/words-talk.ts';
import { findPeople } from '../db/person.ts';
import type { Answer } from '../domain/answer.ts';
import type { Ranked } from '../domain/described.ts';
import type { Issue } from '../domain/issue.ts';
import type { Fact } from '../domain/reading.ts';
import { restBehind } from '../language/described-parts.ts';
import type { Description } from '../language/description.ts';
import { factAsked } from '../language/lexicon/asked.ts';
import { askedBehind, type OneAsked, oneAskedIn } from '../language/lexicon/one-asked.ts';
import { HANDS_ON, TELLS_INSIDE, withoutOrder } from '../language/lexicon/orders.ts';
import { readPhrase } from '../language/phrase.ts';
import { maySay } from '../verbs/decide.ts';
import type { CommandContext } from './context.ts';
import { askedOfRest } from './described-asked.ts';
import { courseOf, factsOf, linksHeld, ofItsProject, sinceOf } from './facts-told.ts';
import { lastOf, rememberIssue } from './follow-memory.ts';
import { contactsOfUnits } from './follow-turn.ts';
import { visibleIssue } from './visible-issue.ts';

/** 现在什么灯. */
const OF_LIGHT = /[什啥么哪几][么个]?(?:颜色|灯)/;

/** 到哪一步了, 啥情况: whether it is done, and what was reported last. */
const HOW = /哪一?步|到哪|情况|状[态况]|进度|怎[么样]|咋|如何/;
const STANDS: OneAsked = { one: 'facts', facts: ['closed', 'progress'] };
/** 该找谁: whom to turn to. */
const WHOM = /找谁|找哪|联系谁|[跟和]谁(?:对接|联系)/;

/** 卡在哪了: why it is not done. */
const STUCK = /[卡堵][在到住]/;
/** 为啥…那个老办不下来 */
const WHY_AHEAD = /^(?:为什么|为啥子?|为何|怎么|咋)/;
/** 为什么还没批下来: what it waits for. */
const WHY = /为什么|为啥|为何|怎么|咋/;
/** Of a problem 批了没有 asks whether it is done. */
const OF_EXTENSION = /[延展宽推顺改]/;

export interface Found {
  issue: Issue;
  ranked: Ranked;
  /** What was said of it that stands in it, and what does not. */
  words: Words;
}

export interface Words {
  held: string[];
  missing: string[];
}

/** @param before what was asked of the one before, which 路灯那个呢 asks again */
export async function tellOne(
  context: CommandContext,
  { issue, ranked, words }: Found,
  { folded, description }: { folded: string; description: Description },
  { before }: { before?: Fact | undefined } = {},
): Promise<Answer> {
  const named = askedOf(issue, words, description);
  const { asked: read, unanswered } = named
    ? { asked: [named], unanswered: [] }
    : await askedOfRest(context, restBehind(folded, words.held, issue.title), WHY_AHEAD.exec(folded)?.[0]);
  const plain = askedPlainly(folded, before);
  const all = read.length > 0 ? read.map((one) => meantOf(one, folded, issue.text)) : plain ? [plain] : [];
  const [asked = unanswered.length > 0 ? STANDS : undefined] = all;
  await rememberIssue(context, issue.id, asked?.one === 'fact' ? asked.fact : undefined);
  const ofProject = asked?.one === 'contact' || asked?.one === 'secretary';
  const last = ofProject ? await lastOf(context) : undefined;
  const beside = ofProject && last ? await ofItsProject(context, asked.one, issue, last) : undefined;
  const { id } = issue;
  const each: string[] = [];
  for (const one of all.length > 0 ? all : [asked]) each.push(await toldOf(context, issue, one));
  const told = [...new Set(each.filter((one) => one !== ''))].join('；');
  const whom = asked?.one === 'fact' && asked.fact === 'who' && WHOM.test(folded);
  const fact = whom ? `${told}；${await whomOf(context, issue)}` : told;
  const lead = foundText(words.held, {
    missing: words.missing,
    unanswered,
    ...(fact && { fact }),
    ...(ranked.open && orderWithin(context, issue, folded)),
  });
  if (beside && 'lead' in beside) return { ...beside, lead: `${lead}${beside.lead ?? ''}` } as Answer;
  if (beside) return beside;
  return all.some(({ one }) => one === 'history')
    ? courseOf(context, issue, lead)
    : { kind: 'issue', issueId: id, lead };
}

/** Liaison officer and head of its unit, and the secretary of its project. */
async function whomOf(context: CommandContext, { unitId, projectId }: Issue): Promise<string> {
  const secretaryId = projectId === null ? null : context.directory.project(projectId)?.secretaryId;
  const [secretary] = secretaryId == null ? [] : await findPeople(context.tx, [secretaryId]);
  const contacts = unitId === null ? '' : await contactsOfUnits(context, [unitId]);
  return whomText(contacts, secretary?.name);
}

/** Behind what stands in it (林地手续省里还没批到哪步了), else behind its name. */
function askedOf(issue: Issue, { held }: Words, { asked }: Description): OneAsked | undefined {
  if (!asked) return undefined;
  const { text } = issue;
  const from = Math.max(...held.map((one) => asked.bare.lastIndexOf(one)), -1);
  let until = from + 1;
  while (from >= 0 && until < asked.bare.length && text.includes(asked.bare.slice(from, until + 1))) until++;
  const rest = asked.bare.slice(until);
  const said = asked.front + rest;
  const shorter = said.length < asked.behind.length ? oneAskedIn(said) : undefined;
  return meantOf(shorter ?? asked.asked, asked.behind, text);
}

function meantOf(asked: OneAsked, behind: string, text: string): OneAsked {
  if (asked.one === 'card' && STUCK.test(behind)) return { one: 'why' };
  if (asked.one === 'card' && HOW.test(behind)) return STANDS;
  // 为什么亮灯了: which it has, and why.
  if (asked.one === 'why' && /灯|[红黄蓝]的?$/.test(behind)) return { one: 'facts', facts: ['light', 'why'] };
  // 3户签了没, of a contract that is not signed.
  const signed = asked.one === 'fact' && asked.fact === 'signed';
  if (signed && text.includes('签') && !behind.includes('签收')) return STANDS;
  const approved = asked.one === 'fact' && asked.fact === 'extension' && !OF_EXTENSION.test(behind);
  if (!approved) return asked;
  return WHY.test(behind) ? { one: 'why' } : { one: 'fact', fact: 'closed' };
}

/** 什么灯, and of 路灯那个呢 what was asked of the one before. */
function askedPlainly(folded: string, before: Fact | undefined): OneAsked | undefined {
  const same = /呢[\s\p{P}]*$/u.test(folded) ? before : undefined;
  const fact = factAsked(folded) ?? (OF_LIGHT.test(folded) ? 'light' : same);
  return fact && { one: 'fact', fact };
}

/** What is recorded of what was asked. */
async function toldOf(context: CommandContext, issue: Issue, asked: OneAsked | undefined): Promise<string> {
  if (asked?.one === 'links') return linksHeld(context, issue);
  const facts: Partial<Record<OneAsked['one'], readonly Fact[]>> = {
    ...(asked?.one === 'fact' && { fact: [asked.fact] }),
    ...(asked?.one === 'facts' && { facts: asked.facts }),
    why: ['why'],
    head: ['who'],
    since: sinceOf(issue, undefined),
  };
  return factsOf(context, issue, (asked && facts[asked.one]) ?? []);
}

/** An order beside the question, which the buttons of its card carry out where the asker may give it. */
function orderWithin({ actor, directory }: CommandContext, issue: Issue, folded: string): { order?: string } {
  if (TELLS_INSIDE.test(folded)) return { order: plannedText('批示', ['催办']) };
  if (withoutOrder(folded) === undefined) return {};
  const may = maySay(actor, 'urge', issue, directory);
  return { order: may === true ? urgeItText(issue.id) : refusalText(may.refusal) };
}

/** 今天下班前, 明天之前: no 催办 carries it. */
const BY_WHEN =
  /(?:今天|明天|后天|今晚|下?周[一二三四五六日天]|[本这下]周|月底|\d{1,2}[号日])(?:[上下]午|下班|中午|晚上)?(?:之?前|以前|内|[上下]午|下班)?(?=\p{Script=Han})/u;

/** 还剩几天，让蒋平抓紧办: what is asked beside the order is told first, and what of it is not carried. */
export async function besideOrder(context: CommandContext, text: string, answer: Answer): Promise<Answer> {
  if (answer.kind !== 'suggest' && answer.kind !== 'text') return answer;
  const issueId = (await lastOf(context))?.issueId;
  const commands = answer.kind === 'suggest' ? answer.commands : [];
  const issue = issueId === undefined ? undefined : await visibleIssue(context, issueId);
  if (!issue || ![answer.text, ...commands].some((one) => new RegExp(`#${issue.id}(?!\\d)`).test(one)))
    return answer;
  const clauses = readPhrase(text).folded.split(/[\s\p{P}]+/u);
  const asked = clauses.flatMap((one) =>
    HANDS_ON.test(one) ? [] : (oneAskedIn(one) ?? askedBehind(one, one)?.asked ?? []),
  )[0];
  const plain: OneAsked =
    asked?.one === 'card' ? { one: 'fact', fact: 'closed' } : (asked ?? { one: 'card' });
  const told = await toldOf(context, issue, plain);
  const day = commands.some((one) => one.startsWith('催办')) ? BY_WHEN.exec(text)?.[0] : undefined;
  const lead = `${told && `#${issue.id} ${told}。`}${day === undefined ? '' : dayNotCarriedText(day)}`;
  return { ...answer, text: `${lead}${answer.text}` };
}
