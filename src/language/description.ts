/** A problem described in somebody's own words (门口路破了那个修了没有): what of the words tells which one is meant. */
import type { Described } from '../domain/described.ts';
import type { Manner } from '../domain/described-verdict.ts';
import type { Fact } from '../domain/reading.ts';
import { alike, variantsIn } from '../domain/same-words.ts';
import { queryTokens } from '../domain/search.ts';
import type { ReadContext } from './definition.ts';
import { askedIn } from './lexicon/asked.ts';
import {
  ASKS_A_FIGURE,
  ASKS_LOOSELY,
  ASKS_OF_ONE,
  DEFINITE_ONE,
  IN_GENERAL,
  OF_PROJECTS,
  POINTS_AT_ONE,
  tellingParts,
} from './lexicon/describing.ts';
import { askedBehind, LEAVES_OUT, type OneAsked } from './lexicon/one-asked.ts';
import { withoutOrder } from './lexicon/orders.ts';
import { isQuestioning } from './mood.ts';
import { type Found, findAreas, findCategory, findKeywordAt, findProjects, findUnits } from './names.ts';
import { withRestOfName } from './part-of-name.ts';
import { cut, fold, type Phrase, readPhrase, trim, without } from './phrase.ts';

/** What a description says, and how it is said. */
export interface Description extends Described, Manner {
  /** 标准: the word it is general by, which may be of the problem itself. */
  generally?: string;
  /** Nothing but words of categories; longer ones name a thing (线路迁改, 排污许可). */
  keywords: boolean;
  /** 那件, unlike 的事: one thing and no more. */
  definite: boolean;
  /** The telling words as they were said. */
  said: string[];
  /** Those of them that name it: before 那件, if any. */
  naming: string[];
  /** What is asked of it, the words for that, and the whole without names of units and projects. */
  asked?: { asked: OneAsked; behind: string; bare: string; front: string };
  /** Tokens to look candidates up by, however their words are written. */
  tokens: string[];
}

export type Named = Pick<Found, 'ids' | 'span'>;

/** What names a problem ends there. */
export const POINTER = new RegExp(`${DEFINITE_ONE.source}|的(?:那?事|那?问题)`, 'g');

/** Longer texts tell a story. */
const LONGEST = 80;

/**
 * By its name alone, with what is asked behind (焊工为什么退回); else as it stands, and without a name that is glued to it
 * (兴发堆场那个事): the first that finds is meant.
 */
export function descriptionsIn(phrase: Phrase, context: ReadContext): Description[] {
  const glued = nameAtStart(phrase.folded, context);
  const apart = glued && [descriptionNamed(phrase, context, glued), descriptionIn(phrase, context, glued)];
  // 邦普安评: a project and a kind of matter, and no words.
  const kind = apart?.some((one) => one?.keywords) === true;
  const whole = kind ? [] : [descriptionNamed(phrase, context), descriptionIn(phrase, context)];
  return [whole[0], apart?.[0], whole[1], apart?.[1]].filter((one) => one !== undefined);
}

/** 为什么线路迁改一直没办: asked of what is named behind it. */
const WHY_AHEAD = /^(?:为什么|为啥|为何|怎么)(?=.*[没不还老总])/u;

const OF_ONE: readonly Fact[] = ['age', 'idle', 'late'];

/** Its name, where all that stands behind it is asked of one problem. */
function descriptionNamed({ text }: Phrase, context: ReadContext, glued?: Named): Description | undefined {
  const said = trim(readPhrase(withoutOrder(text) ?? text));
  const front = WHY_AHEAD.exec(said.folded)?.[0] ?? '';
  const phrase = trim(cut(said, front.length));
  const { folded } = phrase;
  const units = findUnits(phrase, context.directory);
  const names = [...units, ...findProjects(phrase, context.directory)].map(({ span }) => span);
  const bare = names.reduce(
    (said, [from, until]) => said.slice(0, from) + ' '.repeat(until - from) + said.slice(until),
    folded,
  );
  const { until, asked } = folded.length > LONGEST ? {} : (askedBehind(folded, bare, front) ?? {});
  const name = folded.slice(0, until ?? 0);
  const named = name === '' ? undefined : descriptionIn(readPhrase(name), context, glued);
  // 交通局有没有回复: a name does not end within a unit's.
  const within = names.some(([from, to]) => from < name.length && name.length < to);
  if (!named || !asked || within || IN_GENERAL.test(folded)) return undefined;
  const unitIds = units.flatMap(({ ids }) => ids);
  // 图审的事拖了多久了: of the one it stands in, and not of all of its kind.
  const long = asked.one === 'fact' && OF_ONE.includes(asked.fact);
  const one = long && !named.said.some((part) => isCategory(part, context));
  const ofProject = asked.one !== 'links' && OF_PROJECTS.test(folded);
  return {
    ...named,
    ...(one && { keywords: false, matter: false }),
    unitIds,
    ofProject,
    telling: true,
    asks: true,
    asked: { asked, behind: front + bare.slice(name.length), bare, front },
  };
}

/** undefined: nothing telling is said. @param glued a project it begins with */
export function descriptionIn(phrase: Phrase, context: ReadContext, glued?: Named): Description | undefined {
  const { folded } = phrase;
  if (folded.length > LONGEST || LEAVES_OUT.test(folded)) return undefined;
  const units = findUnits(phrase, context.directory);
  const projects = [...findProjects(phrase, context.directory), ...(glued ? [glued] : [])].map((one: Named) =>
    withRestOfName(one, folded, context),
  );
  const areas = findAreas(phrase, context.directory);
  const named = without(
    phrase,
    [...units, ...projects, ...areas].map(({ span }) => span),
  );
  const bare = withoutOutcome(named);
  const parts = tellingParts(alike(bare.text));
  if (parts.length === 0) return undefined;
  const pointed = POINTS_AT_ONE.test(folded);
  const figure = ASKS_A_FIGURE.test(folded);
  if (figure && !pointed && asksBeside(folded)) return undefined;
  const said = tellingParts(fold(bare.text));
  const at = [...bare.text.matchAll(POINTER)].at(-1)?.index ?? 0;
  const before = tellingParts(fold(bare.text.slice(0, at)));
  const keywords = said.every((part) => part.length === 1 || isKeyword(part, context));
  const category = findCategory(phrase, context.directory);
  const definite = DEFINITE_ONE.test(folded);
  const generally = definite ? undefined : IN_GENERAL.exec(folded)?.[0];
  return {
    parts,
    said,
    naming: before.some((part) => part.length > 1) ? before : said,
    tokens: tokensOf(said, parts),
    projectIds: projects.flatMap(({ ids }) => ids),
    unitIds: units.flatMap(({ ids }) => ids),
    categoryIds: category === null ? [] : [category],
    pointed,
    placed: projects.length + units.length > 0,
    done: WHETHER_DONE.test(folded),
    telling: said.join('').length > 2 || ASKS_OF_ONE.test(folded) || askedIn(folded) !== undefined,
    asks: isQuestioning(folded) || ASKS_LOOSELY.test(folded),
    figure,
    ofProject: OF_PROJECTS.test(folded),
    keywords,
    definite,
    general: generally !== undefined,
    ...(generally !== undefined && { generally }),
    matter:
      keywords &&
      (said.every((part) => isCategory(part, context)) || (!definite && pointed && said.every(isShort))),
  };
}

/** 征地, unlike 线路迁改, which is the name of a thing. */
const isShort = ({ length }: string) => length < 4;

/** 路灯装了吗, 门口的路补好没 */
const WHETHER_DONE =
  /(?:装|修|补|拆|换|挪|通|批|签|拨|清|搬|铺|架|迁|接|移|填|挖|平|建)(?:好|完|上|掉|走|通|下来|出来)?了?(?:没有?|冇得?|吗|么|吧)[\s\p{P}]*$/u;

/** 并网批下来了冇: whether it came is asked, and says nothing of which it is. */
const OUTCOME =
  /(?:批|办|弄|拿|搞|审)(?:得)?(?:下来|出来|好|完|过|成)?了?(?:没有?|冇得?|吗|么|吧|不|否)[\s\p{P}]*$/u;

function withoutOutcome(phrase: Phrase): Phrase {
  const kept = phrase.text.replace(OUTCOME, '');
  const telling = tellingParts(alike(kept));
  return telling.some((part) => part.length > 1) ? readPhrase(kept) : phrase;
}

/** 我看见大车进不来，没办完几件: the figure is of no one problem, for its own clause describes none. */
function asksBeside(folded: string): boolean {
  const clauses = folded.split(/[,，。;；!！?？\s]+/u).filter((one) => one !== '');
  const asking = clauses.filter((one) => ASKS_A_FIGURE.test(one));
  return (
    clauses.length > asking.length &&
    asking.some((one) => tellingParts(alike(one)).every(({ length }) => length < 2))
  );
}

const FILLED = /^(?:[嗯啊哎哦]|[那这]个|请问|为什么|为啥子?|为何|咋个?|[\s\p{P}])*/u;

/** The project whose name the text begins with, glued to what follows or not. */
export function nameAtStart(
  folded: string,
  { directory }: Pick<ReadContext, 'directory'>,
): Named | undefined {
  const at = FILLED.exec(folded)?.[0].length ?? 0;
  const begun = directory.liveProjects.flatMap(({ id, name, shortNames }) =>
    [name, ...shortNames].flatMap((one) => (one.length > 1 && folded.startsWith(one, at) ? { id, one } : [])),
  );
  const [first] = begun.toSorted((a, b) => b.one.length - a.one.length);
  return first && { ids: [first.id], span: [at, at + first.one.length] };
}

/** 征地, 安评: a word of a category, and nothing beside it. */
function isKeyword(part: string, { directory }: ReadContext): boolean {
  return findKeywordAt(part, 0, directory)?.name.length === part.length;
}

/** 用水, 消防: all of a category. */
function isCategory(part: string, { directory }: ReadContext): boolean {
  return part.length === 1 || directory.data.categories.some(({ name }) => name === part);
}

const COUNTED = /^\d+\p{Script=Han}$/u;

/** As written, as compared, and every other way to write it; single characters say too little. */
function tokensOf(said: readonly string[], parts: readonly string[]): string[] {
  const all = [...said, ...parts, ...parts.flatMap(variantsIn)];
  const tokens = all.flatMap(queryTokens);
  const longer = tokens.filter((token) => [...token].length > 1);
  // 3户 has none, and its halves are looked up together, also where 三户 was said.
  const halves = parts.some((part) => part.length > 1) ? tokens : [];
  const counted = parts.filter((part) => COUNTED.test(part)).flatMap(queryTokens);
  return [...new Set(longer.length > 0 ? [...longer, ...counted] : halves)];
}
