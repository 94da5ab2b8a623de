/** Plain questions (红色的有几个): read by what they are made of, not by a list of sentences. */

import type { ReadContext } from '../language/definition.ts';
import { conflictsOf, filterOf } from '../language/filter-of.ts';
import type { Phrase } from '../language/phrase.ts';
import { type Scan, scanQuery } from '../language/scan.ts';
import type { CallOf } from './call.ts';
import { personOf } from './filter.ts';

/** Longer texts tell a story; nobody asks for a list in so many words. */
const LONGEST_QUESTION = 40;
/** With more than this left over it is a story, too, and nothing we should call misunderstood. */
const MOST_UNREAD = 10;

/**
 * The question as a call; null when nothing is asked. A question of which a word is not understood is asked back
 * (`unread`), for a figure without it would be of something else.
 */
export function readQuestion(
  phrase: Phrase,
  context: ReadContext,
): CallOf<'ask' | 'mine' | 'countdown'> | null {
  if (phrase.folded.length > LONGEST_QUESTION) return null;
  const scan = scanQuery(phrase, context);
  if (asksWhatIsMine(scan)) return { name: 'mine' };
  if (asksHowLong(scan)) return { name: 'countdown' };
  if (!isQuestion(scan, context)) return null;
  const unread = [...scan.left, ...conflictsOf(scan, context)];
  const ask = { name: 'ask', ...personOf(scan) } as const;
  const outside = scan.outside.length > 0 && { outside: scan.outside };
  if (unread.length > 0) {
    const certain = isCertain(scan) && unread.join('').length <= MOST_UNREAD;
    return certain ? { ...ask, filter: {}, unread } : null;
  }
  if (scan.doubt) return { ...ask, filter: {}, doubt: scan.doubt };
  const project = projectAsked(scan, context);
  const filter = filterOf(scan, context, project === undefined);
  const { by } = groupsOf(scan);
  if (by) {
    const late = filter.overdue === true || scan.longest === 'overdue';
    const { sort: _, ...rest } = filter;
    const most = scan.tags.has('most') || scan.longest ? (late ? 'overdue' : 'count') : undefined;
    return { ...ask, filter: rest, by, ...(most && { most }), ...outside };
  }
  return { ...ask, filter, ...(project !== undefined && { projectId: project }), ...outside };
}

/** Figures of which each are asked for; 谁…最多 means units, for people are not ranked. */
export function groupsOf({ by, tags }: Scan): { by?: 'unit' | 'project' } {
  if (by) return { by: by.by };
  return tags.has('most') ? { by: 'unit' } : {};
}

/** 兴发怎么样了, 兴发什么时候开工: the project as a whole, which its card shows. */
function projectAsked(scan: Scan, { chat }: ReadContext): number | undefined {
  const [projectId, second] = scan.projectIds;
  if (!isOnlyAboutProject(scan)) return undefined;
  if (projectId !== undefined) return second === undefined ? projectId : undefined;
  return scan.tags.has('here') ? (chat.defaultProjectId ?? chat.projectIds[0]) : undefined;
}

function isOnlyAboutProject(scan: Scan): boolean {
  const { tags } = scan;
  return (
    scan.states.length + scan.periods.length + scan.unitIds.length === 0 &&
    scan.personOpenIds.length + scan.areaIds.length === 0 &&
    scan.basis === undefined &&
    !(['longest', 'most', 'by', 'count', 'noun', 'me', 'our-unit', 'newest'] as const).some(
      (tag) => tags.has(tag) && !(tag === 'newest' && tags.has('how')),
    )
  );
}

/** 今天有什么要我处理的: nothing else is said; 今天 is when the list is of. */
function asksWhatIsMine(scan: Scan): boolean {
  const { tags } = scan;
  const others = [
    'by',
    'longest',
    'most',
    'basis',
    'helping',
    'enterprise',
    'our-unit',
    'node',
    'how',
  ] as const;
  return (
    tags.has('mine') &&
    scan.left.length + scan.states.length + scan.unitIds.length + scan.projectIds.length === 0 &&
    scan.areaIds.length + scan.personOpenIds.length === 0 &&
    scan.doubt === undefined &&
    scan.periods.every((period) => period.from === period.until && !period.past) &&
    !others.some((tag) => tags.has(tag))
  );
}

/** 离投产还有多少天, of no project in particular: 倒计时 has the answer. */
function asksHowLong(scan: Scan): boolean {
  const { tags } = scan;
  const only: readonly string[] = ['node', 'when', 'filler', 'ask', 'here', 'everywhere', 'of', 'and'];
  return (
    tags.has('node') &&
    tags.has('when') &&
    [...tags.keys()].every((tag) => only.includes(tag)) &&
    !isNamed(scan) &&
    scan.left.length + scan.periods.length === 0
  );
}

function isNamed({ projectIds, unitIds, areaIds, personOpenIds, doubt, tags }: Scan): boolean {
  const names = projectIds.length + unitIds.length + areaIds.length + personOpenIds.length;
  return names > 0 || doubt !== undefined || tags.has('our-unit');
}

/** States that are no everyday words of what somebody does to one problem. */
function isStrong({ states }: Scan): boolean {
  return states.some((s) => !['closed', 'all', 'agenda', 'extension'].includes(s.kind));
}

/** A question even with a word in it that is not understood. */
function isCertain(scan: Scan): boolean {
  const { tags } = scan;
  const asks = tags.has('count') || tags.has('longest') || (scan.by?.asks ?? false);
  const about =
    isStrong(scan) ||
    isNamed(scan) ||
    scan.basis !== undefined ||
    scan.periods.length > 0 ||
    tags.has('noun');
  return asks && about && (scan.states.length > 0 || scan.basis !== undefined || tags.has('noun'));
}

/** Something certain to be asked about, and a sign that it is asked. */
function isQuestion(scan: Scan, { chat }: ReadContext): boolean {
  const { tags } = scan;
  const counted = tags.has('count') || scan.by?.asks === true;
  const named = isNamed(scan);
  const strong = isStrong(scan);
  const state = scan.states.length > 0;
  const how = tags.has('how');
  const which = tags.has('which') || tags.has('why');
  const asked = tags.has('ask');
  if (tags.has('mine')) return false;
  if (scan.by) return counted || how || state || tags.has('longest') || tags.has('most');
  if (tags.has('most')) return which && strong;
  if (tags.has('node')) return named && tags.has('when');
  if (tags.has('longest')) return which || counted || named || tags.has('of') || tags.has('noun') || strong;
  if (strong)
    return counted || which || how || asked || named || scan.endsOf || tags.has('noun') || isBare(scan);
  if (state) return counted || (which && named) || (scan.endsOf && (named || scan.periods.length > 0));
  if (scan.periods.length > 0) {
    const much = counted && (tags.has('noun') || named || scan.basis !== undefined || tags.has('of'));
    return (
      scan.basis === 'due' ||
      much ||
      (scan.basis === 'logged' && (scan.endsOf || which || counted)) ||
      (scan.endsOf && tags.has('noun')) ||
      (named && how) ||
      (tags.has('of') && tags.has('noun'))
    );
  }
  if (scan.basis) return counted && (named || tags.has('noun') || tags.has('enterprise') || tags.has('me'));
  if (tags.has('helping')) return counted || scan.endsOf;
  if (named) {
    const about = tags.has('noun') && (tags.has('of') || asked);
    return how || counted || which || isBare(scan) || about;
  }
  if (tags.has('here') && chat.projectIds.length > 0) return how || (counted && tags.has('noun'));
  if (tags.has('me')) return counted && tags.has('noun');
  return counted && tags.has('noun');
}

/** Nothing but the one word: 兴发, 逾期, 待签收, 我的逾期. */
function isBare(scan: Scan): boolean {
  return [...scan.tags].every(([tag, times]) => (tag === 'state' || tag === 'me') && times === 1);
}
