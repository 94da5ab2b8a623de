/** The same asked of one after the other (水利局几件, 供电公司呢, 住建局呢): what is asked of all of them then. */
import { allOfText, FEWER_NAMED, notCarriedText } from '../cards/words-follow-up.ts';
import { APART_ONLY, NOT_ADDED } from '../cards/words-people.ts';
import type { Answer } from '../domain/answer.ts';
import { GROUP_IDS, RANKED_GROUPS } from '../domain/issue-filter.ts';
import type { Reading } from '../domain/reading.ts';
import { fileRequest } from '../language/file-request.ts';
import { ofBoth, ofTheseTwo } from '../language/lexicon/onwards-said.ts';
import { EXPORTED } from '../language/lexicon/set-onwards.ts';
import { asksOfThem } from '../language/lexicon/sums.ts';
import { askedOfRun, namedInRun } from '../language/named-before.ts';
import { readPhrase } from '../language/phrase.ts';
import { scanHeard } from '../language/sounds.ts';
import { goOn, scanOf } from '../language/topic.ts';
import { namesSaid } from '../text/names.ts';
import { type CommandContext, readContextOf } from './context.ts';
import { countFound } from './count-found.ts';
import type { Remembered } from './follow-memory.ts';
import { askOnwards } from './follow-turn.ts';
import { remember } from './left.ts';
import { askOf } from './question.ts';
import { placesOf, rankingOf } from './ranked-places.ts';
import { isFigure, readingIn } from './several-questions.ts';
import { saying } from './without-asides.ts';
import { LEDGER } from './word-first.ts';

/** `whole`: a question of its own, whatever was before; `alone`: and goes on from nothing. */
export interface Plain {
  text: string;
  whole?: true;
  alone?: true;
  /** What the answer has to say of it. */
  told?: string;
}

/** 三家一共, 哪个多, 差多少. undefined: it is none of these, or nothing was named one after the other. */
export async function ofThoseInTurn(
  context: CommandContext,
  last: Remembered,
  folded: string,
): Promise<Answer | null | undefined> {
  const { run, parts, topic } = last;
  const asked = askedOfRun(last, folded);
  if (!asked) return asksOfThem(folded)?.sums ? ofAllOfThem(context, last) : undefined;
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
  if (together && sums) {
    const answer = await askOnwards(context, askOf(scanOf(together), reads));
    const { filter } = askOf(scanOf({ ...topic, [key]: [] }), reads);
    const all = asked.number || answer?.kind !== 'list' ? undefined : await countFound(context, filter);
    return answer && all !== undefined ? (saying(answer, [allOfText(all)]) ?? answer) : answer;
  }
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

/** 一共多少, after how many one unit or project has: of all of them, which is said. */
async function ofAllOfThem(
  context: CommandContext,
  { topic, parts, projects, filter }: Remembered,
): Promise<Answer | null | undefined> {
  const [key, second] = (['unitIds', 'projectIds'] as const).filter((one) => topic[one].length > 0);
  const counts = topic.tags.some(([tag, , heard]) => tag === 'count' && /^[^哪]*[几多]/u.test(heard));
  const measured = counts || topic.rate !== undefined;
  if (!key || second || !measured || (parts ?? projects ?? topic.by ?? filter.ids) !== undefined)
    return undefined;
  const call = askOf(scanOf({ ...topic, [key]: [] }), readContextOf(context));
  const answer = call.unread || topic[key][1] ? undefined : await askOnwards(context, call);
  return answer && saying(answer, [notCarriedText(namesSaid(context, { [key]: topic[key] }))]);
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

const KEPT = ['unitIds', 'projectIds', 'categoryIds'] as const;

/** 两家加起来过期的有没有: what is asked of both together, which is what is spoken of now. */
export async function ofBothTogether(
  context: CommandContext,
  last: Remembered,
  folded: string,
): Promise<Plain | undefined> {
  const { topic, parts, projects } = last;
  const run = namedInRun(last);
  const two = ofTheseTwo(folded);
  // 这几家红的几件, after which units are overdue: of those units.
  const ranking = two && !run ? rankingOf(last) : undefined;
  const ranked = ranking && ranking.by !== 'area' && GROUP_IDS[ranking.by];
  const key = two && (two.key ?? run?.key ?? ranked);
  const places = ranking && ranked === key ? await placesOf(context, ranking) : [];
  const first = places.slice(0, topic.top?.count).map(({ id }) => id);
  const named = key && topic[key].length > 0 ? topic[key] : first;
  const those = run && run.key === key ? run.ids : named;
  const ids = two?.number ? those.slice(-two.number) : those;
  // 两家加起来几件, after 住建局在兴发的 and 在美利信的: of 住建局.
  const rest = ofBoth(folded) ?? two?.rest;
  const more = KEPT.some((one) => one !== key && topic[one].length > 0);
  // 这两家平均用时谁长: of the days before, which what is open now has not.
  const own = two && scanHeard(readPhrase(two.rest), readContextOf(context));
  const days = own?.periods[0] || first[0] ? [] : topic.periods.map(({ heard }) => heard);
  const dated = days.length > 0 && ((own?.rate ?? own?.duration) === undefined || days.includes(''));
  if (key && ids[0] && ids.length === (two.number ?? ids.length) && !more && !dated)
    return { text: [namesSaid(context, { [key]: ids }).join('、'), ...days, two.rest].join(''), whole: true };
  if (rest === undefined || parts || projects) return undefined;
  // 两个人加起来逾期的, after one and the other: of each, beside each other.
  if (last.run?.of === 'someone')
    return (await ofThoseInTurn(context, last, '两个人一共几件')) ? { text: `其中${rest}` } : undefined;
  const both = run && { [run.key]: run.ids.slice(/[两俩二]/u.test(folded) ? -2 : 0) };
  if (!both && topic.unitIds.length !== 2 && topic.projectIds.length !== 2) return undefined;
  const { by: _, ...asked } = topic;
  const tags = topic.tags.filter(([tag]) => !['by', 'most', 'more', 'each', 'against'].includes(tag));
  await remember(context, { filter: last.filter, page: 1, topic: { ...asked, ...both, tags } });
  // 还剩多少没解决, after what was struck off: of what both have.
  const done = topic.states.some(({ state }) => state.kind === 'closed') && /[没未剩]/.test(rest);
  return { text: done ? rest : `其中${rest}` };
}

const THEIRS_SENT =
  /^(?:那|再|把|请|麻烦)*(\p{Script=Han}{2,10}?)(?:名下|手[上里]|那边)?(?:的|那部分的?|这部分的?)(?:也|都)?((?:导出?来?|发给?我|发(?=一)|传给?我|打印)(?:出来|一下|一份|看看)*)[吧呢\s\p{P}]*$/u;
const OF_ALL = /全部|所有|完整|总台账|全区/u;
/** 清单发我, 资规局名下的发我一下, after what is not signed for: those, or those of it, as a file. */
export function theirsSent(context: CommandContext, { topic, parts, projects }: Remembered, folded: string) {
  const file = fileRequest(readPhrase(folded), readContextOf(context))?.before === true;
  if ((file || EXPORTED.test(folded) || LEDGER.test(folded) || folded === '导出') && !OF_ALL.test(folded))
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
