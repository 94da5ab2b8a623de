/** Looks up what a description may mean, within what the asker may see here, and which of it does. Writes nothing. */
import { pairsLike, sharingWords } from '../db/described.ts';
import { findsAny, listIssues } from '../db/issue-list.ts';
import { findPeopleByName } from '../db/person.ts';
import { type Ranked, type Rarity, rankDescribed, sharedWords } from '../domain/described.ts';
import { standsOut, verdictOf } from '../domain/described-verdict.ts';
import type { Issue } from '../domain/issue.ts';
import { type Description, descriptionsIn, nameAtStart } from '../language/description.ts';
import { IN_FRONT, LONE } from '../language/lexicon/describing.ts';
import { inSimplified } from '../language/lexicon/traditional.ts';
import { asksWhose } from '../language/lexicon/whose-is.ts';
import { findProjects, findUnits } from '../language/names.ts';
import { type Phrase, readPhrase, trim } from '../language/phrase.ts';
import { scanHeard, soundsLike } from '../language/sounds.ts';
import { narrow } from '../views/issue-list.ts';
import { type CommandContext, readContextOf } from './context.ts';
import { CLOSED_LATELY, candidateOf, describingText } from './described-near.ts';
import type { Found, Words } from './described-told.ts';
import type { Remembered } from './follow-memory.ts';
import { viewerOf } from './reply.ts';

/** Of a list that was shown before. */
const LISTED = 100;
/** What is longer describes no one problem, and is not read by its sound. */
const LONGEST = 80;

/** Whether a text may describe one problem here. */
export function mayDescribe({ chat }: CommandContext, text: string): boolean {
  return chat?.kind !== 'unbound' && text.length <= LONGEST;
}

const DONE_FOR =
  /(谁|哪[个位](?:人|同志)?|哪[个家](?:单位|局))(?:是)?(?:在|来|去)?(?:帮着?|帮忙|替|给)(\p{Script=Han}{0,8}?)(?:在|来|去)?(办|跑|弄|解决|协调|处理|落实)(?:这[件个]?事|的|着)?(?=[\s\p{P}呢啊呀]*$)/u;
const THEIR_CONTACT =
  /(?<=[这那](?:件|个|桩|条)(?:事|问题)?|的事|的问题)(\p{Script=Han}{2,8}?)(?:那边|那头|那方|方面|这边)(?:是|该)?(?:谁|找谁|跟谁|哪个|哪位)(?:在|来)?(?:联系|对接|联络|接头)?(?:的)?(?=[\s\p{P}呢啊呀]*$)/u;

/** 招工的事谁在帮楚能办, …这件美利信那边谁联系: the name of the project stands ahead, and what is asked behind. */
function projectAhead(text: string, { directory }: CommandContext): string {
  const named = (name: string) => findProjects(readPhrase(name), directory).length > 0;
  const [done, who, firm = '', doing] = DONE_FOR.exec(text) ?? [];
  if (done !== undefined && (firm === '' || named(firm) || /^(?:他|她|它|人家|企业|咱|我)/u.test(firm)))
    return `${named(firm) ? firm : ''}${text.replace(done, `${who}在${doing}`)}`;
  const [asked, theirs = ''] = THEIR_CONTACT.exec(text) ?? [];
  return asked !== undefined && named(theirs) ? `${theirs}${text.replace(asked, '企业联系人是谁')}` : text;
}

/** With names of units and projects in the place of what sounds like them; other words stay as they were said. */
export function heard(context: CommandContext, text: string): Phrase {
  const said = asksWhose(inSimplified(text).replace(IN_FRONT, ''));
  const phrase = trim(readPhrase(projectAhead(said, context)));
  const sounded = scanHeard(phrase, readContextOf(context)).sounded;
  if (!sounded) return phrase;
  const right = trim(readPhrase(sounded.right));
  const names = (one: Phrase) =>
    findUnits(one, context.directory).length +
    findProjects(one, context.directory).length +
    (nameAtStart(one.folded, context) ? 1 : 0);
  return names(right) > names(phrase) ? right : phrase;
}

const NAME = /^\p{Script=Han}{2,3}$/u;
const MOST_NAMES = 6;

/** Who is named tells whom, not what. */
async function withoutPeople({ tx }: CommandContext, description: Description): Promise<Description> {
  if (description.parts.length < 2) return description;
  const names: string[] = [];
  for (const part of description.parts.filter((one) => NAME.test(one)).slice(0, MOST_NAMES))
    if ((await findPeopleByName(tx, part)).length > 0) names.push(part);
  const { parts, said, naming } = description;
  const [left, ...as] = [parts, said, naming].map((all) => all.filter((part) => !names.includes(part)));
  const [spoken = said, name = naming] = as;
  return left?.length ? { ...description, parts: left, said: spoken, naming: name } : description;
}

/** Those that are near enough to be told or offered. @param last the answer before, whose problems come first */
export async function findDescribed(
  context: CommandContext,
  said: Description,
  last?: Remembered,
): Promise<Found[] | undefined> {
  const description = await withoutPeople(context, said);
  const listed = last && description.pointed ? await amongListed(context, description, last) : undefined;
  const lacks = (found: Found[]) => Math.min(...found.map(({ words }) => words.missing.length));
  if (listed && lacks(listed) === 0) return listed;
  const narrowed = narrow({}, viewerOf(context));
  if (!narrowed || description.tokens.length === 0) return listed;
  const since = context.now - CLOSED_LATELY;
  const { issues, rarity } = await sharingWords(context.tx, narrowed.query, description.tokens, since);
  // 厂区门口道路破损那个, after the lamp before the gate: one that was listed holds only some of it.
  const found = rankedOf(description, issues, rarity);
  return listed && !(found && lacks(found) < lacks(listed)) ? listed : found;
}

/** 三户没签协议那件, after a list: one of those. */
export async function amongListed(
  context: CommandContext,
  description: Description,
  { filter, projects, parts }: Remembered,
): Promise<Found[] | undefined> {
  const narrowed = projects || parts ? undefined : narrow(filter, viewerOf(context));
  if (!narrowed) return undefined;
  const { issues } = await listIssues(context.tx, { ...narrowed.query, page: 1, pageSize: LISTED });
  return rankedOf(description, issues, { size: issues.length, times: new Map() }, true);
}

function rankedOf(
  description: Description,
  issues: readonly Issue[],
  rarity: Rarity,
  few = false,
): Found[] | undefined {
  const byId = new Map(issues.map((issue) => [issue.id, issue]));
  const ranked = rankDescribed(description, issues.map(candidateOf), rarity);
  const { generally } = description;
  const first = byId.get(ranked[0]?.id ?? 0);
  const general = generally !== undefined && !first?.text.includes(generally);
  const found = verdictOf({ ...description, general }, ranked, { few })?.flatMap((one) => {
    const issue = byId.get(one.id);
    return issue ? [{ issue, ranked: one, words: wordsIn(description, issue) }] : [];
  });
  return found && meantOf(found, description);
}

/** So much of what was said it tells itself, where for the others that comes of it. */
const HALF = 0.5;

/** Of several the one all words stand in, in its title, and of 为啥停表 the one that stands still. */
function meantOf(found: Found[], { asked }: Description): Found[] {
  const stopped = asked?.asked.one === 'fact' && asked.asked.fact === 'paused';
  const ways = [
    ({ words }: Found) => words.missing.length === 0,
    ({ ranked }: Found) => ranked.own,
    ({ ranked }: Found) => ranked.inHead >= HALF,
    ({ issue }: Found) => issue.status === 'paused',
  ];
  return ways.slice(0, stopped ? 4 : 3).reduce((left, way) => {
    const those = left.filter(way);
    return those.length === 1 ? those : left;
  }, found);
}

/** Of the telling words, those that stand in it, and of those that name it what does not. */
function wordsIn({ said, naming }: Description, issue: Issue): Words {
  const text = describingText(issue);
  return {
    held: [...new Set(said.flatMap((part) => sharedWords(part, text).held))],
    missing: [...new Set(sharedWords(naming, text).missing)],
  };
}

/**
 * The one that stands out though not all of the words that name it stand in it, with what is open of the project that was
 * named; several, where only a thing of one character tells them (安琪那条路).
 */
export async function findStandingOut(
  context: CommandContext,
  said: Description,
): Promise<Found[] | undefined> {
  const own = await withoutPeople(context, said);
  const paired = inPairs(own);
  const found = await standingOut(context, said, paired);
  // 安琪路面那个, of what is written 道路破损.
  return found || paired === own ? found : standingOut(context, { ...said, said: [...said.parts] }, own);
}

/** @param description what is compared, which may be less than was said */
async function standingOut(
  context: CommandContext,
  said: Description,
  description: Description,
): Promise<Found[] | undefined> {
  const narrowed = narrow({}, viewerOf(context));
  if (!narrowed) return undefined;
  const { tokens, projectIds, naming } = description;
  const since = context.now - CLOSED_LATELY;
  const { issues, rarity } = await sharingWords(context.tx, narrowed.query, tokens, since, projectIds);
  const ranked = rankDescribed(description, issues.map(candidateOf), rarity);
  const lone =
    said.definite &&
    projectIds.length > 0 &&
    said.said.every((one) => one.length === 1 && LONE.includes(one));
  const isIt = (one: Ranked, text: string) => {
    if (lone) return one.own && one.open && one.inHead === 1 && !said.figure;
    const apart = naming.every((part) => {
      const { held, missing } = sharedWords(part, text);
      return held.length === 0 || missing.length === 0;
    });
    return standsOut(description, one, apart);
  };
  const found = ranked.flatMap((one) => {
    const issue = issues.find(({ id }) => id === one.id);
    return issue && isIt(one, describingText(issue))
      ? [
          {
            issue,
            ranked: one,
            words: lone ? { held: description.said, missing: [] } : wordsIn(description, issue),
          },
        ]
      : [];
  });
  return found.length > 0 && found.length <= MOST_LONE ? found : undefined;
}

const MOST_LONE = 5;

/** 排水沟, which is compared by one character, is looked for as it was said. */
function inPairs(description: Description): Description {
  const { parts, said } = description;
  const short = parts.every(({ length }) => length === 1) && said.some(({ length }) => length > 1);
  return short ? { ...description, parts: said } : description;
}

/** The text with pairs that nobody ever wrote put as what sounds like them and was written (塔掉: 塔吊), and which those are. */
export async function putRight(
  context: CommandContext,
  phrase: Phrase,
): Promise<{ right: Phrase; names: { heard: string; name: string }[] } | undefined> {
  const narrowed = narrow({}, viewerOf(context));
  const [description] = descriptionsIn(phrase, readContextOf(context));
  if (!narrowed || !description) return undefined;
  const said = [...new Set(description.said.flatMap((part) => pairsOf(part)))];
  const written = await pairsLike(context.tx, narrowed.query, said);
  const names = said.flatMap((heard) => {
    if (written.includes(heard)) return [];
    const [name, other] = written.filter((one) => soundsLike(heard, one));
    return name === undefined || other !== undefined ? [] : [{ heard, name }];
  });
  names.push(...(await projectsHeard(context, phrase.text)));
  if (names.length === 0) return undefined;
  // 矿裤, 裤排: one slip.
  const slips = names.filter(({ heard }, i) => !names.slice(0, i).some((one) => heard[0] === one.heard[1]));
  const text = names.reduce((all, { heard, name }) => all.replaceAll(heard, name), phrase.text);
  return text === phrase.text ? undefined : { right: trim(readPhrase(text)), names: slips };
}

/** 安其门口那件: of projects the speaker does not see as a whole, but where a problem is theirs to see. */
async function projectsHeard(
  context: CommandContext,
  said: string,
): Promise<{ heard: string; name: string }[]> {
  const alike = context.directory.liveProjects.flatMap(({ id, shortNames }) =>
    shortNames.flatMap((name) => heardAs(said, name).map((heard) => ({ id, heard, name }))),
  );
  const found: { heard: string; name: string }[] = [];
  for (const { id, heard, name } of alike) {
    if (alike.some((one) => one.heard === heard && one.id !== id)) continue;
    const narrowed = narrow({ projectIds: [id] }, viewerOf(context));
    if (narrowed && (await findsAny(context.tx, narrowed.query))) found.push({ heard, name });
  }
  return found;
}

/** What in the text sounds like the name and is written otherwise. */
function heardAs(said: string, name: string): string[] {
  if (name.length < 2 || said.includes(name)) return [];
  const places = Array.from({ length: Math.max(0, said.length - name.length + 1) }, (_, at) => at);
  return places.map((at) => said.slice(at, at + name.length)).filter((one) => soundsLike(one, name));
}

const PAIR = /^\p{Script=Han}{2}$/u;
function pairsOf(part: string): string[] {
  const characters = [...part];
  return characters
    .slice(1)
    .map((one, i) => `${characters[i]}${one}`)
    .filter((pair) => PAIR.test(pair));
}
