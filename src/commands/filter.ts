/** 清单 [项目/单位/人] [红/黄/蓝/逾期/待签收/…] [本周/本月/…] in any order. */

import { FILTER_TOO_LONG, filterUnreadText, whichNamedText } from '../cards/words-reading.ts';
import { misuse, type ReadInput } from '../language/definition.ts';
import { conflictsOf } from '../language/filter-conflicts.ts';
import { basisOf, filterOf } from '../language/filter-of.ts';
import type { Phrase } from '../language/phrase.ts';
import type { Misuse } from '../language/said.ts';
import { scanQuery } from '../language/scan.ts';
import type { Scan } from '../language/scanned.ts';
import { comesAnew } from '../language/speaker.ts';
import type { CallOf, PersonAs } from './call.ts';

const LONGEST_LIST = 100;
const NAME = /^\p{Script=Han}{2,4}(?:·\p{Script=Han}{1,6})*$/u;

/** A word no list knows may be somebody's name; anything longer is asked back. */
export function readList(input: ReadInput): CallOf<'list'> | Misuse | null {
  if (input.rest.text.length > LONGEST_LIST) return misuse(input, FILTER_TOO_LONG);
  const scan = scanQuery(input.rest, input.context);
  if (scan.tags.has('how') && !input.separated) return null;
  // 问题清单导个excel is sent, and not shown.
  if (scan.tags.has('send') && !input.word.startsWith('导出')) return null;
  const [heard, ...others] = scan.someone === undefined ? scan.left : [scan.someone, ...scan.left];
  if (heard !== undefined && !input.separated) return null;
  if (scan.doubt) return misuse(input, whichNamedText(scan.doubt.heard, scan.doubt.names));
  const unread = [...(heard === undefined || NAME.test(heard) ? [] : [heard]), ...others];
  unread.push(...conflictsOf(scan, input.context), ...ASKS.filter((tag) => scan.tags.has(tag)).map(() => ''));
  if (unread.length > 0) {
    const said = unread.find((one) => one !== '') ?? input.rest.text;
    return misuse(input, filterUnreadText(said.slice(0, 20)));
  }
  return listCall(scan, input, heard);
}

/** Words of questions that a list could only drop. */
const ASKS = [
  'by',
  'most',
  'mine',
  'node',
  'when',
  'rate',
  'duration',
  'trend',
  'against',
  'than',
  'whose',
  'enough-time',
  'highest',
  'lowest',
] as const;

function listCall(scan: Scan, { context }: ReadInput, heard: string | undefined): CallOf<'list'> {
  return {
    name: 'list',
    filter: filterOf(scan, context),
    ...personOf(scan),
    ...(heard && scan.personOpenIds.length === 0 && { personHeard: heard }),
    ...(scan.outside.length > 0 && { outside: scan.outside }),
  };
}

/** Whom a list is about: the handler knows people, reading does not. */
export function personOf(scan: Scan): { personOpenId?: string; personAs?: PersonAs } {
  const [personOpenId] = scan.personOpenIds;
  const as = personAs(scan);
  if (!personOpenId) return as !== undefined && scan.someone !== undefined ? { personAs: as } : {};
  return { personOpenId, ...(as && { personAs: as }) };
}

function personAs(scan: Scan): PersonAs | undefined {
  const { tags, heard } = scan;
  if (scan.doer) return 'doer';
  // 唐志强这一级: what was told up to them.
  if (tags.has('told-to') || /级$|层面$/.test(heard.get('after-name') ?? '')) return 'told';
  if (tags.has('of-projects')) return 'project';
  if (/局|单位|公司|厂|企业|家$/.test(heard.get('after-name') ?? '')) return 'unit';
  // 冯刚那边接了多少: what came to his unit, and what he told of.
  if (/接|收到/.test(scan.heard.get('basis') ?? '')) return undefined;
  // 孔亮局长那边新增几件: of those that are his.
  if (comesAnew(scan)) return undefined;
  return basisOf(scan) === 'logged' && (scan.personOpenIds.length > 0 || scan.tags.has('basis'))
    ? 'reporter'
    : undefined;
}

/** What follows 我的 and is still only a list of mine. */
export function isMine(rest: Phrase): boolean {
  return (
    /^(?:(?:全部|所有)?(?:问题|事项|任务|待办|清单|事情|事|工作|的|单子|有哪些|呢|吗|\s|\p{P})*)$/u.test(
      rest.folded.slice(0, 40),
    ) && rest.folded.length <= 40
  );
}
