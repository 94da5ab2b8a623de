/**
 * A problem meant by a description in somebody's own words (门口路破了那个修了没有), where the words are no question that is
 * understood: found by how much of what was said stands in what the asker may see here. Writes nothing.
 */
import { foundText, nearText } from '../cards/words-described.ts';
import { soundedText } from '../cards/words-reading.ts';
import { findsAny } from '../db/issue-list.ts';
import { loadBasis } from '../db/link.ts';
import type { Answer } from '../domain/answer.ts';
import { isMeant } from '../domain/described-verdict.ts';
import type { Issue } from '../domain/issue.ts';
import { findLinks } from '../domain/plan/find-link.ts';
import type { Mention } from '../feishu/incoming.ts';
import { type Description, descriptionsIn } from '../language/description.ts';
import { DEFINITE_ONE, OF_PROJECTS } from '../language/lexicon/describing.ts';
import { TURN_OF } from '../language/lexicon/link-frames.ts';
import { linksNamedIn } from '../language/lexicon/link-names.ts';
import type { Phrase } from '../language/phrase.ts';
import { shortProjectName } from '../text/names.ts';
import { viewContext } from '../views/context.ts';
import { narrow } from '../views/issue-list.ts';
import { findLinkRows } from '../views/link-rows.ts';
import { type Call, type CallOf, mayBeOne } from './call.ts';
import { type CommandContext, readContextOf } from './context.ts';
import { tellStandingOut } from './described-apart.ts';
import { amongListed, findDescribed, heard, mayDescribe, putRight } from './described-find.ts';
import { lookedIn, thingNowhere } from './described-nowhere.ts';
import { lineOf, tellTogether, tellWhichOf } from './described-several.ts';
import { type Found, tellOne } from './described-told.ts';
import { isSoon, type Remembered } from './follow-memory.ts';
import { viewerOf } from './reply.ts';
import { saying } from './without-asides.ts';

/** Nothing of what was said is left over. */
const WHOLLY = 0.95;

interface Said {
  text: string;
  mentions: Mention[];
}

/** What was found, and told; undefined: nothing is near. @param last the answer before, whose problems come first */
export async function answerDescribed(
  context: CommandContext,
  said: Said,
  last?: Remembered,
): Promise<Answer | undefined> {
  if (said.mentions.length > 0 || !mayDescribe(context, said.text)) return undefined;
  const phrase = heard(context, said.text);
  return isOfLinks(phrase) ? undefined : answerFound(context, phrase, last);
}

const OF_EACH = /(?:各个?|每个|所有|哪些|哪几个|[几两三四五六]个)(?:项目|企业)/u;

/** 图审各项目都办了没: the links of projects, of which no problem tells. */
function isOfLinks({ folded }: Phrase): boolean {
  return (OF_EACH.test(folded) || TURN_OF.test(folded)) && (linksNamedIn(folded)?.names.length ?? 0) > 0;
}

/** @param meant what was found is told only where it is, and by nothing but its own words */
async function answerFound(
  context: CommandContext,
  phrase: Phrase,
  last: Remembered | undefined,
  meant?: Meant,
): Promise<Answer | undefined> {
  const together = meant ? undefined : await tellTogether(context, phrase);
  if (together) return together;
  const { told, near } = await tellFound(context, phrase, last, meant);
  if (told) return told;
  if (!meant) {
    const { right = phrase, names = [] } = (await putRight(context, phrase)) ?? {};
    const sure = right === phrase ? undefined : (await tellFound(context, right, last)).told;
    const answer = sure ?? (await tellStandingOut(context, right));
    if (answer) return names.length > 0 ? (saying(answer, [soundedText(names)]) ?? answer) : answer;
  }
  return near && tellNear(context, near.found, near.description);
}

type Meant = (found: readonly Found[], description: Description) => boolean;

/** The one in which every word stands, or those that are equally near; else what comes near. */
async function tellFound(
  context: CommandContext,
  phrase: Phrase,
  last: Remembered | undefined,
  meant?: Meant,
): Promise<{ told?: Answer; near?: { found: readonly Found[]; description: Description } }> {
  let near: { found: readonly Found[]; description: Description } | undefined;
  for (const description of descriptionsIn(phrase, readContextOf(context))) {
    const found = await findDescribed(context, description, last);
    if (!found || (meant && !meant(found, description))) continue;
    const [first, second] = found.filter(({ ranked, words }) => isMeant(ranked, words.missing));
    // 美利信用工缺口: the project in front is told.
    const more = description.projectIds.length > (near?.description.projectIds.length ?? -1);
    if (!first && more) near = { found, description };
    if (second) return { told: await tellWhichOf(context, found) };
    const before = last && isSoon(context, last) ? last.fact : undefined;
    if (first)
      return { told: await tellOne(context, first, { folded: phrase.folded, description }, { before }) };
  }
  return near ? { near } : {};
}

/** What shares only some of the words is offered. */
async function tellNear(
  context: CommandContext,
  found: readonly Found[],
  { projectIds: [projectId], ofProject, naming }: Description,
): Promise<Answer | undefined> {
  const elsewhere = found.every(({ ranked }) => ranked.elsewhere);
  if (elsewhere && ofProject) return undefined;
  const issues = found.map(({ issue }) => issue);
  const ctx = await viewContext(context.tx, viewerOf(context), { issues });
  const project = elsewhere && projectId !== undefined ? shortProjectName(ctx, projectId) : '';
  const lines = issues.map((issue) => lineOf(issue, ctx));
  const text = nearText(naming, { ...lookedIn(context), project }, lines);
  const commands = issues.map(({ id }) => `#${id}`);
  const [only, second] = issues;
  const back: Answer = { kind: 'suggest', text, commands, unheard: 'one' };
  if (!only || second) return back;
  const answer: Answer = { kind: 'list', filter: { ids: [only.id] }, page: 1, asked: true, fact: 'progress' };
  return { ...back, near: { said: `#${only.id}`, answer } };
}

/** The one open problem (with `closed` any) that words describe, all of which stand in it; undefined: none stands out. */
export async function describedIssue(
  context: CommandContext,
  words: string,
  { closed = false } = {},
): Promise<Issue | undefined> {
  if (!mayDescribe(context, words)) return undefined;
  const phrase = heard(context, words);
  for (const description of descriptionsIn(phrase, readContextOf(context))) {
    // 征地那个 may be any of its kind, 图审那件 is one.
    if (isKind({ ...description, definite: ONE_ITEM.test(words) })) return undefined;
    const [found, second] = (await findDescribed(context, { ...description, pointed: true })) ?? [];
    if (!found) continue;
    const sure =
      !second && (closed || found.ranked.open) && found.words.missing.length === 0 && !found.ranked.elsewhere;
    return sure ? found.issue : undefined;
  }
  return undefined;
}

/**
 * The same for a question of which words are not understood, that looks for words nothing open holds, or whose kind of
 * matter is surely one problem's.
 */
export async function describedInstead(
  context: CommandContext,
  call: CallOf<'ask'>,
  said: Said,
  last?: Remembered,
): Promise<Answer | undefined> {
  // #12谁签收的: a number describes nothing.
  const others = /(?<!还是)(?:别的|其[他它]|另外)/.test(said.text);
  if (call.filter.ids || call.untold || call.doubt || call.parts || others) return undefined;
  if (call.unread) return answerDescribed(context, said, last);
  const narrowed = call.filter.search === undefined ? undefined : narrow(call.filter, viewerOf(context));
  const nowhere = narrowed && !call.by && !(await findsAny(context.tx, narrowed.query));
  if (said.mentions.length > 0 || !mayDescribe(context, said.text)) return undefined;
  const phrase = heard(context, said.text);
  if (nowhere) return (await answerFound(context, phrase, last)) ?? thingNowhere(context, phrase);
  const all = descriptionsIn(phrase, readContextOf(context));
  // 财政局还有没有没办完的事: of the unit, and of no problem that has its name.
  const names = (call.filter.unitIds ?? []).map((id) => context.directory.unit(id)?.name ?? '');
  const isName = (word: string) => names.some((name) => name.includes(word));
  if (all.length > 0 && all.every(({ said: words }) => words.every(isName))) return undefined;
  // 生态环境局签收几次 is of the unit, 供电公司那件停过表没有 of one problem.
  const pointed = call.measure !== 'steps' || DEFINITE_ONE.test(phrase.folded);
  if (!mayBeOne(call) && !(pointed && all.some(({ asked }) => asked))) return undefined;
  const kind = (!all[0]?.asked || all[0].keywords) && all.some(isKind);
  // 兴发的堆场问题: a keyword of a kind of matter of which nothing is open, and one problem's word.
  const open = narrow(call.filter, viewerOf(context));
  const gone = call.filter.categoryIds && !call.by && open && !(await findsAny(context.tx, open.query));
  const found = kind && !gone ? undefined : await answerFound(context, phrase, undefined, surelyMeant);
  // 补贴资金拿到手没: nothing of its kind is open, and one that is closed stands out.
  const over = gone && !found ? await tellStandingOut(context, phrase) : undefined;
  if (over) return over;
  // 供电的问题主要集中在哪个项目: of each, and of no one problem.
  if (found || call.by !== undefined || call.filter.categoryIds === undefined) return found;
  // No list of its kind.
  return thingNowhere(context, phrase);
}

/** A question of a link that one or several projects have. */
export function asksOfLink(call: Call): boolean {
  if (call.name === 'link-state') return true;
  return call.name === 'ask' && call.projects?.links?.said !== undefined;
}

/** 卫局长那边取水许可批了没: the problem that bears the name, where no link is called so. What is ahead of it is in the filter. */
async function insteadOfLink(context: CommandContext, call: Call, { text }: Phrase) {
  const { said = '', also } = (call.name === 'ask' && call.projects?.links) || {};
  const at = text.indexOf(said);
  if (call.name !== 'ask' || said === '' || at < 0 || also) return undefined;
  const { theirs } = await findLinkRows(context.tx, call, viewerOf(context));
  const called = ({ name }: { name: string }) => [...said].every((one) => name.includes(one));
  if (findLinks(said, theirs).some(called)) return undefined;
  const { unitIds, projectIds } = call.filter;
  const within: Meant = (found, by) =>
    surelyMeant(found, by) &&
    found.every(({ issue: { title, unitId, projectId } }) => {
      const own = unitIds === undefined || unitIds.includes(unitId ?? -1);
      const there = projectIds === undefined || projectIds.includes(projectId ?? -1);
      return own && there && title.includes(said);
    });
  return answerFound(context, heard(context, text.slice(at)), undefined, within);
}

const ONE_ITEM = /[那这]一?[件份条桩]/;
const ONE_PROBLEM = /[那这]一?(?:个(?:问题|事|卡点|堵点)|件|桩)/;
const WHY = /为什么|为啥|为何|怎么还|咋还/;

/** 施工许可证卡图审那个, 安评报告为什么还没下来: one problem surely, though links are called so, too. */
export async function describedRather(
  context: CommandContext,
  call: Call,
  said: Said,
): Promise<Answer | undefined> {
  if (said.mentions.length > 0 || !mayDescribe(context, said.text)) return undefined;
  const phrase = heard(context, said.text);
  // 消防验收这个环节
  if ([OF_PROJECTS, OF_EACH, TURN_OF].some((one) => one.test(phrase.folded))) return undefined;
  const link = call.name === 'ask' ? (call.projects?.links?.said ?? '') : '';
  // 安评报告办完没有: more than the name of the link.
  const all = descriptionsIn(phrase, readContextOf(context));
  const more = link !== '' && all.some(({ said: [part = ''] }) => part.length > link.length);
  const told = call.name === 'log' && all.some(({ asked }) => asked);
  const instead = await insteadOfLink(context, call, phrase);
  if (instead) return instead;
  // 邦普的安评报告批下来没有, of a project without links of its own.
  const [only = 0] = call.name === 'link-state' ? call.projectIds : [];
  const plain = only !== 0 && !(await loadBasis(context.tx, only));
  const one = more || told || plain || DEFINITE_ONE.test(phrase.folded) || WHY.test(phrase.folded);
  // 安琪的排污许可证那个问题, which is of another project: that is said, and no link shown.
  const theirs = ({ ranked, words }: Found) =>
    ranked.elsewhere && words.missing.length === 0 && ONE_PROBLEM.test(phrase.folded);
  const meant: Meant = (found, by) => surelyMeant(found, by) || found.every(theirs);
  return one ? answerFound(context, phrase, undefined, meant) : undefined;
}

const THING = 4;
/** 图审, 环评; 线路迁改 is the name of a thing, though the directory has it for a kind of matter. */
function isKind({ keywords, definite, said }: Description): boolean {
  return keywords && !definite && said.every(({ length }) => length < THING);
}

/** 用工缺口的事: longer than the kind of matter it is a word of. */
export function namesThing(context: CommandContext, words: string): boolean {
  if (!mayDescribe(context, words)) return false;
  const all = descriptionsIn(heard(context, words), readContextOf(context));
  return all.some((one) => (one.keywords || one.pointed) && one.said.some(({ length }) => length >= THING));
}

/**
 * Every word that tells stands in it, which are more than a kind of matter; a few are only offered of 那件, and where that is
 * asked about, no other words are looked for.
 */
function surelyMeant(found: readonly Found[], { figure, definite, asked }: Description): boolean {
  if (figure || found.some(({ ranked }) => ranked.elsewhere)) return false;
  if (definite && asked) return true;
  if (found.some(({ words }) => words.missing.length > 0)) return false;
  return definite || (found.length === 1 && (found[0]?.ranked.covered ?? 0) >= WHOLLY);
}

/**
 * The one problem a short name means (路灯那个): of those spoken of, else of that project's, else of all that may be seen.
 * undefined: none, or several.
 */
export async function namedProblem(
  context: CommandContext,
  name: string,
  last: Remembered,
): Promise<{ issue: Issue; lead: string } | undefined> {
  const { projectIds } = last.topic;
  const ofProject = { ...last, filter: { projectIds } };
  for (const said of descriptionsIn(heard(context, `${name}那个问题`), readContextOf(context))) {
    const description = { ...said, pointed: true };
    const [first, second] =
      projectIds.length > 0
        ? ((await amongListed(context, description, last)) ??
          (await amongListed(context, description, ofProject)) ??
          [])
        : ((await findDescribed(context, description, last)) ?? []);
    if (!first || second || first.words.missing.length > 0) continue;
    return { issue: first.issue, lead: foundText(first.words.held, { missing: [] }) };
  }
  return undefined;
}
