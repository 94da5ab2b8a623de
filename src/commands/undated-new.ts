/** 新增的有几个, without a day that says since when: of this week, and the answer says so. */
import type { ReadContext } from '../language/definition.ts';
import { type Phrase, readPhrase } from '../language/phrase.ts';
import type { Scan } from '../language/scanned.ts';
import type { Asked } from './instead-of.ts';

/** Said before what is new. */
export const THIS_WEEK = '本周';
/** What says since when, or asks for how it changes. */
const DATED = ['since-node', 'trend', 'against', 'than', 'newest', 'latest', 'everywhere'] as const;

const CLAUSE_OF_NEW = /[^,，。;；?？!！\s]*(?:新|[有没][人谁]|接)/u;

/** 新增, 新登记, 新问题, 有人报问题吗, and no time; whatever else is said stands beside it. */
export function isUndatedNew({
  basis,
  heard,
  periods,
  ages,
  point,
  states,
  rate,
  duration,
  step,
  tags,
  left,
}: Scan): boolean {
  const isNew =
    basis === 'logged' && /^新|^[有没]+[人谁]|接.*新/.test(`${heard.get('basis')}${heard.get('count')}`);
  const dated = periods.length + ages.length > 0 || point !== undefined;
  const others = states.length > 0 || [rate, duration, step].some((one) => one !== undefined);
  return isNew && !dated && !others && left.length === 0 && !DATED.some((tag) => tags.has(tag as 'trend'));
}

/** @param read reads a whole question; undefined: a day is said, or the words are no such question */
export function ofThisWeek(
  { text }: Phrase,
  scan: Scan,
  context: ReadContext,
  read: (phrase: Phrase, context: ReadContext) => Asked | null,
): Asked | undefined {
  if (!isUndatedNew(scan)) return undefined;
  // In a later clause it is that one's.
  const at = Math.max(0, text.trim().search(CLAUSE_OF_NEW));
  const dated = `${text.trim().slice(0, at)}${THIS_WEEK}${text.trim().slice(at)}`;
  const asked = read(readPhrase(dated), context);
  return asked?.name === 'ask' && !asked.unread && !asked.doubt ? { ...asked, thisWeek: true } : undefined;
}
