/** What one clause of a sentence takes over from the one before it: 其中红的几个, 今年多少. */
import type { ReadContext } from '../language/definition.ts';
import { readPhrase } from '../language/phrase.ts';
import { scanQuery } from '../language/scan.ts';
import { isLight } from '../language/scan-fits.ts';
import type { Scan } from '../language/scanned.ts';

/** 满意率今年多少: the number of the rate that stands before it, and no figure of its own. */
export function rejoined(clauses: readonly string[], context: ReadContext): string[] {
  const joined: string[] = [];
  for (const said of clauses) {
    const before = joined.at(-1);
    // 今年按时办结了几件，占多少: the rate tells both.
    if (before !== undefined && ALREADY_RATED.test(before) && SHARE_ALONE.test(said)) continue;
    if (before !== undefined && RATE_ALONE.test(before) && asksNothingElse(said, context))
      joined.splice(-1, 1, before + said);
    else joined.push(said);
  }
  return joined;
}

const ALREADY_RATED = /(?:按时|按期|准时|如期|及时)(?:办结|办完|完成|解决|销号|办)/u;
const SHARE_ALONE =
  /^[\s,，]*占(?:了|到)?(?:多少|几成|百分之几|百分之多少|多大比例|多大)[了吗呢啊呀\s\p{P}]*$/u;
const RATE_ALONE = /[率比]$/u;

/** A time or a name and how much. */
function asksNothingElse(said: string, context: ReadContext): boolean {
  const { states, basis, rate, duration, tags, left, texts, step } = scanQuery(readPhrase(said), context);
  const own = states.length + left.length + texts.length > 0 || basis || rate || duration || step;
  return (
    !own &&
    !(['noun', 'by', 'how', 'trend', 'against', 'than'] as const).some((tag) => tags.has(tag)) &&
    !/^[,，。;；、?？!！\s又]/.test(said)
  );
}

const AMONG = /其中|里[头面]|当中|有几[件个条]是/;

export function isAmong(said: string): boolean {
  return AMONG.test(said);
}

const NAMED = ['unitIds', 'projectIds', 'areaIds', 'categoryIds'] as const;

/** 我们局 is a unit, 刘敏的 are projects of hers. */
const isNamed = (scan: Scan, key: (typeof NAMED)[number]) =>
  scan[key].length > 0 ||
  (key === 'unitIds' ? scan.tags.has('our-unit') : key === 'projectIds' && scan.someone !== undefined);

/** 枝城园区几个红灯，住建局几个: of all it has, or of those in the park? 其中住建局几个 says it. */
export function namesAnother(said: string, before: Scan, now: Scan): boolean {
  const [here, there] = [now, before].map((scan) => NAMED.filter((key) => isNamed(scan, key)));
  const apart = here?.every((key) => !there?.includes(key)) && here.length > 0 && (there?.length ?? 0) > 0;
  const alone =
    now.states.length + now.periods.length === 0 && now.basis === undefined && !now.rate && !now.duration;
  return apart === true && alone && !AMONG.test(said);
}

/** 待签收的几个，其中红的几个: of those. */
export function among(said: string, before: Scan, merged: Scan): Scan {
  if (!AMONG.test(said) || merged.states.length === 0) return merged;
  const lit = merged.states.some(isLight);
  const kept = before.states.filter(
    (state) =>
      !['open', 'all'].includes(state.kind) && !(lit && isLight(state)) && !merged.states.includes(state),
  );
  return kept.length > 0
    ? { ...merged, states: [...kept, ...merged.states], heard: new Map([...before.heard, ...merged.heard]) }
    : merged;
}

/** 办完了几件，还剩几件: what is open now. */
export function leftOpen(said: string, scan: Scan, later: readonly string[]): Scan {
  const none = scan.states.length + scan.periods.length + scan.ages.length === 0 && scan.basis === undefined;
  // 一共多少件，办完了多少: of all there ever were.
  const ended = later.some((one) => /(?<![没未])(?:办完|办结|解决|销号|完成)了?(?:几|多少)/.test(one));
  const total = /问题总[数量]/.test(said) || (ended && /一共|总共|合计|共有/.test(said));
  if (none && total && !scan.step && !scan.longest)
    return { ...scan, states: [{ kind: 'all' }], tags: new Map([...scan.tags, ['state', 1]]) };
  if (!none || !/还剩|剩下|剩几|剩多少/.test(said)) return scan;
  return { ...scan, states: [{ kind: 'open' }], tags: new Map([...scan.tags, ['state', 1]]) };
}
