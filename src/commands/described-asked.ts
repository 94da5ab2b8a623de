/** What is asked of a problem behind the words that name it, clause by clause, and what of it is not understood. */
import type { Fact } from '../domain/reading.ts';
import { POINTER } from '../language/description.ts';
import { ASKS_LOOSELY, tellingParts } from '../language/lexicon/describing.ts';
import { askedBehind, isOnlyGlue, type OneAsked, oneAskedIn } from '../language/lexicon/one-asked.ts';
import { isQuestioning } from '../language/mood.ts';
import { findProjects, findUnits } from '../language/names.ts';
import { readPhrase } from '../language/phrase.ts';
import type { CommandContext } from './context.ts';
import { holdersOf } from './holders.ts';

export interface AskedOfRest {
  asked: OneAsked[];
  /** Those of them that are facts. */
  facts: Fact[];
  /** Clauses that ask something else. */
  unanswered: string[];
}

const CLAUSES = /[\s,，。;；?？!！、]+/u;
/** 是冯刚自己在盯还是钱进在盯, 是不是也归交通 */
const WHOSE =
  /(?:在|管|办|盯|跟|弄|抓|负责|牵头|手[里上]).*还是|是\p{Script=Han}{2,4}?(?:自己|亲自)?在(?:管|办|盯|跟|弄|抓|跑|负责|牵头)|还在\p{Script=Han}{2,8}(?:局|公司|大队|手|那)|(?:归|属于|派给|交给)\p{Script=Han}{2}/u;
/** 说的是那个: what only points asks nothing. */
const ONLY_POINTS = new RegExp(`(?:${POINTER.source})(?:事情?|问题)?$`, 'u');

/** @param rest what stands behind the name @param why 为什么, where that stands ahead of it */
export async function askedOfRest(
  context: CommandContext,
  rest: string,
  why: string | undefined = undefined,
): Promise<AskedOfRest> {
  if (why !== undefined) return { asked: [{ one: 'why' }], facts: ['why'], unanswered: [] };
  const clauses = rest.split(CLAUSES).filter((one) => one !== '');
  const people = clauses.length > 0 ? (await holdersOf(context)).map(({ name }) => name) : [];
  const asked: OneAsked[] = [];
  const unanswered: string[] = [];
  for (const clause of clauses) {
    const one = askedIn(context, clause, people);
    if (one && one.one !== 'number') asked.push(one);
    else if (WHETHER_DONE.test(clause)) asked.push({ one: 'facts', facts: ['closed', 'progress'] });
    else if (asksMore(clause, people)) unanswered.push(clause);
  }
  const facts = asked.flatMap((one) =>
    one.one === 'fact' ? [one.fact] : one.one === 'facts' ? one.facts : (FACTS[one.one] ?? []),
  );
  return { asked, facts: [...new Set(facts)], unanswered };
}

/** How it stands; why it is not done. */
const FACTS: Partial<Record<OneAsked['one'], Fact[]>> = {
  card: ['closed', 'progress'],
  why: ['why'],
  head: ['who'],
  history: ['logged', 'progress'],
};

/** The clause as it stands, else without the names in it, else what it ends with (谈到哪一步了). */
function askedIn(context: CommandContext, clause: string, people: readonly string[]): OneAsked | undefined {
  if (WHOSE.test(clause)) return { one: 'fact', fact: 'who' };
  const phrase = readPhrase(clause);
  const { directory } = context;
  const spans = [...findUnits(phrase, directory), ...findProjects(phrase, directory)].map(({ span }) => span);
  const unnamed = spans.reduceRight((all, [from, until]) => all.slice(0, from) + all.slice(until), clause);
  const bare = people.reduce((all, name) => all.replaceAll(name, ''), unnamed);
  const whether = bare.replace(/吧$/u, '吗');
  return oneAskedIn(clause) ?? oneAskedIn(whether) ?? askedBehind(bare, bare)?.asked;
}

/** 补贴资金到账没, 路灯装好了没: whether it is done. */
const WHETHER_DONE =
  /^(?:还|都|已经?)?(?:\p{Script=Han}{1,2}(?:好|完|通|成|齐|清|掉|上|到位|到账|下来|过来))?了?(?:没有?|没得|冇|吗|么|不)$/u;

/** It asks, and not in passing. */
function asksMore(clause: string, people: readonly string[]): boolean {
  // 陶然吗: who it may be, beside who it is.
  const bare = people.reduce((all, name) => all.replaceAll(name, ''), clause).replace(/[吗吧呢么]+$/u, '');
  if (ONLY_POINTS.test(clause) || isOnlyGlue(bare)) return false;
  const asks = isQuestioning(clause) || ASKS_LOOSELY.test(clause);
  return asks || tellingParts(clause).some((part) => part.length > 1);
}
