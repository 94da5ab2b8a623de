/** 有超期的没, after a question that was not answered: of its subject, and that said, or asked back; never of everything. */

import { GOING_ON_BEFORE, goingOnText, unansweredText } from '../cards/words-follow-up.ts';
import type { Answer } from '../domain/answer.ts';
import type { Mention } from '../feishu/incoming.ts';
import { ASKS_WHOSE } from '../language/lexicon/describing.ts';
import { LEADING, LEANING, MARKED, ONLY, PERHAPS_LEANING, POINTING } from '../language/lexicon/follow-ups.ts';
import { oneAskedIn } from '../language/lexicon/one-asked.ts';
import { cutStart, type Phrase, readPhrase, trim } from '../language/phrase.ts';
import { emptyScan } from '../language/scan.ts';
import { areClosed } from '../language/scan-clashes.ts';
import type { Scan } from '../language/scanned.ts';
import { scanHeard } from '../language/sounds.ts';
import { goOn, saysSomething, topicOf } from '../language/topic.ts';
import { namesSaid } from '../text/names.ts';
import { isWholeQuestion, type Match } from './call.ts';
import { type CommandContext, readContextOf } from './context.ts';
import { isWhose, saysAll } from './follow-bearing.ts';
import { fromBefore, unansweredOf } from './follow-memory.ts';
import { namesAny } from './follow-one.ts';
import { askOnwards } from './follow-turn.ts';
import { askOf, readLone } from './question.ts';
import { askedBack } from './unheard.ts';
import { saying } from './without-asides.ts';

const LONGEST = 20;
const SHORTEST = 6;
/** More than this was not understood: what it was about is not known either. */
const MOST_LEFT = 10;
/** 哪件拖得最久, 没落实的单列, 排第几: of something that was said before. */
const LEANS =
  /有没有|有没得|有冇|有么有|(?:^.{0,8}|的)(?:有吗|有不|有没|没有?|没得|冇)[\s\p{P}]*$|^(?:最|头|第[一二三四五]|倒数|垫底|前[几二两三四五]|哪[一几两三]?[件条桩]|哪个(?:最|拖|压|超|挂|卡)|都|分别|又|再|就)|单[列独]|排(?:第几|老几)|^卡|那个为/u;

/** 超期的点出来, 牵头的都是哪些局: some of what was asked for. */
const SOME_OF =
  /^.{1,8}的(?:都|分别|各)是?(?:哪|谁)|^.{1,6}的(?:[点列念报摆拎挑说]|单独)(?:出来|一下|个名|一遍|给我)/u;

/** 没办完的是哪几件, after what could not be told of somebody. */
const WHICH_OF_THEM = /的(?:都|又)?是(?:哪|些)/u;

/** @returns undefined: it leans on nothing, or the question before was answered */
export async function afterUnanswered(
  context: CommandContext,
  match: Match,
  { text, mentions }: { text: string; mentions: Mention[] },
): Promise<Answer | null | undefined> {
  if (match.kind === 'misuse' || (match.kind === 'call' && match.call.name !== 'ask')) return undefined;
  const phrase = trim(readPhrase(text, mentions));
  if (mentions.length > 0 || phrase.folded.length > LONGEST) return undefined;
  const before = await unansweredOf(context);
  if (!before) return undefined;
  const read = readContextOf(context);
  const scan = scanHeard(trim(cutStart(phrase, LEADING)), read);
  const rest = before.refused && WHICH_OF_THEM.test(phrase.folded) && !namesAny(scan);
  const subject = before.refused ? undefined : subjectOf(context, before.said);
  if (!rest && !leans(scan, phrase, match) && !(subject && asksNoOther(scan, phrase, match)))
    return undefined;
  const call = subject && scan.left.length === 0 ? askOf(goOn(topicOf(subject), scan), read) : undefined;
  if (subject && call && !call.unread && !call.doubt && call.projectId === undefined) {
    const answer = await askOnwards(context, call);
    const told = answer?.kind === 'list' || answer?.kind === 'groups' || answer?.kind === 'figures';
    const measure = subject.heard.get(subject.rate ? 'rate' : 'duration');
    const names = [...namesSaid(context, subject), ...(measure === undefined ? [] : [measure])];
    return told ? { ...answer, lead: goingOnText(names.join('、')) } : answer;
  }
  if (!isWholeQuestion(match)) return undefined;
  const all = [`全区${text.trim()}`, `一共${text.trim()}`].filter((said) => readLone(said, read));
  context.said = before.said;
  const commands = [...all.slice(0, 1), '没办完的有几个', '逾期的有哪些'];
  return askedBack(context, { kind: 'suggest', text: unansweredText(text.trim()), commands });
}

/** 红的呢, after 住建局没办完的 and something that was not understood and named nothing: of 住建局's, and that said. */
export async function afterUnheard(
  context: CommandContext,
  text: string,
  follow: () => Promise<Answer | null | undefined>,
): Promise<Answer | null | undefined> {
  if (text.length > 2 * LONGEST) return undefined;
  const phrase = trim(readPhrase(text));
  const scan = scanHeard(trim(cutStart(phrase, LEADING)), readContextOf(context));
  if (phrase.folded.length > LONGEST || scan.doubt) return undefined;
  const answer = await fromBefore(context, follow);
  return answer && (saying(answer, [GOING_ON_BEFORE]) ?? answer);
}

/** 逾期的有几个, after 住建局有几个难啃的: whole, and of nobody else. */
function asksNoOther(scan: Scan, phrase: Phrase, match: Match): boolean {
  if (!isWholeQuestion(match) || match.call.by !== undefined || match.call.parts) return false;
  const { by, point, ages, states, basis, step } = scan;
  if (scan.tags.has('everywhere') || saysAll(phrase) || scan.doubt || isWhose(scan)) return false;
  const asks = states.length > 0 || basis !== undefined || step !== undefined;
  return asks && !by && !point && ages.length === 0;
}

/** It says what of, and neither whose nor when. */
function leans(scan: Scan, phrase: Phrase, match: Match): boolean {
  const { folded } = phrase;
  if (scan.tags.has('everywhere') || saysAll(phrase) || scan.doubt) return false;
  if (isWhose(scan) && scan.standing === undefined) return false;
  // 被催了几次: of the one that was not found.
  if (oneAskedIn(folded)?.one === 'fact') return true;
  const points = [LEANING, POINTING, MARKED, ONLY, SOME_OF, ASKS_WHOSE].some((said) => said.test(folded));
  const { by, states, rate, byDefault, basis, step, kinds, duration } = scan;
  const what = [rate !== undefined && !byDefault, basis, step, duration].some(Boolean) || kinds.length > 0;
  // 按单位排个队, 红的: each apart, or some of what was not answered.
  if (!what && !scan.tags.has('noun') && scan.periods.length === 0) {
    if (by && states.length === 0) return true;
    if (!by && scan.endsOf && states.length > 0 && folded.length <= SHORTEST) return true;
  }
  if (scan.by || scan.periods.length + scan.ages.length > 0 || scan.point) return points;
  if (!saysSomething(scan) && scan.standing === undefined && !scan.top && !isWholeQuestion(match))
    return false;
  // 办了多少: of some days, which are not said.
  const undated = basis === 'logged' || areClosed(states);
  if (undated && !scan.tags.has('noun')) return true;
  return points || PERHAPS_LEANING.test(folded) || LEANS.test(folded);
}

/** Whose the question was, where it said nothing else that is known to narrow it. */
function subjectOf(context: CommandContext, said: string): Scan | undefined {
  const read = readContextOf(context);
  const scan = scanHeard(trim(readPhrase(said)), read);
  const { unitIds, projectIds, categoryIds, industry, states } = scan;
  // 各家按时率拍个队: by what it was asked is known, however the rest is put.
  const measure = scan.byDefault ? undefined : (scan.rate ?? scan.duration);
  const { by, rate, duration } = measure === undefined ? scan : {};
  const narrowed = [by, scan.step, rate, duration, scan.point, scan.park, scan.someone];
  const others = scan.periods.length + scan.ages.length + scan.kinds.length;
  if (narrowed.some((one) => one !== undefined) || others > 0 || scan.except || scan.doubt) return undefined;
  const whose = (['me', 'our-unit', 'here', 'enterprise', 'of-projects'] as const).some((tag) =>
    scan.tags.has(tag),
  );
  const open = states.every(({ kind }) => kind === 'open' || kind === 'all');
  if (!open || whose || scan.personOpenIds.length + scan.areaIds.length > 0) return undefined;
  if (scan.left.join('').length > MOST_LEFT || /[不没非除别]/.test(scan.left.join(''))) return undefined;
  const named = [unitIds, projectIds, categoryIds].filter((ids) => ids.length > 0).length;
  const subjects = named + (industry === undefined ? 0 : 1);
  if (subjects > 1 || (subjects === 0 && measure === undefined)) return undefined;
  if (measure !== undefined) {
    const tags = new Map([...scan.tags].filter(([tag]) => tag === 'rate' || tag === 'duration'));
    const asked = {
      ...(scan.rate && { rate: scan.rate }),
      ...(scan.duration && { duration: scan.duration }),
    };
    return { ...emptyScan(read), ...asked, unitIds, projectIds, categoryIds, tags, heard: scan.heard };
  }
  return {
    ...emptyScan(read),
    unitIds,
    projectIds,
    categoryIds,
    ...(industry !== undefined && { industry }),
    states: [{ kind: 'open' }],
  };
}
