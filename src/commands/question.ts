/** Plain questions (红色的有几个): read by what they are made of, not by a list of sentences. */

import type { ReadContext } from '../language/definition.ts';
import type { Phrase } from '../language/phrase.ts';
import { filterOf, type Scan, scanQuery, titleOfScan } from '../language/scan.ts';
import type { CallOf } from './call.ts';
import { personOf } from './filter.ts';

/** Longer texts tell a story; nobody asks for a list in so many words. */
const LONGEST_QUESTION = 40;

/** The question as a call; null when any word of it is not understood or nothing is asked. */
export function readQuestion(phrase: Phrase, context: ReadContext): CallOf<'ask'> | null {
  if (phrase.folded.length > LONGEST_QUESTION) return null;
  const scan = scanQuery(phrase, context);
  if (scan.left.length > 0 || !isQuestion(scan, context)) return null;
  const [projectId, second] = scan.projectIds;
  const about = projectId !== undefined && second === undefined && isOnlyAboutProject(scan);
  const here = projectId === undefined && scan.tags.has('here') && isOnlyAboutProject(scan);
  const project = about
    ? projectId
    : here
      ? (context.chat.defaultProjectId ?? context.chat.projectIds[0])
      : undefined;
  return {
    name: 'ask',
    filter: filterOf(scan, context, project === undefined),
    title: titleOfScan(scan),
    ...(project !== undefined && { projectId: project }),
    ...personOf(scan),
  };
}

/** 兴发怎么样了, 兴发: the project as a whole. */
function isOnlyAboutProject(scan: Scan): boolean {
  return (
    scan.states.length === 0 &&
    scan.periods.length === 0 &&
    scan.unitIds.length === 0 &&
    scan.personOpenIds.length === 0 &&
    !scan.tags.has('longest') &&
    !scan.tags.has('count') &&
    !scan.tags.has('noun')
  );
}

/** Something certain to be asked about, and a sign that it is asked. */
function isQuestion(scan: Scan, { chat }: ReadContext): boolean {
  const { tags } = scan;
  const counted = tags.has('count');
  const named =
    scan.projectIds.length + scan.unitIds.length + scan.areaIds.length + scan.personOpenIds.length > 0;
  const strong = scan.states.some((s) => s.kind !== 'closed' && s.kind !== 'all' && s.kind !== 'agenda');
  const state = scan.states.length > 0;
  const how = tags.has('how');
  const which = tags.has('which');
  if (tags.has('longest')) return which || counted || named || tags.has('of') || tags.has('noun') || strong;
  if (strong) return counted || which || how || named || scan.endsOf || tags.has('noun') || isBare(scan);
  if (state) return counted || (which && named) || (scan.endsOf && (named || scan.periods.length > 0));
  if (scan.periods.length > 0) {
    const asked = counted && (tags.has('noun') || named || scan.basis !== undefined || tags.has('of'));
    return (
      scan.basis === 'due' ||
      asked ||
      (scan.basis === 'logged' && (scan.endsOf || which || counted)) ||
      (scan.endsOf && tags.has('noun')) ||
      (named && how) ||
      (tags.has('of') && tags.has('noun'))
    );
  }
  if (scan.basis) return counted && (named || tags.has('noun'));
  if (named) return how || counted || which || isBare(scan) || (tags.has('noun') && tags.has('of'));
  if (tags.has('here') && chat.projectIds.length > 0) return how || (counted && tags.has('noun'));
  if (tags.has('me')) return counted && tags.has('noun');
  return counted && tags.has('noun');
}

/** Nothing but the one word: 兴发, 逾期, 待签收, 我的逾期. */
function isBare(scan: Scan): boolean {
  return [...scan.tags].every(([tag, times]) => (tag === 'state' || tag === 'me') && times === 1);
}
