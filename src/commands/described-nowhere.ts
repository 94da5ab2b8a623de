/** One problem that is meant, where nothing the asker may see holds the words: said so, and never whether it stands elsewhere. */
import { type LookedIn, nowhereOneText } from '../cards/words-described.ts';
import { findsAny } from '../db/issue-list.ts';
import { findPeopleByName } from '../db/person.ts';
import type { Answer } from '../domain/answer.ts';
import { type Description, descriptionsIn } from '../language/description.ts';
import { askedIn, asksOneFact } from '../language/lexicon/asked.ts';
import { IN_FRONT, POINTS_AT_ONE } from '../language/lexicon/describing.ts';
import { inSimplified } from '../language/lexicon/traditional.ts';
import { type Phrase, readPhrase, trim } from '../language/phrase.ts';
import { narrow } from '../views/issue-list.ts';
import { type CommandContext, readContextOf } from './context.ts';
import { nearestOf } from './described-near.ts';
import { viewerOf } from './reply.ts';
import { firstWordsFor } from './suggest.ts';

/** What is longer describes no one problem. */
const LONGEST = 80;
const MOST_WORDS = 3;
const MOST_BUTTONS = 3;

/** undefined: no one problem is meant, or something that may be seen holds all of the words. @param offered buttons beside */
export async function describedNowhere(
  context: CommandContext,
  text: string,
  offered: readonly string[],
): Promise<(Answer & { kind: 'suggest' }) | undefined> {
  if (context.chat?.kind === 'unbound' || text.length > LONGEST) return undefined;
  const phrase = trim(readPhrase(inSimplified(text).replace(IN_FRONT, '')));
  if (asksOneFact(phrase.folded)) return undefined;
  const read = readContextOf(context);
  const [description] = descriptionsIn(phrase, read);
  if (!description || !meansOne(description, phrase.folded)) return undefined;
  const words = [...new Set(description.said.filter((one) => one.length > 1))].slice(0, MOST_WORDS);
  if (words.length === 0 || (await finds(context, words.join(' ')))) return undefined;
  for (const word of words) if ((await findPeopleByName(context.tx, word)).length > 0) return undefined;
  const found: string[] = [];
  if (words.length > 1) for (const word of words) if (await finds(context, word)) found.push(`搜 ${word}`);
  // 那个问题怎么还是红的, of nothing, would ask the same again.
  const others = offered.filter((one) => !POINTS_AT_ONE.test(one));
  const always = firstWordsFor(context.actor, context.chatType === 'group');
  const near = await nearestOf(context, description);
  const numbers = near.map(({ id }) => `#${id}`);
  const all = found.length + others.length > 0 ? [...found, ...others] : always;
  const commands = [...new Set([...numbers, ...all])].slice(0, MOST_BUTTONS);
  return { kind: 'suggest', text: nowhereOneText(words, lookedIn(context), near), commands, unheard: 'one' };
}

/** Where is looked for what is described. */
export function lookedIn(context: CommandContext): LookedIn {
  const whole = narrow({}, viewerOf(context))?.place.whole === true;
  return { inGroup: context.chat?.kind === 'project', whole };
}

const KIND_SAID = /方面|类|领域|工作|条线/;

/** 用工缺口那件, of which nothing may be seen: undefined where a kind of matter is meant, or it is somewhere. */
export async function thingNowhere(
  context: CommandContext,
  phrase: Phrase,
): Promise<(Answer & { kind: 'suggest' }) | undefined> {
  const isThing = ({ pointed, figure, matter, keywords, asked, said }: Description) =>
    (pointed || keywords || asked) &&
    !figure &&
    !matter &&
    said.join('').length > (keywords || !pointed ? 3 : 2) &&
    !said.some((part) => KIND_SAID.test(part));
  if (!descriptionsIn(phrase, readContextOf(context)).some(isThing)) return undefined;
  return describedNowhere(context, phrase.text, []);
}

/** 有没有让企业不高兴的 */
const OF_MANY = /的[\s\p{P}]*$/u;

/** Of so many letters, and asked of it what is asked of one problem: 尾矿库排水沟改道现在啥情况. */
const AS_A_TITLE = 4;

/** 那件, 的事, or asked of it what is asked of one problem; no kind of matter, no figure and no rule. */
function meansOne(
  { figure, general, matter, ofProject, pointed, asks, asked, done, said }: Description,
  folded: string,
): boolean {
  if (figure || general || matter || ofProject || !asks || (!asked && OF_MANY.test(folded))) return false;
  const titled = asked && said.join('').length >= AS_A_TITLE;
  return pointed || done || titled === true || askedIn(folded) !== undefined;
}

async function finds(context: CommandContext, search: string): Promise<boolean> {
  const narrowed = narrow({ search }, viewerOf(context));
  return narrowed !== undefined && (await findsAny(context.tx, narrowed.query));
}
