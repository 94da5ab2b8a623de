/** Short words right behind an answer that leave out the 的呢 by which they go on: 兴发的有吗, 黄灯呢, 最久的那件给我看看. */
import type { Answer } from '../domain/answer.ts';
import { readPhrase, trim } from '../language/phrase.ts';
import type { Scan } from '../language/scanned.ts';
import { scanHeard } from '../language/sounds.ts';
import { stateAlone } from '../language/state-alone.ts';
import { isWholeQuestion, type Match } from './call.ts';
import { type CommandContext, readContextOf } from './context.ts';
import { isBareName } from './follow-bearing.ts';
import { isOnlyCard, isSoon, type Remembered } from './follow-memory.ts';
import { ofTheProblemMeant } from './follow-one.ts';
import { askOnwards } from './follow-turn.ts';
import { matchSaid } from './match-said.ts';

const ANY_THERE = /^(?:那|其中|里面)?(\p{Script=Han}{2,10}?)的?有(?:没有|没得|吗|没|不)?[呢啊\s?？。]*$/u;
const OF_THEM_EACH = /^(?:他们|它们|这几家|这几个(?:单位|项目))(?:各自|各|分别)(.{1,6}(?:几|多少).{0,2})$/u;
const AS_MANY_DAYS = /^那?([一二两三四五六七八九十\d]{1,3})(?:天|个?工作日)(?:以上)?的呢?[\s?？。]*$/u;
const NUMBER = /[一二两三四五六七八九十\d]{1,3}/u;
const LOOK_AT =
  /^(.{0,8}最(?:久|长|急|紧|老|早|严重))的?[那这哪]?一?[件条桩](?:问题)?(?:给我|让我|拿来|打开|调出来)*(?:看看|看一?下|瞧瞧|看)[\s?？。]*$/u;
const EVERYWHERE = /^那?么?(?:整个|全|全部|所有)专班(?:里|这边|上|手上)?的?呢?[\s?？。]*$/u;
const ALL_UNITS =
  /^(?:全部|所有|各个?)(?:单位|局)都?(?:列上|列一下|列出来|排上|摆出来|拉出来|一起看)[\s?？。]*$/u;
const OPENED = /^(?:打开|点开|调出来)(?:给我|我)?(?:看看|看一?下|看)(?:是啥|是什么|有啥|都是啥)?[\s?？。]*$/u;
/** 那林地的呢: nothing points at it. */
const OTHER_WORD = /^那?么?((?!.*[那这][件个条])\p{Script=Han}{2,8}?)的?(?:事|问题)?呢[\s?？。]*$/u;
/** Rows of links: the next to be done is none that is done. */
const NEXT_LINK =
  /^(?:最近|马上|眼前)(?:就|要|该|得)+办的?(是?哪一?个.*)$|^(?:是)?哪一?个最(?:近|先)[\s?？。]*$/u;

/** What is said behind an answer. */
export interface Short {
  match: Match;
  text: string;
  folded: string;
  /** Goes on as if it had been said in these words. */
  follow: (words: string) => Promise<Answer | null | undefined>;
}

/** undefined: it means nothing in this way. */
export type Way = (
  context: CommandContext,
  last: Remembered,
  said: Short,
) => Promise<Answer | null | undefined>;

/** A word of a kind of matter, and of nothing else. */
const isKindAlone = (scan: Scan) =>
  scan.categoryIds.length > 0 && scan.unitIds.length + scan.projectIds.length + scan.states.length === 0;

export async function ofShort(
  context: CommandContext,
  last: Remembered,
  { text, follow }: Short,
): Promise<Answer | null | undefined> {
  if (!isSoon(context, last)) return undefined;
  const { folded } = trim(readPhrase(text));
  const word = last.issueId === undefined ? undefined : OTHER_WORD.exec(folded)?.[1];
  if (word !== undefined && isKindAlone(scanHeard(trim(readPhrase(word)), readContextOf(context)))) {
    const said = `${word}那件呢`;
    const answer = await ofTheProblemMeant(context, { match: matchSaid(context, said), text: said });
    if (answer !== undefined) return answer;
  }
  if (isOnlyCard(last)) return undefined;
  if (EVERYWHERE.test(folded)) return follow('全区呢');
  if (ALL_UNITS.test(folded) && last.topic.rate !== undefined) return follow('各单位呢');
  if (OPENED.test(folded)) return follow('列出来');
  const links = last.ofLinks || last.asked?.projects?.links ? NEXT_LINK.exec(folded) : undefined;
  if (links) return follow(`接下来要办的${links[1] ?? '是哪个'}`);
  const [, shown] = last.ranking === undefined ? [] : (LOOK_AT.exec(folded) ?? []);
  if (shown !== undefined) return follow(`${shown.replace(/^最久/u, '拖得最久')}的是哪件`);
  // 三天的呢, after 逾期超过五天的
  const [, days] = AS_MANY_DAYS.exec(folded) ?? [];
  const [age, other] = last.topic.ages ?? [];
  const again = days !== undefined && age && !other ? `${age.heard.replace(NUMBER, days)}的呢` : folded;
  if (again !== folded && !AS_MANY_DAYS.test(again)) return follow(again);
  // 他们各逾期几件, after a ranking: of each of all, and not of the first alone.
  const [, each] = last.ranking?.by === undefined ? [] : (OF_THEM_EACH.exec(folded) ?? []);
  const whole = each && matchSaid(context, `各${last.ranking?.by === 'project' ? '项目' : '单位'}${each}`);
  if (whole && isWholeQuestion(whole)) return askOnwards(context, whole.call);
  const [, named] = ANY_THERE.exec(folded) ?? [];
  if (named !== undefined && last.asked === undefined) {
    const scan = scanHeard(trim(readPhrase(named)), readContextOf(context));
    return isBareName(scan) && scan.left.length === 0 ? follow(`${named}的呢`) : undefined;
  }
  const state = stateAlone(text, readContextOf(context));
  return state === undefined ? undefined : follow(`${state}的呢`);
}
