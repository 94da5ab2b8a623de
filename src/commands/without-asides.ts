/** A message that is understood but for what is said beside the question: read again without it, and that is told. */
import {
  asContactText,
  calledText,
  correctedText,
  explainedText,
  nearNodeText,
  unusedText,
} from '../cards/words-asides.ts';
import { asHeadText } from '../cards/words-reading.ts';
import type { Answer } from '../domain/answer.ts';
import { PRODUCTION_NODE, START_NODE } from '../domain/plan/nodes.ts';
import { apposed, type Holder } from '../language/appositions.ts';
import { withoutAsides } from '../language/asides.ts';
import { corrected } from '../language/corrections.ts';
import type { ReadContext } from '../language/definition.ts';
import { explained } from '../language/explanations.ts';
import { nearNodeIn } from '../language/lexicon/near-nodes.ts';
import { withoutPeopleFrames } from '../language/lexicon/people-frames.ts';
import { namesIn, withWholeNames } from '../language/people-said.ts';
import { withoutGlue } from '../language/without-glue.ts';
import { withoutLight } from '../language/without-light.ts';
import { shortProjectName, shortUnitName } from '../text/names.ts';
import { isWholeAsk, type Match } from './call.ts';
import { type MatchInput, matchCommand } from './match.ts';
import type { CommandTable } from './table.ts';

/** What only shows something; no guess ever writes. */
export const SHOWS: readonly string[] = [
  'ask',
  'mine',
  'countdown',
  'link-map',
  'link-state',
  'weather',
  'show',
  'explain',
  'project',
  'projects',
];

export interface Bare {
  match: Match;
  text: string;
  /** What the answer has to say of the words that have no part in it. */
  told: string[];
  /** Something that was said is taken back. */
  corrects?: true;
}

/** Understood to the end, or a command. */
export function isHeard(match: Match): boolean {
  if (match.kind === 'unknown') return false;
  return match.kind === 'misuse' || match.call.name !== 'ask' || isWholeAsk(match.call);
}

/**
 * Understood, if what was taken back were meant as well, or somebody were called what is only said beside the question:
 * 我这会儿在高铁上呢.
 */
export function hearsAside(match: Match, ways: readonly Bare[]): boolean {
  if (match.kind !== 'call' || match.call.name !== 'ask') return false;
  if (ways.some(({ corrects }) => corrects)) return true;
  const heard = match.call.personHeard;
  return heard !== undefined && ways.some(({ text }) => !text.includes(heard));
}

/** Whether it may be answered in the place of the whole. */
export function isShown({ match }: Bare): boolean {
  return match.kind === 'call' && SHOWS.includes(match.call.name) && isHeard(match);
}

/**
 * Ways to read it without what is beside the question, the nearest to what was said first.
 * @param people who may be named beside what is theirs
 * @param sure without those that leave out a word nobody understands there, which come last
 */
export function bareWays(
  said: MatchInput,
  table: CommandTable,
  people: readonly Holder[] = [],
  sure = false,
): Bare[] {
  if (said.mentions.length > 0 || said.text.length > LONGEST) return [];
  const own = said.context.actor.person.name;
  // 升级到我唐志强这里来的
  const named = withWholeNames(own.length > 1 ? said.text.replace(`我${own}`, '我') : said.text, people);
  const known = namesIn(named.text, people);
  const context = known.length > 0 ? { ...said.context, people: known } : said.context;
  const framed = withoutPeopleFrames(named.text, known);
  const right = corrected(framed.text, context);
  const told = [
    ...named.called.filter(({ name }) => framed.text.includes(name)).map(calledText),
    ...(framed.unused.length > 0 ? [unusedText(framed.unused)] : []),
    ...(right ? [correctedText(right.right, right.wrong)] : []),
  ];
  const text = right?.text ?? framed.text;
  const ways: Way[] = [
    { text, told },
    ...explained(text).map(({ text: other, heard, meaning }) => ({
      text: other,
      told: heard === undefined || meaning === undefined ? told : [...told, explainedText(heard, meaning)],
      figure: true as const,
    })),
    ...nearOf(text, told, context),
  ];
  // Where nothing is explained, little words that go without a word come before what is told.
  const first = ways.length === 1 ? ways.flatMap((way) => looseOf(way, context)) : [];
  const plain = [...first, ...ways]
    .flatMap((way) => [...onceOf(way, people, context), way])
    .flatMap((way) => [way, ...bareOf(way, context)])
    .flatMap((way) => [way, ...looseOf(way, context)]);
  return [...plain, ...(sure ? [] : plain.flatMap((way) => lightOf(way, context)))]
    .filter(
      (way, i, all) =>
        (known.length > 0 || way.text !== said.text) &&
        all.findIndex(({ text: one }) => one === way.text) === i,
    )
    .map(({ figure, ...way }) => ({
      ...way,
      figure,
      match: matchCommand({ ...said, context, text: way.text }, table),
    }))
    .filter(({ match, figure }) => !figure || (match.kind === 'call' && match.call.name === 'ask'))
    .map(({ text: as, told: says, match }) => ({
      text: as,
      told: says,
      match,
      ...(right && { corrects: true }),
    }));
}

interface Way {
  text: string;
  told: string[];
  /** What a word means narrows a figure, and nothing else. */
  figure?: true;
}

/** 兴发啥时候能达产: nobody records that day, and the node that is nearest is told with that said. */
function nearOf(text: string, told: string[], { directory }: ReadContext): Way[] {
  const near = nearNodeIn(text);
  const named = directory.liveProjects.some(({ name, shortNames }) =>
    [name, ...shortNames].some((one) => text.includes(one)),
  );
  if (!near || !named) return [];
  const node = near.node === 'start' ? START_NODE : PRODUCTION_NODE;
  return [{ text: text.replace(near.heard, node), told: [...told, nearNodeText(near.heard, node)] }];
}

/** The same without a name beside the unit or project that is theirs. */
function onceOf(way: Way, people: readonly Holder[], context: ReadContext): Way[] {
  const once = people.length > 0 ? apposed(way.text, people, context) : undefined;
  if (!once) return [];
  const said = once.holders.map((one) => holderText(one, context));
  return [{ ...way, text: once.text, told: [...way.told, ...said] }];
}

function holderText({ name, unitId, head, projectIds }: Holder, { directory }: ReadContext): string {
  return unitId === null
    ? asContactText(name, shortProjectName({ directory }, projectIds[0] ?? null))
    : asHeadText(name, shortUnitName({ directory }, unitId), head);
}

/** The same without what holds nothing. */
function bareOf(way: Way, context: ReadContext): Way[] {
  const kept = withoutAsides(way.text, context);
  if (!kept) return [];
  const { text, unused } = kept;
  return [{ ...way, text, told: unused.length > 0 ? [...way.told, unusedText(unused)] : way.told }];
}

/** The same without little words that narrow nothing: they go without a word. A number that is asked for is one. */
function looseOf(way: Way, context: ReadContext): Way[] {
  const text = withoutGlue(way.text, context);
  if (text === undefined) return [];
  return [{ ...way, text, ...(/几|多少|好多/.test(text) && { figure: true as const }) }];
}

/** The same without words that hardly say anything, which is told: 六个项目里面谁家问题最多. */
function lightOf(way: Way, context: ReadContext): Way[] {
  const kept = withoutLight(way.text, context);
  if (!kept) return [];
  return [{ text: kept.text, told: [...way.told, unusedText(kept.unused)], figure: true }];
}

const LONGEST = 160;

/** A message as it stands, else the first way that is understood to the end. */
export function readBare(said: MatchInput, table: CommandTable): Bare {
  const whole: Bare = { match: matchCommand(said, table), text: said.text, told: [] };
  const ways = bareWays(said, table);
  if (isHeard(whole.match) && !hearsAside(whole.match, ways)) return whole;
  return ways.find(isShown) ?? whole;
}

/** Kinds of answers whose first line says what there is to say of the words. */
const LEADING: readonly string[] = ['list', 'groups', 'figures', 'several', 'projects', 'issue'];

/** The answer, which says so itself; undefined: it has no place for it. */
export function saying(answer: Answer, told: readonly string[]): Answer | undefined {
  if (told.length === 0) return answer;
  if (answer.kind === 'suggest' || answer.kind === 'text')
    return { ...answer, text: `${answer.text}\n${told.join('')}` };
  if (!LEADING.includes(answer.kind)) return undefined;
  const lead = 'lead' in answer && typeof answer.lead === 'string' ? [answer.lead] : [];
  return { ...answer, lead: [...lead, ...told].join(' ') } as Answer;
}
