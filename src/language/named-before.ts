/** The same asked of one after the other (水利局几件, 供电公司呢, 本周呢): what stood in that place before. */
import type { IssueFilter } from '../domain/issue-filter.ts';
import type { LastAnswer } from './last-answer.ts';
import { asksApartOfTwo } from './lexicon/ranking-said.ts';
import { asksBoth, type Kind, themSaid, whichOfThem, withoutThem } from './lexicon/sums.ts';
import type { Topic } from './topic.ts';

const NAMES = ['unitIds', 'projectIds', 'categoryIds'] as const;
interface Asked {
  of: 'swapped' | 'times' | 'kinds' | 'people';
  /** What they are together, and not which of them is the most. */
  sums: boolean;
  /** How far they are from each other. */
  apart: boolean;
  /** As many of the last as are said; all when absent. */
  number?: number;
  better?: string;
}

/** 三家一共, 谁多, 差多少, right after those: of them, and of no one problem. */
export function askedOfThoseBefore(last: LastAnswer, said: string): Asked | undefined {
  const { swapped, times, kinds, people } = last;
  const sums = asksBoth(said);
  const apart = asksApartOfTwo(withoutThem(said));
  const which = sums ?? whichOfThem(said) ?? (apart ? themSaid(said) : undefined);
  if (!which) return undefined;
  const { kind, ...more } = which;
  const fits = (own: Kind) =>
    kind === undefined || kind === own || (kind === 'who' && ['unit', 'project', 'person'].includes(own));
  const asked = { ...more, sums: sums !== undefined, apart };
  if (people && fits('person')) return { ...asked, of: 'people' };
  if (times && fits('time')) return { ...asked, of: 'times' };
  if (kinds && fits('state')) return { ...asked, of: 'kinds' };
  return swapped && fits(KINDS[swapped.key]) ? { ...asked, of: 'swapped' } : undefined;
}

const KINDS = { unitIds: 'unit', projectIds: 'project', categoryIds: 'category' } as const;
type Run = Pick<LastAnswer, 'swapped' | 'times' | 'kinds' | 'people'>;

const daysOf = ({ periods }: Topic) => periods.map(({ period }) => [period.from, period.until]);

/** What stood there before, where nothing else has changed. */
export function runFrom(last: LastAnswer, topic: Topic, filter: IssueFilter): Run {
  const { topic: was, parts, projects, swapped, times = [], kinds = [], people = [] } = last;
  if (parts || projects) return {};
  const changed = NAMES.filter((one) => String(was[one]) !== String(topic[one]));
  const [key, second] = changed;
  const dated = String(daysOf(was)) !== String(daysOf(topic));
  const whom = was.someone !== topic.someone;
  const another = measured(was, last.filter) !== measured(topic, filter);
  const same = !key && !dated && !whom;
  if (another) return same && isOfKind(was) && isOfKind(topic) ? { kinds: [...kinds, was] } : {};
  if (second || (key ? 1 : 0) + (dated ? 1 : 0) + (whom ? 1 : 0) !== 1) return {};
  if (key && was[key].length > 0 && topic[key].length > 0)
    return {
      swapped: { key, ids: [...new Set([...(swapped?.key === key ? swapped.ids : []), ...was[key]])] },
    };
  if (dated && was.periods.length === 1 && topic.periods.length === 1)
    return { times: [...times, ...was.periods] };
  if (whom && was.someone !== undefined && topic.someone !== undefined)
    return { people: [...people, { name: was.someone, filter: last.filter }] };
  return {};
}

/** 红的, 新增的, of which there is a number. */
function isOfKind({ states, basis, rate, duration, by }: Topic): boolean {
  return (states.length > 0 || basis !== undefined) && [rate, duration, by].every((one) => one === undefined);
}

/** What is told, but of whom and of which days. */
function measured({ rate, duration, step, states }: Topic, filter: IssueFilter): string {
  const { unitIds: _u, projectIds: _p, categoryIds: _c, sort: _s, ...others } = filter;
  const { personId: _w, secretaryId: _y, leaderId: _l, ...rest } = others;
  const told = Object.entries(rest).map(([key, value]) => [key, /(?:From|To)$/.test(key) || value]);
  return JSON.stringify([rate, duration, step, states.map(({ state }) => state), told.toSorted()]);
}
