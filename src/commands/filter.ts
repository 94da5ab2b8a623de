/** 清单 [项目/单位/人] [红/黄/蓝/逾期/待签收/…] [本周/本月/…] in any order. */

import { FILTER_TOO_LONG, filterUnreadText } from '../cards/words-reading.ts';
import { misuse, type ReadInput } from '../language/definition.ts';
import { isBlank, type Phrase } from '../language/phrase.ts';
import type { Misuse } from '../language/said.ts';
import { filterOf, type Scan, scanQuery, titleOfScan, wantsAll } from '../language/scan.ts';
import type { CallOf } from './call.ts';

const LONGEST_LIST = 100;
const NAME = /^\p{Script=Han}{2,4}(?:·\p{Script=Han}{1,6})*$/u;

/** A word no list knows may be somebody's name; anything longer is asked back. */
export function readList(input: ReadInput): CallOf<'list'> | Misuse | null {
  if (input.rest.text.length > LONGEST_LIST) return misuse(input, FILTER_TOO_LONG);
  const scan = scanQuery(input.rest, input.context);
  if (scan.tags.has('how') && !input.separated) return null;
  const [heard, ...others] = scan.left;
  if (heard !== undefined && !input.separated) return null;
  if (heard !== undefined && (others.length > 0 || !NAME.test(heard))) {
    const said = input.rest.text.slice(0, 20);
    return misuse(input, filterUnreadText(said));
  }
  return listCall(scan, input, heard);
}

function listCall(scan: Scan, { rest, context }: ReadInput, heard: string | undefined): CallOf<'list'> {
  const filter = filterOf(scan, context, !wantsAll(scan));
  const names = heard ? [...scan.names, heard] : scan.names;
  return {
    name: 'list',
    filter,
    title: isBlank(rest) ? '未销号问题' : titleOfScan({ ...scan, names }),
    ...personOf(scan),
    ...(heard && scan.personOpenIds.length === 0 && { personHeard: heard }),
  };
}

/** Whom a list is about: the handler knows people, reading does not. */
export function personOf(scan: Scan): { personOpenId?: string } {
  const [personOpenId] = scan.personOpenIds;
  return personOpenId ? { personOpenId } : {};
}

/** What follows 我的 and is still only a list of mine. */
export function isMine(rest: Phrase): boolean {
  return (
    /^(?:(?:全部|所有)?(?:问题|事项|任务|待办|清单|事情|事|工作|的|单子|有哪些|呢|吗|\s|\p{P})*)$/u.test(
      rest.folded.slice(0, 40),
    ) && rest.folded.length <= 40
  );
}
