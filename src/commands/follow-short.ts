/** Short words right behind an answer that leave out the 的呢 by which they go on: 兴发的有吗, 黄灯呢, 最久的那件给我看看. */
import { loadIssue } from '../db/issue.ts';
import { findPeople } from '../db/person.ts';
import type { Answer } from '../domain/answer.ts';
import type { Issue } from '../domain/issue.ts';
import { readPhrase, trim } from '../language/phrase.ts';
import type { Scan } from '../language/scanned.ts';
import { scanHeard } from '../language/sounds.ts';
import { stateAlone } from '../language/state-alone.ts';
import { namesSaid, shortUnitName } from '../text/names.ts';
import { isWholeQuestion, type Match } from './call.ts';
import { type CommandContext, readContextOf } from './context.ts';
import { isBareName } from './follow-bearing.ts';
import { showAndKeep } from './follow-links.ts';
import { isOnlyCard, isSoon, type Remembered } from './follow-memory.ts';
import { ofTheProblemMeant } from './follow-one.ts';
import { askOnwards } from './follow-turn.ts';
import { matchSaid } from './match-said.ts';

const ANY_THERE = /^(?:那|其中|里面)?(\p{Script=Han}{2,10}?)的?有(?:没有|没得|吗|没|不)?[呢啊\s?？。]*$/u;
const OF_THEM_EACH = /^(?:他们|它们|这几家|这几个(?:单位|项目))(?:各自|各|分别)(.{1,6}(?:几|多少).{0,2})$/u;
const AS_MANY_DAYS =
  /^那?([一二两三四五六七八九十\d]{1,3})(?:天|个?工作日)(?:以上)?的(?:呢|有吗|有没有|有几[件个])?[\s?？。]*$/u;
const NUMBER = /[一二两三四五六七八九十\d]{1,3}/u;
const LOOK_AT =
  /^(.{0,8}最(?:久|长|急|紧|老|早|严重))的?[那这哪]?一?[件条桩](?:问题)?(?:(?:给我|让我|拿来|打开|调出来)*(?:看看|看一?下|瞧瞧|看)|(?:给我)?(?:讲讲|说说|说下|讲一下|到底)?(?:是)?(?:怎么回事|咋回事|啥事|什么事|什么情况|啥情况))[\s?？。]*$/u;
const EVERYWHERE = /^那?么?(?:整个|全|全部|所有)专班(?:里|这边|上|手上)?的?呢?[\s?？。]*$/u;
const ALL_UNITS =
  /^(?:全部|所有|各个?)(?:单位|局)都?(?:列上|列一下|列出来|排上|摆出来|拉出来|一起看)[\s?？。]*$/u;
const OPENED = /^(?:打开|点开|调出来)(?:给我|我)?(?:看看|看一?下|看)(?:是啥|是什么|有啥|都是啥)?[\s?？。]*$/u;
/** 那林地的呢: nothing points at it. */
const OTHER_WORD = /^那?么?((?!.*[那这][件个条])\p{Script=Han}{2,8}?)的?(?:事|问题)?呢[\s?？。]*$/u;
/** Rows of links: the next to be done is none that is done. */
const NEXT_LINK =
  /^(?:最近|马上|眼前)(?:就|要|该|得)+办的?(是?哪一?个.*)$|^(?:是)?哪一?个最(?:近|先)[\s?？。]*$/u;

/** 这三天加起来, after one day and another: one span. */
const DAYS_TOGETHER =
  /^[那这]([两二三四五六七八九十]|\d{1,2})天(?:的|里)?(?:都)?(?:加起来|加一起|一共|总共|合计|合起来)(?:是?多少|有?几[件个])?[\s?？。]*$/u;
/** 楚能的具体哪些, after how far the links of each are. */
const WHICH_OF =
  /^那?么?(\p{Script=Han}{2,8}?)的?(?:具体|到底|都|还差的?)*是?(?:还差)?(?:哪[些几]个?|什么|啥)(?:环节|手续)?[\s?？。]*$/u;
/** 逾期的各几件, after two that were set beside each other. */
const EACH_OF_THEM =
  /^那?(?!各(?:单位|局|项目|类))(.{0,6}?)(?:的)?(?:各|分别)(?:自)?有?(?:几|多少)[件个]?[\s?？。]*$/u;
const HOW_LATE = /^(?:都|各|分别|已经)*拖了?(?:几天|多少天|多久)了?[\s?？。]*$/u;
/** 他手上还有啥, after one problem: whoever has it. */
const THEIR_OTHERS =
  /^那?[他她](?:(?:手[上里]头?|那边|那里|名下)(?:还|现在|一共|总共)*(?:有|压着?|挂着?|剩)(?:什么|啥|哪些|几[件个]|多少[件个]?)(?:问题|事)?|还有(?:没有)?(?:别|其他)的?(逾期|超期|红灯?|没办完?|没签收)?的?(?:问题|事)?(?:吗|没有?|么)?)[\s?？。]*$/u;

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

/** What whoever has it in hand has else; without such a one its unit. */
async function whatTheyHave(
  context: CommandContext,
  issue: Issue,
  state = '没办完',
): Promise<Answer | null | undefined> {
  const [person] = issue.assigneeId === null ? [] : await findPeople(context.tx, [issue.assigneeId]);
  const whose = person?.name ?? (issue.unitId === null ? undefined : shortUnitName(context, issue.unitId));
  return whose === undefined ? undefined : followWhole(context, `${whose}手上${state}的有哪些`);
}

/** A whole question of its own; undefined where it is none. */
async function followWhole(context: CommandContext, text: string): Promise<Answer | null | undefined> {
  const read = matchSaid(context, text);
  return isWholeQuestion(read) ? askOnwards(context, read.call) : undefined;
}

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
  const issue =
    last.issueId !== undefined && THEIR_OTHERS.test(folded)
      ? await loadIssue(context.tx, last.issueId)
      : undefined;
  if (issue) return whatTheyHave(context, issue, THEIR_OTHERS.exec(folded)?.[1]);
  if (isOnlyCard(last)) return undefined;
  const [, together] = last.topic.periods.length > 0 ? (DAYS_TOGETHER.exec(folded) ?? []) : [];
  if (together !== undefined) return follow(`最近${together}天的呢`);
  const { unitIds, projectIds } = last.topic;
  const beside = unitIds.length > 1 ? { unitIds } : projectIds.length > 1 ? { projectIds } : undefined;
  const each = beside && last.ranking ? EACH_OF_THEM.exec(folded) : null;
  if (beside && each) return followWhole(context, `${namesSaid(context, beside).join('、')}${folded}`);
  const late = last.topic.states.some(
    ({ state }) => state.kind === 'color' && ['red', 'yellow'].includes(state.color),
  );
  if (late && HOW_LATE.test(folded)) return follow('都超期多少天');
  const [, whose] = last.asked?.projects?.links?.order === 'far' ? (WHICH_OF.exec(folded) ?? []) : [];
  const theirs = whose && scanHeard(trim(readPhrase(whose)), readContextOf(context));
  if (theirs && theirs.projectIds.length === 1 && isBareName(theirs) && theirs.left.length === 0)
    return showAndKeep(context, { name: 'link-map', projectIds: theirs.projectIds });
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
  const [, eachHas] = last.ranking?.by === undefined ? [] : (OF_THEM_EACH.exec(folded) ?? []);
  const whole =
    eachHas && matchSaid(context, `各${last.ranking?.by === 'project' ? '项目' : '单位'}${eachHas}`);
  if (whole && isWholeQuestion(whole)) return askOnwards(context, whole.call);
  const [, named] = ANY_THERE.exec(folded) ?? [];
  if (named !== undefined && last.asked === undefined) {
    const scan = scanHeard(trim(readPhrase(named)), readContextOf(context));
    return isBareName(scan) && scan.left.length === 0 ? follow(`${named}的呢`) : undefined;
  }
  const state = stateAlone(text, readContextOf(context));
  return state === undefined ? undefined : follow(`${state}的呢`);
}
