/** Words that mean something else after each kind of answer (分开报, 两家加起来, 是哪家打的), as the words that say it plainly. */

import {
  asksEachApart,
  asksOfFirst,
  litMost,
  ofRatings,
  othersOf,
  rowsOrdinal,
} from '../language/lexicon/more-onwards.ts';
import { asksBoth } from '../language/lexicon/sums.ts';
import { isLight } from '../language/scan-fits.ts';
import { shortProjectName } from '../text/names.ts';
import type { CallOf } from './call.ts';
import type { CommandContext } from './context.ts';
import type { Remembered } from './follow-memory.ts';

/** `whole`: a question of its own, whatever was before. */
export interface Plain {
  text: string;
  whole?: true;
}

/** @param folded the whole message; undefined: it is none of these, or does not go with what was answered */
export function plainAfter(context: CommandContext, last: Remembered, folded: string): Plain | undefined {
  const { directory } = context;
  const { topic, groups } = last;
  if (asksEachApart(folded)) {
    const by = apartBy(last);
    return by === undefined ? undefined : { text: by };
  }
  const compared = closedCompared(context, last, folded);
  if (compared !== undefined) return { text: compared, whole: true };
  const { swapped } = last;
  if (swapped && asksBoth(folded)) {
    const names = swapped.ids.map((id) =>
      swapped.key === 'unitIds'
        ? directory.unit(id)?.name
        : swapped.key === 'projectIds'
          ? shortProjectName({ directory }, id)
          : `${directory.category(id)?.name}类`,
    );
    return { text: `再加上${names.join('和')}` };
  }
  if (groups && asksOfFirst(folded)) return { text: '第一名的有哪些' };
  const rated =
    topic.rate === 'satisfied' ||
    topic.states.some(({ state }) => state.kind === 'mark' && RATINGS.includes(state.mark));
  const ratings = rated ? ofRatings(folded) : undefined;
  if (ratings !== undefined) return { text: ratings };
  if (groups?.by === 'category' && STANDING.test(folded)) return { text: '按类别分开' };
  if (topic.basis === 'logged' && DONE_SHARE.test(folded)) return { text: '办结率多少' };
  const only = ONLY_WANTED.exec(folded)?.[1];
  if (only !== undefined) return { text: `只看${only}` };
  const lit = litMost(folded);
  if (lit !== undefined) return { text: lit, ...(isBare(last) && { whole: true as const }) };
  const turning = TURNS_RED.test(folded);
  if (turning) return { text: '快转红的有没有', ...(isBare(last) && { whole: true as const }) };
  if (EARLIEST.test(folded) && !last.parts && !last.projects)
    return { text: waits(last) ? '等得最久的哪件' : '哪天登记的' };
  if (LISTS.test(folded) && !last.parts && !last.projects) return { text: '列出来' };
  if (WORST_ONE.test(folded) && !groups && !last.parts && !last.projects) return { text: '拖得最久的是哪件' };
  if (COMPARED_TOO.test(folded) && !last.parts && (topic.by !== undefined || apartBy(last) !== undefined)) {
    const too = COMPARED_TOO.exec(folded)?.[1];
    return { text: `${too}呢` };
  }
  const others = othersOf(folded);
  if (others !== undefined && !/^(?:他|它|她|这|那|企业|项目)/.test(others))
    return { text: `${others}没办完的有哪些`, whole: true };
  if (groups) return undefined;
  const row = rowsOrdinal(folded);
  return row === folded ? undefined : { text: row };
}

/** 加一块呢, after several figures: what they are together. */
export function ofParts({ parts, filter, topic }: Remembered, folded: string): CallOf<'ask'> | undefined {
  if (!parts || parts.length < 2 || !asksBoth(folded)) return undefined;
  return { name: 'ask', measure: 'count', filter, parts, sum: true, topic };
}

const RATINGS: readonly string[] = ['unsatisfied', 'satisfied', 'rated'];

/** Each apart, by what several were named; undefined: nothing was. */
function apartBy({ topic, parts }: Remembered): string | undefined {
  if (parts) return undefined;
  const { unitIds, projectIds, categoryIds, industry, tags, states } = topic;
  if (unitIds.length > 1) return '按单位分开';
  if (categoryIds.length > 1) return '按类别分开';
  if (projectIds.length > 1 || industry !== undefined || tags.some(([tag]) => tag === 'of-projects'))
    return '按项目分开';
  if (states.length > 1 && states.every(({ state }) => isLight(state))) return '各种灯各几件';
  return undefined;
}

const CLOSED = /^(?:那么?)?(?:办结|办完|办掉|销号|销掉|解决|办好)(?:了|掉)?的?呢[\s\p{P}]*$/u;
const SPANS = [
  [/周|星期|礼拜/, '本周比上周'],
  [/季/, '本季度比上季度'],
  [/月/, '本月比上月'],
  [/年/, '今年比去年'],
] as const;

/** 办结的呢, after 新增的比上月是多了还是少了. */
function closedCompared(
  { directory }: CommandContext,
  { parts, topic }: Remembered,
  folded: string,
): string | undefined {
  const compares = topic.tags.some(([tag]) => ['than', 'against', 'trend'].includes(tag));
  if (!compares || (parts?.length ?? 0) > 1 || topic.basis !== 'logged' || !CLOSED.test(folded))
    return undefined;
  const { unitIds, projectIds, areaIds, categoryIds, personOpenIds, someone, tags } = topic;
  const others = areaIds.length + categoryIds.length + personOpenIds.length;
  const whose = tags.some(([tag]) => ['me', 'our-unit', 'of-projects', 'enterprise'].includes(tag));
  if (others > 0 || someone !== undefined || whose || topic.industry !== undefined) return undefined;
  const heard = topic.periods.map((one) => one.heard).join('') + tags.map(([, , word]) => word).join('');
  const span = SPANS.find(([said]) => said.test(heard))?.[1];
  const names = [
    ...unitIds.map((id) => directory.unit(id)?.name ?? ''),
    ...projectIds.map((id) => shortProjectName({ directory }, id)),
  ];
  return span && `${names.join('和')}${span}办结多了几件`;
}

const DONE_SHARE =
  /^(?:那么?|里[头面]|其中|[\s,，])*(?:办完|办结|办掉|办好|销号?|销掉|解决|搞定)(?:了|掉)?的?(?:占|有|是)(?:了)?(?:几成|百分之几|百分之多少|几分之几|多大比例|一半)[了没吗呢啊\s\p{P}]*$/u;
/** 光要红的: 要红 alone would be what turns red. */
const ONLY_WANTED = /^(?:那么?|你|就|再|给我|[\s,，])*(?:光|只|单|专|净|仅)要([红黄蓝绿].*)$/u;
const STANDING =
  /^(?:那么?)?\p{Script=Han}{2,6}(?:在里头|在其中)?(?:排|位居|是)(?:在)?(?:老几|第几|第几[名位])[呢啊\s\p{P}]*$/u;
const TURNS_RED =
  /^(?:那么?|它们?|这[几些]?[件个]?|[\s,，])*(?:今天|明天|后天|这周|下周|周[一二三四五])?(?:会不会|要不要|是不是要|是不是会|会|要|快要?)(?:变|转|成|亮|跳)?(?:成)?红(?:的|灯)?(?:吗|不|没|了|呢|啊|[\s\p{P}])*$|^(?:那么?|它们?|都|分别|各)*(?:哪天|几号|什么时候|几时|啥时候|还有几天|还要几天)(?:会|要|就|才|该)?(?:变|转|成|亮|跳)(?:成)?红(?:的|灯)?(?:了|呢|啊|[\s\p{P}])*$/u;
const EARLIEST =
  /^(?:那么?|里头|其中|[\s,，])*最早(?:的)?(?:一?[件个条])?(?:是|在)?(?:报|登记|提|办结|报办结|转|上报|反映)?(?:的)?(?:是|在)?(?:哪个时候|什么时候|啥时候|哪天|哪一天|几号|几时|么时候)(?:报|登记|提|上报|反映|报办结)?(?:的|上来的|来的)?[呢啊\s\p{P}]*$/u;

/** 是哪些问题, 都是哪几件: those that were counted. */
const LISTS =
  /^(?:那么?|这|[\s,，])*(?:都|分别|具体|到底|又)*是(?:些)?(?:哪[些几两三四五](?:[个件条桩起])?|什么|啥)(?:问题|事情?)[呢啊呀\s\p{P}]*$|^(?:那么?|这|[\s,，])*(?:都|分别|具体|到底|又)*是(?:些)?哪[几两三四五][件条桩起][呢啊呀\s\p{P}]*$/u;
/** 就讲最严重的那一件: of those, one; no unit that has most of them. */
const WORST_ONE =
  /^(?:那么?|你|就|只|先|光|给我|[\s,，])*(?:讲|说|看|报|列|挑|拣|捡|念|要)?(?:一?下)?最(?:严重|厉害|恼火|老火|拖|久|狠|要命|吓人|头疼|难办)的(?:是|那|哪|这)?一?[件条桩](?:来|给我|出来|说说|讲讲|看看|听听|[吧呢啊\s\p{P}])*$/u;
/** 逾期的也比比, after two beside each other. */
const COMPARED_TOO =
  /^(?:那么?|再|把|[\s,，])*(\p{Script=Han}{1,8}?的?)(?:也|再|同样|都)+(?:给我)?(?:比|对比|比较)(?:比|一比|一下|一哈|下|看看?)*[吧呢啊\s\p{P}]*$/u;

/** Nothing of it says whose or when. */
function isBare({ topic, parts, projects }: Remembered): boolean {
  const { unitIds, projectIds, areaIds, categoryIds, personOpenIds, periods, someone, industry } = topic;
  const names = [unitIds, projectIds, areaIds, categoryIds, personOpenIds, periods];
  const bare = names.every((list) => list.length === 0) && someone === undefined && industry === undefined;
  return (
    bare &&
    !parts &&
    !projects &&
    topic.tags.every(([tag]) => !['me', 'our-unit', 'of-projects'].includes(tag))
  );
}

function waits({ topic }: Remembered): boolean {
  return topic.states.some(
    ({ state }) => state.kind === 'status' && ['unrouted', 'unsigned', 'verifying'].includes(state.status),
  );
}
