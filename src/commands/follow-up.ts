import { THIS_WEEK_TAKEN } from '../cards/words-reading.ts';
import type { Answer } from '../domain/answer.ts';
import type { Mention } from '../feishu/incoming.ts';
import { asksOneFact } from '../language/lexicon/asked.ts';
import {
  hangsInTheAir,
  isDefinite,
  LEANING,
  MARKED,
  OF_EACH,
  ONLY,
  POINTING,
  type Step,
  stepIn,
  WHY_THE_ONE,
} from '../language/lexicon/follow-ups.ts';
import { type Turn, turnsIn } from '../language/lexicon/going-on.ts';
import { type Onward, onwardIn } from '../language/lexicon/onwards.ts';
import { saidOnwards } from '../language/lexicon/onwards-said.ts';
import { withoutOrder } from '../language/lexicon/orders.ts';
import { inPlainWords } from '../language/lexicon/plain-words.ts';
import { pointedIn } from '../language/lexicon/ranking-said.ts';
import { withinReport } from '../language/lexicon/report-asked.ts';
import { likeBefore } from '../language/like-before.ts';
import { type Phrase, readPhrase, trim } from '../language/phrase.ts';
import { inStateWords, reworded } from '../language/reworded.ts';
import type { Scan } from '../language/scanned.ts';
import { scanHeard } from '../language/sounds.ts';
import { scanOf } from '../language/topic.ts';
import { isTold } from '../language/topic-states.ts';
import { afterFewWords, afterTable } from './after-table.ts';
import { afterUnanswered, afterUnheard } from './after-unanswered.ts';
import { isWholeQuestion, type Match } from './call.ts';
import { type CommandContext, loadStarts, readContextOf } from './context.ts';
import { sentWith } from './dispatch.ts';
import {
  type Bearing,
  bearingOf,
  isClear,
  ofAllPlaces,
  ofRate,
  ofTheseRows,
  orAnew,
  whyOpen,
} from './follow-bearing.ts';
import { ofTheProjectMeant } from './follow-focus.ts';
import { askBeside, askedAnew, ofTheTwo, onlyWhose, withoutStart } from './follow-from.ts';
import { ofItsLink } from './follow-its-link.ts';
import { goesOn, leaning, mayGoOn, turnsOf, withoutMarks } from './follow-leaning.ts';
import { ofLinkRows } from './follow-link-rows.ts';
import { namesLink } from './follow-links.ts';
import { isOnlyCard, isRecent, isSoon, lastOf, namesTheirs, type Remembered } from './follow-memory.ts';
import { execOfOne, isOfOne, ofTheShown } from './follow-one.ts';
import { goOnwards, nodeOf } from './follow-onwards.ts';
import { besideThen, listNow, monthsAgain, overTimeAfter, upOrDown } from './follow-over-time.ts';
import { asBefore, inOtherWords, otherPart, plainAfter } from './follow-plain.ts';
import { ofTheProject } from './follow-project.ts';
import { ofTheRanking } from './follow-ranking.ts';
import { onlyRow, rowOf } from './follow-rows.ts';
import { ofShort, type Short, type Way } from './follow-short.ts';
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
import { ofWhomSpoken } from './follow-whom.ts';
import { remember } from './left.ts';
import { matchSaid } from './match-said.ts';
import { ofBothTogether, ofThoseInTurn, type Plain } from './named-in-turn.ts';
import { isOfItsOwn } from './of-its-own.ts';
import { isUndatedNew, THIS_WEEK } from './undated-new.ts';
import { tellsWhatHappened } from './what-moved.ts';
import { saying } from './without-asides.ts';

const LONGEST = 30;

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
  const last = await lastOf(context);
  // A report asked for wrongly is no question of the one before.
  if (match.kind === 'misuse' && last?.report !== undefined) return undefined;
  if (isOfItsOwn(context, last, { text: said.text, match })) return undefined;
  if (tellsWhatHappened(last?.parts) && scanHeard(readPhrase(said.text), readContextOf(context)).point)
    return undefined;
  const before = await afterUnheard(context, said.text, () => followLast(context, match, said));
  const answer = before === undefined ? await followLast(context, match, said) : before;
  const plain = reworded(readPhrase(said.text)).text;
  // 一家一家分开: goes on in the words that it stands for.
  return answer !== undefined || isWholeQuestion(match) || match.kind === 'misuse' || plain === said.text
    ? answer
    : followLast(context, matchSaid(context, plain), { ...said, text: plain });
}

/** What words may mean after an answer before they are taken as they stand; the first that knows them answers. */
const WAYS: readonly Way[] = [
  ofShort,
  afterFewWords,
  (context, last, { text }) => ofLinkRows(context, last, text, true),
  (context, last, { match, text }) => ofItsLink(context, last, match, text),
  (context, last, { match, text }) => ofTheProjectMeant(context, last, match, text),
  async (context, { report }, { folded }) => {
    const rest = report === undefined ? undefined : withinReport(folded);
    return rest === undefined
      ? undefined
      : followPlainly(context, { text: `${report}${rest}`, whole: true, alone: true });
  },
  async (context, last, { folded }) => {
    const other = otherPart(context, last, folded);
    return other === undefined
      ? undefined
      : followPlainly(context, { text: other, whole: true, alone: true });
  },
  afterTable,
  ofTheRanking,
  // 只看刘敏负责的项目, after a list of problems: those of them.
  async (_context, last, { match, text, follow }) => {
    const theirs = !last.projects && isWholeQuestion(match) && match.call.measure === 'projects';
    const said = theirs ? text.trim().replace(ONLY, '') : text.trim();
    return said === text.trim() ? undefined : follow(`${said.replace(/的$/u, '')}的呢`);
  },
  ofThisWeek,
  async (context, last, { match }) => (isSoon(context, last) ? partNamed(context, last, match) : undefined),
  (context, last, { folded }) => upOrDown(context, last, folded),
  (context, last, { folded }) => ofThoseInTurn(context, last, folded),
  async (context, last, { folded }) => {
    const before = asBefore(context, last, folded);
    return before && askOnwards(context, before);
  },
  async (context, last, { folded, follow }) => {
    const meant = (await ofBothTogether(context, last, folded)) ?? plainAfter(context, last, folded);
    // 导个台账, after projects: of those.
    if (meant?.text === '导出来' && folded !== meant.text && last.projects) return follow(meant.text);
    return meant && followPlainly(context, meant);
  },
];

async function followLast(
  context: CommandContext,
  match: Match,
  said: { text: string; mentions: Mention[] },
): Promise<Answer | null | undefined> {
  const others = (await afterUnanswered(context, match, said)) ?? (await ofTheirProjects(context, said.text));
  if (others !== undefined) return others;
  const last = await lastOf(context);
  const folded = ofTheTwo(trim(readPhrase(said.text)).folded, last);
  if (!last || folded.length > LONGEST || said.mentions.length > 0) return followAsSaid(context, match, said);
  const follow = (words: string) =>
    followLast(context, matchSaid(context, words), { text: words, mentions: [] });
  for (const way of WAYS) {
    const answer = await way(context, last, { match, text: said.text, folded, follow });
    if (answer !== undefined) return answer;
  }
  const plain = inOtherWords(context, last, folded);
  // 主要多在哪个单位: a question of which words are not understood may be these in others.
  const ask = match.kind === 'call' && match.call.name === 'ask' && match.call;
  const apart = ask && (ask.unread || ask.measure === 'projects') && plain;
  const so = apart && apart.text === saidOnwards(inPlainWords(folded));
  const plainly = so ? await followPlainly(context, apart) : undefined;
  if (plainly !== undefined) return plainly;
  const direct = await followAsSaid(context, match, said);
  if (direct !== undefined || isWholeQuestion(match)) return direct;
  const theirs = isSoon(context, last) ? await ofWhomSpoken(context, last, said.text) : undefined;
  if (theirs !== undefined) return theirs;
  const beside = await overTimeAfter(context, last, trim(readPhrase(said.text)));
  if (beside !== undefined) return beside;
  const rows = await ofLinkRows(context, last, said.text, false);
  if (rows !== undefined) return rows;
  if (match.kind === 'call' && match.call.name !== 'ask') return undefined;
  if (!plain || (stepIn(plain.text) !== 'urge' && withoutOrder(said.text))) return undefined;
  return followPlainly(context, plain);
}

/** 新增的呢, where no days were said before. */
async function ofThisWeek(
  context: CommandContext,
  { topic }: Remembered,
  { text, follow }: Short,
): Promise<Answer | null | undefined> {
  if (
    topic.periods.length > 0 ||
    topic.monthly ||
    !isUndatedNew(scanHeard(trim(readPhrase(text)), readContextOf(context)))
  )
    return undefined;
  const answer = await follow(`${THIS_WEEK}${text.trim()}`);
  return answer && (saying(answer, [THIS_WEEK_TAKEN]) ?? answer);
}

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
  const phrase = inStateWords(trim(readPhrase(text, mentions)));
  if (phrase.folded.length === 0 || phrase.folded.length > LONGEST) return undefined;
  const before = await lastOf(context);
  const shown = before && (await ofTheShown(context, { phrase, match }, before));
  if (shown !== undefined) return shown;
  // 按单位统计一下, right after an answer: of that.
  const counts =
    before && isSoon(context, before) && match.kind === 'call' && match.call.name === 'statistics';
  if (!mayGoOn(match, phrase) && !(counts && turnsIn(phrase.folded)?.[0]?.turn === 'apart')) return undefined;
  // 住建局的催一下: an order of its own words.
  if (withoutOrder(text)) return undefined;
  const asked = whyOpen(scanHeard(withoutMarks(phrase), readContextOf(context)));
  const own = before ? ofRate(scanOf(before.topic), asked) : asked;
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

/** Asked of the one problem that was shown, or that heads the list because it was asked for. */
async function ofTheOne(context: CommandContext, said: Said, last: Remembered): Promise<Answer | undefined> {
  const { ofOne, step, phrase } = said;
  if (OF_EACH.test(phrase.folded) && last.issueId === undefined) return undefined;
  const [turn, second] = said.turns ?? [];
  const ofIt = turn && !second && ['when', 'since', 'forecast', 'apart'].includes(turn.turn);
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
  const [{ step, turns, scan, phrase, match, leans, bearing }, { issueId }] = [said, last];
  // 导出来, after one that was told alone: of it.
  if (turns?.[0]?.turn === 'file' && issueId !== undefined && (isOnlyCard(last) || last.ranking))
    return sentWith(context, { kind: 'list', filter: { ids: [issueId] }, page: 1 });
  // What is not asked of the problem shown goes on from nothing older.
  if (isOnlyCard(last) && !step) return undefined;
  if (match.kind === 'call' && match.call.name === 'countdown' && !hangsInTheAir(phrase.folded))
    return nodeOf(context, scan, last);
  const onward = said.onward && (await goOnwards(context, said.onward, said, last));
  if (onward !== undefined) return onward;
  if (last.projects) return ofTheirProblems(context, { ...said, clear: isClear(scan) }, last);
  // Times beside each other are no list.
  const [time, ...times] = last.parts ?? [];
  const ofTimes = time !== undefined && times.length === 0;
  // 具体是哪几件, after 比上月多了几件: those that there are now.
  if (ofTimes && step === 'list' && time.compared) return listNow(context, last, time);
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
  const rest = step && (await restOf(context, last, phrase));
  if (rest !== undefined) return rest;
  // 其他的呢, after a rate, is no page of what it was taken of.
  if (step === 'next' && (measured || last.ranking) && pointedIn(phrase.folded)?.at.place === 'rest')
    return undefined;
  if (step) return stepTo(context, last, step);
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
  const swapped =
    monthsAgain(context, last, scan) ?? swappedParts(last, scan) ?? restatedParts(context, last, scan);
  if (swapped) return askOnwards(context, swapped);
  // 按单位分开, after several figures: the last of them is no more meant than the others.
  const apart = last.parts && !isOfAlike(last.parts, scan) && bearing && !plainly;
  if (ofTimes || apart || (last.parts && scan.by)) return undefined;
  if (bearing?.anew && !plainly) return askedAnew(context, match);
  const within =
    leans !== undefined || said.ofOne || POINTING.test(phrase.folded) || bearing?.within === true;
  const now = plainly ? scan : (bearing?.now ?? scan);
  const pointed = POINTING.test(phrase.folded) || LEANING.test(phrase.folded);
  const how = { within, pointed, marked: MARKED.test(phrase.folded), bears: bearing !== undefined };
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
