/**
 * Clauses beside a question that hold nothing of our matters (我昨天晚上躺床上还在想啊). What frames a question is a closed list
 * (`lexicon/framing.ts`, `lexicon/preface.ts`) and goes without a word; these are open, so whoever leaves one out says so.
 */
import type { ReadContext } from './definition.ts';
import {
  ASIDE_DOINGS,
  ASIDE_WORDS,
  ASIDES,
  HARMLESS_NOT,
  NARROWS,
  SUBJECT,
  VAGUE,
} from './lexicon/aside-words.ts';
import { withoutFraming } from './lexicon/framing.ts';
import { isPreface } from './lexicon/preface.ts';
import type { QueryWord } from './lexicon/query-word.ts';
import { simplify } from './lexicon/traditional.ts';
import { fold, readPhrase } from './phrase.ts';
import { scanQuery } from './scan.ts';
import type { Scan } from './scanned.ts';

/** What is left of a text, and what was left out of it. */
export interface Kept {
  text: string;
  /** As written; what is courtesy and no more is not among them. */
  unused: string[];
}

const MARK = /[\s,，。;；!！?？:：…~—]/u;
/** Between two clauses that are said in one breath. */
const JOINT =
  /(?:[啊呀嘛哈哦噢呐喽啦]|(?<=列出|导出|拉出|理出|整理出|调出|报一|列一|说一|看一|念一)[来下遍](?=[我咱]))(?=\p{Script=Han}{2})/uy;
const LONGEST = 26;

interface Clause {
  from: number;
  until: number;
}

function jointAt(text: string, at: number): boolean {
  JOINT.lastIndex = at;
  return JOINT.test(text);
}

function clausesOf(text: string): Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  for (let at = 0; at <= text.length; at++) {
    const ends = at === text.length || MARK.test(text.charAt(at));
    const joint = !ends && at - from >= 2 && jointAt(text, at);
    if (!ends && !joint) continue;
    const until = joint ? at + 1 : at;
    if (until > from) clauses.push({ from, until });
    from = at + 1;
  }
  return clauses;
}

/** The text without such clauses; undefined where there are none, or nothing else. */
export function withoutAsides(text: string, context: ReadContext): Kept | undefined {
  const folded = simplify(fold(text));
  const framed = withoutFraming(folded);
  const kept: string[] = [];
  const unused: string[] = [];
  let courteous = false;
  for (const { from, until } of clausesOf(text)) {
    const said = text.slice(from, until).trim();
    if (/^[\s\p{P}]*$/u.test(framed.slice(from, until)) || isCourtesy(folded.slice(from, until)))
      courteous = true;
    else if (isAside(folded.slice(from, until), context)) unused.push(said);
    else kept.push(said);
  }
  return kept.length === 0 || (unused.length === 0 && !courteous)
    ? undefined
    : { text: kept.join(' '), unused };
}

const INTERJECTIONS = /^(?:哎呀|哎|唉|诶|喂|嗨|哦|噢|嗯|呃|额|啊|哈|哟|那个|这个|那|好)+(?=.)/u;
const PARTICLES =
  /^[哎唉诶欸喂嗨哦噢喔嗯呃额啊呀哈哟嘛吧呢了好行对是]+$|^(?:那个|这个|那个谁|那谁|那啥|那个啥|还有|那|就是|说到底|到底)$/u;

/** 都催一下: an order. */
const ORDER = /[催转退][一]?(?:下|办|催|哈)/u;

function isCourtesy(clause: string): boolean {
  if (ORDER.test(clause)) return false;
  return PARTICLES.test(clause) || isPreface(clause);
}

/** 挺急的; 省里盯着的 says which are meant. */
const FEELING = /(?:急|累|烦|愁|慌|恼火|晓得|知道|懂|随便问|问问|要紧|危险)的$/u;

/** 书记催过三次: how often it was urged narrows what is meant. */
const URGED_TIMES = /催.{0,4}[几两多\d一二三四五六七八九十](?:遍|次|回|道|趟)/u;

/** @param clause folded and simplified */
export function isAside(clause: string, context: ReadContext): boolean {
  const said = clause.trim();
  const bare = said.replace(INTERJECTIONS, '');
  if (said.length > LONGEST || URGED_TIMES.test(said)) return false;
  const saying = !/的$/u.test(bare) || FEELING.test(bare);
  if ([said, bare].some((one) => isCourtesy(one) || (saying && ASIDES.some((isSo) => isSo(one)))))
    return !namesOurs(said, context);
  const plain = bare.replace(VAGUE, '');
  if (NARROWS.some((sign) => sign.test(plain))) return false;
  if (/[不没未别莫非无冇]/u.test(plain.replace(HARMLESS_NOT, ''))) return false;
  return isOfTheirDay(plain) && !isOfOurs(plain, context);
}

const KNOWN = new Set([...ASIDE_WORDS, ...ASIDE_DOINGS]);
const DOINGS = new Set(ASIDE_DOINGS);
const LONGEST_WORD = Math.max(...[...KNOWN].map(({ length }) => length));
/** With somebody who does it, that many characters may be of words nobody knows: 我孙子还在幼儿园等着. */
const MOST_UNKNOWN = 6;

/** Somebody does or feels something; hardly anything else is said. */
function isOfTheirDay(said: string, most = 1): boolean {
  let unknown = 0;
  let does = false;
  for (let at = 0; at < said.length; ) {
    let length = Math.min(LONGEST_WORD, said.length - at);
    while (length > 0 && !KNOWN.has(said.slice(at, at + length))) length--;
    if (length === 0) unknown++;
    else does ||= DOINGS.has(said.slice(at, at + length));
    at += Math.max(1, length);
  }
  if (said.length < 3) return false;
  return SUBJECT(said)
    ? (does || /[了啊呀吧嘛呢]$/u.test(said)) && unknown <= MOST_UNKNOWN && unknown * 2 <= said.length
    : does && unknown <= most;
}

/** Words that mean nothing of a problem. */
const NOTHING: readonly QueryWord['tag'][] = [
  'filler',
  'ask',
  'tell',
  'and',
  'of',
  'me',
  'after-name',
  'not',
];

function namesOurs(said: string, context: ReadContext): boolean {
  const { unitIds, projectIds, areaIds, categoryIds, kinds, park, industry, states } = scanOf(said, context);
  const names = [unitIds, projectIds, areaIds, categoryIds, kinds];
  const lit = states.some(({ kind }) => kind !== 'closed' && kind !== 'all' && kind !== 'open');
  return names.some((ids) => ids.length > 0) || park !== undefined || industry !== undefined || lit;
}

function isOfOurs(said: string, context: ReadContext): boolean {
  const scan = scanOf(said, context);
  const { states, ages, point, texts, nodes, tags, clashes, except, periods } = scan;
  const more = [states, ages, texts, nodes, clashes].some((list) => list.length > 0);
  // 我昨天晚上还在想: when the speaker did so.
  const dated = point !== undefined || (periods.length > 0 && !SUBJECT(said) && !isOfTheirDay(said, 0));
  // 书记点了这个事: no problem in particular.
  const noun = /^(?:事|事情|事儿|工作|材料|文件)$/u.test(scan.heard.get('noun') ?? '');
  // 我刚开会出来: nothing came in.
  const came = /^.?[来去]$/u.test(scan.heard.get('basis') ?? '');
  return (
    namesOurs(said, context) ||
    more ||
    dated ||
    except !== undefined ||
    [...tags.keys()].some(
      (tag) => !NOTHING.includes(tag) && !(came && tag === 'basis') && !(noun && tag === 'noun'),
    )
  );
}

function scanOf(said: string, context: ReadContext): Scan {
  return scanQuery(readPhrase(said), context);
}
