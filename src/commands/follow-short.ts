/** Short words right behind an answer that leave out the 的呢 by which they go on: 兴发的有吗, 黄灯呢, 最久的那件给我看看. */
import type { Answer } from '../domain/answer.ts';
import { readPhrase, trim } from '../language/phrase.ts';
import { scanHeard } from '../language/sounds.ts';
import { stateAlone } from '../language/state-alone.ts';
import type { Match } from './call.ts';
import { type CommandContext, readContextOf } from './context.ts';
import { isBareName } from './follow-bearing.ts';
import { isOnlyCard, isSoon, type Remembered } from './follow-memory.ts';

const ANY_THERE = /^(?:那|其中|里面)?(\p{Script=Han}{2,10}?)的?有(?:没有|没得|吗|没|不)?[呢啊\s?？。]*$/u;
const LOOK_AT =
  /^(.{0,8}最(?:久|长|急|紧|老|早|严重))的?[那这哪]?一?[件条桩](?:问题)?(?:给我|让我|拿来|打开|调出来)*(?:看看|看一?下|瞧瞧|看)[\s?？。]*$/u;
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

export async function ofShort(
  context: CommandContext,
  last: Remembered,
  { text, follow }: Short,
): Promise<Answer | null | undefined> {
  if (!isSoon(context, last) || isOnlyCard(last)) return undefined;
  const { folded } = trim(readPhrase(text));
  const links = last.ofLinks || last.asked?.projects?.links ? NEXT_LINK.exec(folded) : undefined;
  if (links) return follow(`接下来要办的${links[1] ?? '是哪个'}`);
  const [, shown] = last.ranking === undefined ? [] : (LOOK_AT.exec(folded) ?? []);
  if (shown !== undefined) return follow(`${shown.replace(/^最久/u, '拖得最久')}的是哪件`);
  const [, named] = ANY_THERE.exec(folded) ?? [];
  if (named !== undefined && last.asked === undefined) {
    const scan = scanHeard(trim(readPhrase(named)), readContextOf(context));
    return isBareName(scan) && scan.left.length === 0 ? follow(`${named}的呢`) : undefined;
  }
  const state = stateAlone(text, readContextOf(context));
  return state === undefined ? undefined : follow(`${state}的呢`);
}
