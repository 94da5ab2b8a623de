/** What may stand right behind an answer and has nothing to do with it. */
import { LEANING, MARKED, ONLY, POINTING } from '../language/lexicon/follow-ups.ts';
import { asksOfThem } from '../language/lexicon/sums.ts';
import { readPhrase, trim } from '../language/phrase.ts';
import type { Scan } from '../language/scanned.ts';
import { scanHeard } from '../language/sounds.ts';
import { scanOf, type Topic } from '../language/topic.ts';
import { isWholeQuestion, type Match } from './call.ts';
import { type CommandContext, readContextOf } from './context.ts';
import { isWhose } from './follow-bearing.ts';
import type { Remembered } from './follow-memory.ts';
import { namesAny } from './follow-one.ts';

/** Says itself that it goes on from something: 那…呢, 其中…, 只看…. */
export function saysItGoesOn(text: string): boolean {
  const { folded } = trim(readPhrase(text));
  const goes = [MARKED, LEANING, POINTING, ONLY].some((said) => said.test(folded));
  return goes || asksOfThem(folded)?.sums === true;
}

const NOUN = /问题|事项|件事|情况|进展/;
const HELD = /手[上里头]|名下/;
/** 水利局的卡在哪, 水利那个是咋回事: what of theirs was said before. */
const THEIRS = /的(?:都|又|现在|到底)*(?:卡|堵|怎|咋|啥|什么|为|到哪|办)|那[个件条桩]/;
const EACH = /[各每](?:个|家)?(?:单位|部门|局|项目|企业|类|乡镇)/;

/**
 * Names whose it is and what of it, or asks of each something else than was asked: 用地的问题还有哪些没解决, 各单位现在分别
 * 逾期几件. Goes on from nothing.
 */
export function isOfItsOwn(
  context: CommandContext,
  last: Pick<Remembered, 'topic' | 'parts'> | undefined,
  { text, match }: { text: string; match: Match },
): boolean {
  if (!isWholeQuestion(match) || match.call.parts || saysItGoesOn(text)) return false;
  const phrase = trim(readPhrase(text));
  const scan = scanHeard(phrase, readContextOf(context));
  const { states, basis, step, rate, duration, periods, by, tags } = scan;
  const what = states.length > 0 || [basis, step, rate, duration].some((one) => one !== undefined);
  const happened = basis !== undefined || step !== undefined || states.some(({ kind }) => kind === 'closed');
  // 各单位分别办了几件, after what was logged this week: of those days.
  const again =
    last &&
    periods.length === 0 &&
    (isSameWhat(last.topic, scan) || (happened && last.topic.periods.length > 0));
  if (by && EACH.test(phrase.folded)) return what && !again;
  // 环评批了没, of a project's links: of that project.
  const across = match.call.measure === 'projects' && scan.projectIds.length === 0;
  // 平均办一件要几天, after what came yesterday: no days of those are meant.
  if (duration && last && periods.length === 0 && !namesAny(scan) && /平均/.test(phrase.folded)) {
    const { topic, parts } = last;
    const closed = topic.states.some(({ state }) => state.kind === 'closed');
    const measured = topic.duration ?? topic.rate;
    const some = parts !== undefined || (topic.periods.length > 0 && !closed);
    if (!isWhose(scanOf(topic)) && measured === undefined && some) return true;
  }
  // 导一份本月办结的台账: all of it is said.
  if (tags.has('send') && what && periods.length > 0) return true;
  // 我们局的台账发我, 王建国那两个项目还剩几件: whose it is is said in full.
  const ledger = tags.has('send') && /[台帐账]{2}/.test(phrase.folded) && isWhose(scan);
  const theirs = scan.someone !== undefined && /项目|企业/.test(phrase.folded) && tags.has('count');
  if (ledger || theirs) return true;
  if (!namesAny(scan) || across || THEIRS.test(phrase.folded)) return false;
  const whole = NOUN.test(phrase.folded) || periods.length > 0;
  return tags.has('how') || (what && whole) || (HELD.test(phrase.folded) && tags.has('count'));
}

/** 各单位的按时率, after that of this quarter. */
function isSameWhat({ rate, duration, states }: Topic, now: Scan): boolean {
  if (now.rate ?? now.duration) return now.rate === rate && now.duration === duration;
  return states.length > 0 && JSON.stringify(states.map(({ state }) => state)) === JSON.stringify(now.states);
}
