import { THIS_WEEK_TAKEN } from '../cards/words-reading.ts';
import type { Answer } from '../domain/answer.ts';
import type { Mention } from '../feishu/incoming.ts';
import { asksOneFact } from '../language/lexicon/asked.ts';
import {
  hangsInTheAir,
  isDefinite,
  LEADING,
  LEANING,
  LEANING_PART,
  MARKED,
  OF_EACH,
  ONLY,
  PERHAPS_LEANING,
  POINTING,
  type Step,
  stepIn,
  WHOSE_AMONG,
  WHY_THE_ONE,
} from '../language/lexicon/follow-ups.ts';
import { type Turn, turnsIn } from '../language/lexicon/going-on.ts';
import { type Onward, onwardIn } from '../language/lexicon/onwards.ts';
import { saidOnwards } from '../language/lexicon/onwards-said.ts';
import { withoutOrder } from '../language/lexicon/orders.ts';
import { inPlainWords } from '../language/lexicon/plain-words.ts';
import { pointedIn } from '../language/lexicon/ranking-said.ts';
import { likeBefore } from '../language/like-before.ts';
import { cutStart, type Phrase, readPhrase, trim } from '../language/phrase.ts';
import type { Scan } from '../language/scanned.ts';
import { scanHeard } from '../language/sounds.ts';
import { saysSomething, scanOf } from '../language/topic.ts';
import { isTold } from '../language/topic-states.ts';
import { afterUnanswered, afterUnheard } from './after-unanswered.ts';
import { isWholeQuestion, type Match } from './call.ts';
import { type CommandContext, loadStarts, readContextOf } from './context.ts';
import {
  type Bearing,
  bearingOf,
  isBareName,
  isClear,
  ofAllPlaces,
  ofTheseRows,
  orAnew,
  whyOpen,
} from './follow-bearing.ts';
import { ofTheProjectMeant } from './follow-focus.ts';
import { askBeside, askedAnew, ofTheTwo, onlyWhose, withoutStart } from './follow-from.ts';
import { namesLink } from './follow-links.ts';
import { isOnlyCard, isRecent, isSoon, lastOf, namesTheirs, type Remembered } from './follow-memory.ts';
import { execOfOne, isOfOne, namesAny, ofTheShown } from './follow-one.ts';
import { goOnwards, nodeOf } from './follow-onwards.ts';
import { besideThen, overTimeAfter, upOrDown } from './follow-over-time.ts';
import { asBefore, inOtherWords, ofBothTogether, otherPart, type Plain, plainAfter } from './follow-plain.ts';
import { ofTheProject } from './follow-project.ts';
import { ofTheRanking } from './follow-ranking.ts';
import { onlyRow, rowOf } from './follow-rows.ts';
import { askWhichOne, ofItsProblems, restOf, stepTo, turnOfMany, unreadOf } from './follow-steps.ts';
import { ofTheirProblems, ofTheirProjects } from './follow-theirs.ts';
import {
  answerTurns,
  askOnwards,
  isOfAlike,
  ofAllCounted,
  ofLater,
  partNamed,
  restatedParts,
  swappedParts,
} from './follow-turn.ts';
import { remember } from './left.ts';
import { matchSaid } from './match-said.ts';
import { ofThoseInTurn } from './named-in-turn.ts';
import { isOfItsOwn } from './of-its-own.ts';
import { isUndatedNew, THIS_WEEK } from './undated-new.ts';
import { saying } from './without-asides.ts';

const LONGEST = 30;
/** 啥时候能投产, right after a project's card. */
const WHEN_NODE = /(?:什么时候|啥时候|几时|哪天|多久)(?:能|可以|才能)?(?:开工|投产|动工)/;

interface Said {
  phrase: Phrase;
  scan: Scan;
  match: Match;
  step: Step | undefined;
  turns: Turn[] | undefined;
  onward: Onward | undefined;
  /** Asked of one thing without naming it. */
  ofOne: boolean;
  leans: 'surely' | 'perhaps' | undefined;
  /** Asked just now, and lacks what the question before had. */
  bearing?: Bearing | undefined;
}

/**
 * The answer when the words go on from a question; undefined when they do not, or there was none of late. null: it is
 * on its way by itself.
 */
export async function followUp(
  context: CommandContext,
  match: Match,
  said: { text: string; mentions: Mention[] },
): Promise<Answer | null | undefined> {
  if (context.cardIssueId !== undefined || context.parentId !== undefined) return undefined;
  if (isOfItsOwn(context, await lastOf(context), { text: said.text, match })) return undefined;
  const before = await afterUnheard(context, said.text, () => followLast(context, match, said));
  return before === undefined ? followLast(context, match, said) : before;
}

async function followLast(
  context: CommandContext,
  match: Match,
  said: { text: string; mentions: Mention[] },
): Promise<Answer | null | undefined> {
  const unanswered = await afterUnanswered(context, match, said);
  if (unanswered !== undefined) return unanswered;
  const others = await ofTheirProjects(context, said.text);
  if (others !== undefined) return others;
  const last = await lastOf(context);
  const folded = ofTheTwo(trim(readPhrase(said.text)).folded, last);
  const short = folded.length <= LONGEST && said.mentions.length === 0;
  const ofIt = last && short ? await ofTheProjectMeant(context, last, match, said.text) : undefined;
  if (ofIt !== undefined) return ofIt;
  const follow = (words: string) =>
    followLast(context, matchSaid(context, words), { text: words, mentions: [] });
  const other = last && short ? otherPart(context, last, folded) : undefined;
  if (other) return followPlainly(context, { text: other, whole: true, alone: true });
  const ranked = last && short ? await ofTheRanking(context, last, { folded, match, follow }) : undefined;
  if (ranked !== undefined) return ranked;
  const dated = last && short ? await ofThisWeek(context, last, said) : undefined;
  if (dated !== undefined) return dated;
  const own = last && short && isSoon(context, last) && (await partNamed(context, last, match));
  if (own) return own;
  const level = last && short ? await upOrDown(context, last, folded) : undefined;
  if (level !== undefined) return level;
  const inTurn = last && short ? await ofThoseInTurn(context, last, folded) : undefined;
  if (inTurn !== undefined) return inTurn;
  const before = last && short && asBefore(context, last, folded);
  if (before) return askOnwards(context, before);
  const meant =
    last && short
      ? ((await ofBothTogether(context, last, folded)) ?? plainAfter(context, last, folded))
      : undefined;
  const first = meant && (await followPlainly(context, meant));
  if (first !== undefined) return first;
  const plain = last && short ? inOtherWords(context, last, folded) : undefined;
  // 主要多在哪个单位: a question of which words are not understood may be these in others.
  const apart = match.kind === 'call' && match.call.name === 'ask' && match.call.unread && plain;
  const so = apart && apart.text === saidOnwards(inPlainWords(folded));
  const plainly = so ? await followPlainly(context, apart) : undefined;
  if (plainly !== undefined) return plainly;
  const direct = await followAsSaid(context, match, said);
  if (direct !== undefined || !last || !short || isWholeQuestion(match)) return direct;
  const beside = await overTimeAfter(context, last, trim(readPhrase(said.text)));
  if (beside !== undefined) return beside;
  if (match.kind === 'call' && match.call.name !== 'ask') return undefined;
  if (!plain || (stepIn(plain.text) !== 'urge' && withoutOrder(said.text))) return undefined;
  return followPlainly(context, plain);
}

/** 新增的呢, where no days were said before. */
async function ofThisWeek(
  context: CommandContext,
  { topic }: Remembered,
  { text, mentions }: { text: string; mentions: Mention[] },
): Promise<Answer | null | undefined> {
  if (topic.periods.length > 0 || !isUndatedNew(scanHeard(trim(readPhrase(text)), readContextOf(context))))
    return undefined;
  const dated = `${THIS_WEEK}${text.trim()}`;
  const answer = await followLast(context, matchSaid(context, dated), { text: dated, mentions });
  return answer && (saying(answer, [THIS_WEEK_TAKEN]) ?? answer);
}

/** The same in words that are understood. */
async function followPlainly(
  context: CommandContext,
  { text, whole, alone, told }: Plain,
): Promise<Answer | null | undefined> {
  const read = matchSaid(context, text);
  const answer = alone ? undefined : await followAsSaid(context, read, { text, mentions: [] });
  const own =
    answer === undefined && whole && isWholeQuestion(read) ? await askOnwards(context, read.call) : answer;
  return told && own ? (saying(own, [told]) ?? own) : own;
}

async function followAsSaid(
  context: CommandContext,
  match: Match,
  { text, mentions }: { text: string; mentions: Mention[] },
): Promise<Answer | null | undefined> {
  const phrase = trim(readPhrase(text, mentions));
  if (phrase.folded.length === 0 || phrase.folded.length > LONGEST) return undefined;
  const before = await lastOf(context);
  const shown = before && (await ofTheShown(context, { phrase, match }, before));
  if (shown !== undefined) return shown;
  if (!mayGoOn(match, phrase)) return undefined;
  // 住建局的催一下: an order of its own words.
  if (withoutOrder(text)) return undefined;
  const own = whyOpen(scanHeard(withoutMarks(phrase), readContextOf(context)));
  const last = before && ofAllCounted(before, own);
  // 几件是按时的: what is understood in other words only.
  const heard =
    own.left.length > 0 && isWholeQuestion(match) && !match.call.parts ? scanOf(match.call.topic) : own;
  const scan = ofAllPlaces(likeBefore(heard, last?.topic, phrase, context.directory), context.directory);
  const said: Said = {
    phrase,
    scan,
    match,
    step: stepIn(phrase.folded),
    turns: turnsOf(phrase, match, scan),
    onward: phrase.mentions.length > 0 ? undefined : onwardIn(phrase.folded),
    ofOne: isOfOne(phrase, scan),
    leans: leaning(scan, phrase, match),
  };
  const alone =
    (said.step === undefined ||
      (match.kind === 'call' && match.call.name === 'weather') ||
      last?.link !== undefined) &&
    (said.onward === undefined || last?.asked || last?.ofLinks || last?.ofWeather || namesLink(phrase));
  const ofProject = last && alone ? await ofTheProject(context, said, last) : undefined;
  if (ofProject !== undefined) return ofProject;
  if (last && isSoon(context, last)) said.bearing = bearingOf(last, scan, phrase, match);
  const theirs = last?.projects && namesTheirs(last) && isSoon(context, last);
  if (!mayLean(said) && !said.bearing && !theirs) return undefined;
  if (!last) return askWhichOne(said);
  await loadStarts(context, last.topic.tags.map(([, , heard]) => heard).join(' '));
  const answer = (await ofTheOne(context, said, last)) ?? (await ofAll(context, said, last));
  return answer === undefined ? askWhichOne(said) : answer;
}

function mayLean({ step, turns, onward, ofOne, leans, phrase, scan, match }: Said): boolean {
  return (
    onward !== undefined ||
    (match.kind === 'call' && match.call.name === 'countdown') ||
    step !== undefined ||
    turns !== undefined ||
    ofOne ||
    leans !== undefined ||
    // 问题呢，有几个没完的: understood, where it begins with a word of ours, as no whole question.
    (match.kind === 'call' &&
      match.call.name === 'ask' &&
      match.call.unread !== undefined &&
      isClear(scan)) ||
    goesOn(scan, phrase, match)
  );
}

/** A whole question that asks for a figure itself is none: 不算用地的还有几件逾期. */
const ASKING = ['count', 'how', 'rate', 'duration', 'why', 'most', 'longest'] as const;

function turnsOf({ folded, mentions }: Phrase, match: Match, scan: Scan): Turn[] | undefined {
  if (mentions.length > 0) return undefined;
  const turns = turnsIn(folded);
  const whole = isWholeQuestion(match);
  const [turn] = turns ?? [];
  const asks = turn?.turn === 'forecast' || ASKING.some((tag) => scan.tags.has(tag));
  const merges =
    turn !== undefined && ['instead', 'also', 'without', 'within', 'forecast'].includes(turn.turn);
  return whole && merges && asks ? undefined : turns;
}

/** Asked of the one problem that was shown, or that heads the list because it was asked for. */
async function ofTheOne(context: CommandContext, said: Said, last: Remembered): Promise<Answer | undefined> {
  const { ofOne, step, phrase } = said;
  if (OF_EACH.test(phrase.folded) && last.issueId === undefined) return undefined;
  const [turn, second] = said.turns ?? [];
  const ofIt = turn && !second && ['when', 'since', 'file', 'forecast', 'apart'].includes(turn.turn);
  if (!ofOne && step !== 'why' && !ofIt) return undefined;
  const issueId =
    last.issueId ??
    (last.first && (ofOne || turn?.turn === 'since')
      ? await rowOf(context, last, 0)
      : asksOneFact(phrase.folded) && said.scan.states.length === 0
        ? await onlyRow(context, last)
        : undefined);
  if (issueId === undefined) return undefined;
  await remember(context, { ...last, issueId });
  return execOfOne(phrase, step, issueId);
}

/** Asked of what was answered as a whole. */
async function ofAll(
  context: CommandContext,
  said: Said,
  before: Remembered,
): Promise<Answer | null | undefined> {
  const last = said.scan.by ? ofLater(before) : before;
  const { step, turns, scan, phrase, match, leans, bearing } = said;
  // What is not asked of the problem shown goes on from nothing older.
  if (isOnlyCard(last) && !step) return undefined;
  if (match.kind === 'call' && match.call.name === 'countdown' && !hangsInTheAir(phrase.folded))
    return nodeOf(context, scan, last);
  const onward = said.onward && (await goOnwards(context, said.onward, said, last));
  if (onward !== undefined) return onward;
  if (last.projects) return ofTheirProblems(context, { ...said, clear: isClear(scan) }, last);
  // Times beside each other are no list.
  const ofTimes = last.parts?.length === 1;
  if (ofTimes && step) return undefined;
  const measured = last.topic.rate !== undefined || last.topic.duration !== undefined;
  if (said.ofOne && last.topic.tags.some(([tag]) => tag === 'node'))
    return ofItsProblems(context, phrase, last);
  // A rate is no problem that somebody has.
  const many = said.ofOne && !measured ? turnOfMany(phrase) : undefined;
  const answer = turns
    ? await answerTurns(context, last, turns)
    : many && (await answerTurns(context, last, [many]));
  if (answer !== undefined) return answer;
  // What is compared is not said, and nothing before tells: no figure of something else.
  if (turns?.[0]?.turn === 'against')
    return (await besideThen(context, last, turns[0].rest)) ?? unreadOf(phrase);
  // 其他的呢, after a rate, is no page of what it was taken of.
  if (step === 'next' && (measured || last.ranking) && pointedIn(phrase.folded)?.at.place === 'rest')
    return undefined;
  if (step) return (await restOf(context, last, phrase)) ?? stepTo(context, last, step);
  // 垫底的是谁: of the rate that was told, else a whole question of its own.
  const ends = scan.byDefault
    ? (last.topic.rate ?? last.topic.duration) !== undefined
    : isRecent(context, last);
  if (leans === 'perhaps' && !ends && !bearing) return undefined;
  // 不满意的是哪几家, after 本季度满意率: of those.
  const rated = last.topic.rate !== undefined && last.topic.periods.length > 0 && isSoon(context, last);
  const definite = isDefinite(phrase.folded, scan) && (isRecent(context, last) || rated);
  const reasons = WHY_THE_ONE.test(phrase.folded) && isSoon(context, last);
  const hangs = said.ofOne && !measured && isClear(scan) && (reasons || isRecent(context, last));
  const plainly = leans !== undefined || definite || hangs || goesOn(scan, phrase, match);
  // 为什么一直没办, of several.
  if (!plainly && !bearing)
    return WHY_THE_ONE.test(phrase.folded) && isSoon(context, last) && !measured && !last.parts
      ? stepTo(context, last, 'why')
      : undefined;
  // 新增的呢, of no days: since when is not said.
  const cameWhen = scan.periods.length + last.topic.periods.length + scan.ages.length;
  if (scan.basis === 'logged' && cameWhen === 0 && scan.by === undefined && !isTold(scan)) return undefined;
  const swapped = swappedParts(last, scan) ?? restatedParts(context, last, scan);
  if (swapped) return askOnwards(context, swapped);
  // 按单位分开, after several figures: the last of them is no more meant than the others.
  const apart = last.parts && !isOfAlike(last.parts, scan) && bearing && !plainly;
  if (ofTimes || apart || (last.parts && scan.by)) return undefined;
  if (bearing?.anew && !plainly) return askedAnew(context, match);
  const within =
    leans !== undefined || said.ofOne || POINTING.test(phrase.folded) || bearing?.within === true;
  const now = plainly ? scan : (bearing?.now ?? scan);
  const pointed = POINTING.test(phrase.folded) || LEANING.test(phrase.folded);
  const how = { within, pointed, bears: bearing !== undefined };
  const freed = bearing?.free ? { ...last.topic, [bearing.free]: [] } : last.topic;
  const whom = (!plainly && bearing?.ofWhom && onlyWhose(last.topic)) || freed;
  const call = ofTheseRows(askBeside(whom, now, how, readContextOf(context)), last, scan);
  const unbegun = await withoutStart(context, call, scan);
  if (unbegun) return unbegun;
  // What does not go with it may still be a question of its own, or nothing.
  if (call.unread && (!isWholeQuestion(match) || !pointed))
    return bearing && !pointed ? askedAnew(context, match) : undefined;
  const next = await askOnwards(context, call);
  return plainly ? next : orAnew(next, call, said);
}

/** Understood to the end, and begins with what goes on from something. */
function leaning(scan: Scan, { folded }: Phrase, match: Match): 'surely' | 'perhaps' | undefined {
  if (scan.left.length > 0 || scan.doubt || scan.tags.has('everywhere')) return undefined;
  if (!saysSomething(scan) || (match.kind === 'call' && match.call.name !== 'ask')) return undefined;
  const counts = (['count', 'how', 'rate', 'duration'] as const).some((tag) => scan.tags.has(tag));
  // 只看用地的, 有没有环保局的: names, and nothing that is asked of them.
  if ((ONLY.test(folded) && !counts) || (WHOSE_AMONG.test(folded) && isBareName(scan))) return 'surely';
  if (namesAny(scan)) return undefined;
  if (LEANING.test(folded)) return 'surely';
  if (LEANING_PART.test(folded) && match.kind !== 'call') return 'surely';
  return PERHAPS_LEANING.test(folded) && !scan.by && scan.periods.length === 0 ? 'perhaps' : undefined;
}

/** A command is one; so is a question that is whole by itself. */
function mayGoOn(match: Match, { folded }: Phrase): boolean {
  if (match.kind === 'unknown') return match.doubt === undefined || asksOneFact(folded);
  if (match.kind !== 'call') return true;
  const { call } = match;
  // 还有几天 alone counts down to all nodes, behind a card to its deadline.
  if (call.name === 'countdown') return hangsInTheAir(folded) || WHEN_NODE.test(folded);
  if (call.name === 'weather') return call.all;
  return call.name === 'ask' || (call.name === 'urge' && call.issueId === undefined);
}

function withoutMarks(phrase: Phrase): Phrase {
  return trim(cutStart(phrase, LEADING));
}

/** Understood to the end, and no question of its own. */
function goesOn(scan: Scan, phrase: Phrase, match: Match): boolean {
  const pointed = POINTING.test(phrase.folded);
  const said = isClear(scan) || (pointed && scan.tags.has('which'));
  if (scan.left.length > 0 || scan.doubt || !said) return false;
  const marked = pointed || MARKED.test(phrase.folded);
  // 新增 用地 本月: a question by itself, however short.
  const alone =
    scan.periods.length > 0 && namesAny(scan) && (scan.basis !== undefined || scan.states.length > 0);
  if (match.kind === 'unknown' && alone && !marked) return false;
  const measured = (['count', 'how', 'rate', 'duration', 'against'] as const).some((tag) =>
    scan.tags.has(tag),
  );
  const whole = measured && !pointed;
  if (match.kind === 'call')
    return match.call.name === 'ask' && ((marked && !whole) || isDefinite(phrase.folded, scan));
  return match.kind === 'unknown';
}
