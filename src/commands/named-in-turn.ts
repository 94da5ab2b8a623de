/** The same asked of one after the other (水利局几件, 供电公司呢, 住建局呢): what is asked of all of them then. */
import { FEWER_NAMED } from '../cards/words-follow-up.ts';
import { APART_ONLY, NOT_ADDED } from '../cards/words-people.ts';
import type { Answer } from '../domain/answer.ts';
import { GROUP_IDS, RANKED_GROUPS } from '../domain/issue-filter.ts';
import type { Reading } from '../domain/reading.ts';
import { EXPORTED } from '../language/lexicon/set-onwards.ts';
import { askedOfRun, namedInRun } from '../language/named-before.ts';
import { readPhrase } from '../language/phrase.ts';
import { scanHeard } from '../language/sounds.ts';
import { goOn, scanOf } from '../language/topic.ts';
import { type CommandContext, readContextOf } from './context.ts';
import type { Remembered } from './follow-memory.ts';
import { askOnwards } from './follow-turn.ts';
import { askOf } from './question.ts';
import { isFigure, readingIn } from './several-questions.ts';
import { saying } from './without-asides.ts';
import { LEDGER } from './word-first.ts';

/** 三家一共, 哪个多, 差多少. undefined: it is none of these, or nothing was named one after the other. */
export async function ofThoseInTurn(
  context: CommandContext,
  last: Remembered,
  folded: string,
): Promise<Answer | null | undefined> {
  const { run, parts, topic } = last;
  const asked = askedOfRun(last, folded);
  if (!asked) return undefined;
  const { sums, better } = asked;
  if (parts || !run) return besideEachOther(context, last, parts ?? [], sums);
  const reads = readContextOf(context);
  const { key, ids = [] } = namedInRun(last) ?? {};
  const all = key
    ? ids.map((id) => ({ topic: { ...topic, [key]: [id] }, filter: last.filter }))
    : [...run.before, last];
  const those = all.slice(-(asked.number ?? all.length));
  if (those.length < (asked.number ?? 2)) return { kind: 'text', tone: 'warning', text: FEWER_NAMED };
  const together = key && { ...topic, [key]: ids.slice(-those.length) };
  if (together && sums) return askOnwards(context, askOf(scanOf(together), reads));
  // Of numbers the first of them is told; rates and days stand beside each other.
  const figure = topic.rate ?? topic.duration;
  const which = `${figure === undefined && /[快慢]/.test(better ?? '') ? '办得' : ''}哪个${better}`;
  const call = together && better && askOf(goOn(together, scanHeard(readPhrase(which), reads)), reads);
  const apart = call && RANKED_GROUPS.find((one) => one === call.by);
  if (!figure && apart && GROUP_IDS[apart] === key && !call.unread) return askOnwards(context, call);
  const figures = those.map((one): Reading => {
    const own = askOf(scanOf(one.topic), reads);
    return isFigure(own) ? readingIn(own) : { measure: 'count', filter: one.filter };
  });
  return besideEachOther(context, last, figures, sums);
}

/** One figure of each; people stand in no order. */
async function besideEachOther(
  context: CommandContext,
  { topic, filter }: Remembered,
  parts: Reading[],
  sums: boolean,
): Promise<Answer | null | undefined> {
  if (parts.length < 2 || parts.some(({ compared, by }) => compared ?? by)) return undefined;
  const people = parts.some(({ filter: one }) => one.personId ?? one.secretaryId ?? one.leaderId);
  const counted = parts.every(({ measure }) => measure === 'count');
  const how = people ? {} : sums ? { sum: true as const } : counted && { compare: true as const };
  const answer = await askOnwards(context, { name: 'ask', measure: 'count', filter, parts, topic, ...how });
  return answer && people ? (saying(answer, [sums ? NOT_ADDED : APART_ONLY]) ?? answer) : answer;
}

const THEIRS_SENT =
  /^(?:那|再|把|请|麻烦)*(\p{Script=Han}{2,10}?)(?:名下|手[上里]|那边)?(?:的|那部分的?|这部分的?)(?:也|都)?((?:导出?来?|发给?我|发(?=一)|传给?我|打印)(?:出来|一下|一份|看看)*)[吧呢\s\p{P}]*$/u;
const OF_ALL = /全部|所有|完整|总台账|全区/u;
/** 清单发我, 资规局名下的发我一下, after what is not signed for: those, or those of it, as a file. */
export function theirsSent(context: CommandContext, { topic, parts, projects }: Remembered, folded: string) {
  if ((EXPORTED.test(folded) || LEDGER.test(folded) || folded === '导出') && !OF_ALL.test(folded))
    return { text: '导出来' };
  const [, name, send] = THEIRS_SENT.exec(folded) ?? [];
  if (name === undefined || parts || projects) return undefined;
  const said = scanHeard(readPhrase(name), readContextOf(context));
  const kinds = ['unitIds', 'projectIds', 'categoryIds'] as const;
  const others = kinds.some((kind) => topic[kind].length > 0 && said[kind].length === 0);
  const one = kinds.reduce((sum, kind) => sum + said[kind].length, 0) === 1 && said.left.length === 0;
  const narrows = others || topic.states.length + topic.periods.length > 0;
  return one && narrows ? { text: `其中${name}的${send}` } : undefined;
}
