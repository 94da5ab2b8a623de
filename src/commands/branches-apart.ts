/** 化工项目跟食品项目各剩几件: each branch of industry a figure of its own, for a filter has one. */
import type { Reading } from '../domain/reading.ts';
import type { ReadContext } from '../language/definition.ts';
import { listedBranches } from '../language/lexicon/whose-projects.ts';
import { fold, readPhrase } from '../language/phrase.ts';
import { scanQuery } from '../language/scan.ts';
import type { Scan } from '../language/scanned.ts';
import type { CallOf } from './call.ts';

const EACH = /(?:比一?比|相比|比起来|比较一下|对比一下|分别|各自|各|都(?=[还有剩是]))/gu;
const WHICH = /(?:哪个|哪一个|哪边|哪家|哪块|哪类|谁)(?:产业|行业|板块|的)?(?:[^,，。]{0,8})(?:多|少)/u;
const MOST = 4;

/** @returns the call with a figure of each that is named one behind the other; undefined: no two are, or one is no figure */
export function branchesApart(
  text: string,
  context: ReadContext,
  ask: (scan: Scan, context: ReadContext) => CallOf<'ask'>,
): CallOf<'ask'> | undefined {
  const names = [...new Set(context.directory.liveProjects.flatMap(({ industries }) => industries))].map(
    fold,
  );
  if (names.filter((one) => text.includes(one)).length < 2) return undefined;
  const any = names.map((one) => one.replace(/[^\p{L}\p{N}]/gu, '.')).join('|');
  const listed = listedBranches(any).exec(text);
  const found = [...new Set([...(listed?.[0] ?? '').matchAll(new RegExp(any, 'gu'))].map(([said]) => said))];
  if (!listed || found.length < 2 || found.length > MOST) return undefined;
  const about = `${text.slice(0, listed.index)} ${text.slice(listed.index + listed[0].length)}`;
  const rest = about.replace(EACH, ' ');
  const compare = WHICH.test(rest);
  const asked = compare
    ? rest.replace(/哪个|哪一个|哪边|哪家|哪块|哪类|谁/u, '').replace(/多|少/u, '有几件')
    : rest;
  const calls = found.map((name) =>
    ask(scanQuery(readPhrase(`${name}产业 ${asked}`), context, { people: true }), context),
  );
  const parts = calls.flatMap(
    ({ measure, filter, unread, doubt, personHeard, projects, rate }): Reading[] => {
      const whole = !unread && !doubt && personHeard === undefined && filter.industry !== undefined;
      if (!whole || !['count', 'list', 'progress', 'projects', 'rate'].includes(measure)) return [];
      const { sort: _, ...kept } = filter;
      if (measure === 'projects') return projects ? [{ measure, filter: kept, projects }] : [];
      return measure === 'rate' && rate
        ? [{ measure, filter: kept, rate }]
        : [{ measure: 'count', filter: kept }];
    },
  );
  const [first] = calls;
  if (!first || parts.length < found.length) return undefined;
  return { ...first, parts, ...(compare && { compare: true as const }) };
}
