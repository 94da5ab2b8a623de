/** The words of an order that say of which problems: a question, somebody's name. */
import { isDefinite } from '../language/lexicon/follow-ups.ts';
import { WHO_MUST } from '../language/lexicon/said-orders.ts';
import { readPhrase, trim } from '../language/phrase.ts';
import { emptyScan } from '../language/scan.ts';
import type { Scan } from '../language/scanned.ts';
import { scanHeard } from '../language/sounds.ts';
import { goOn, saysSomething, type Topic } from '../language/topic.ts';
import type { CallOf } from './call.ts';
import { type CommandContext, readContextOf } from './context.ts';
import { isRecent, isSoon, type Remembered } from './follow-memory.ts';
import { askOf } from './question.ts';

const ASKS = ['count', 'which', 'how', 'why'] as const;

/** The question the words are; undefined when they are none that is understood to the end. */
export function questionIn(
  context: CommandContext,
  words: string,
  last: Remembered | undefined,
): CallOf<'ask'> | undefined {
  const readContext = readContextOf(context);
  const scan = scanHeard(trim(readPhrase(words.replace(WHO_MUST, '待$1的'))), readContext);
  if (scan.left.length > 0 || scan.doubt || !saysSomething(scan)) return undefined;
  // 红的催一下, right after what somebody has: of theirs.
  const soon = last && !last.parts && !last.projects && isSoon(context, last);
  const theirs = soon && isOf(context, last, scan, words);
  const topic = soon && isNamedOnly(words, scan) ? anyones(last.topic) : theirs ? last.topic : undefined;
  const call = askOf(topic ? goOn(topic, scan, { within: true }) : scan, readContext);
  if (call.unread || call.doubt) return undefined;
  // 美利信的都催一下: its problems, not the project.
  return call.projectId === undefined ? call : askOf({ ...scan, states: [{ kind: 'open' }] }, readContext);
}

/** 不算楚能的催一下 after 逾期的, 没签收的催一下 after 企业报的: of what was answered, which nothing said now replaces. */
function isOf(context: CommandContext, last: Remembered, scan: Scan, words: string): boolean {
  const { topic } = last;
  if (scan.tags.has('everywhere') || topic.rate || topic.duration) return false;
  const definite = isDefinite(`${words}是哪些`, scan);
  if (isRecent(context, last) && definite) return true;
  const { states, step, unitIds, projectIds, areaIds, someone } = scan;
  if (unitIds.length + projectIds.length + areaIds.length > 0 || someone !== undefined) return false;
  if (states.length === 0 && step === undefined) return true;
  const { categoryIds, texts, kinds, periods, except, park, industry, tags } = topic;
  const own = tags.some(([tag]) => OWN.includes(tag)) || [except, park, industry].some(Boolean);
  return definite && (own || [categoryIds, texts, kinds, periods].some((list) => list.length > 0));
}

const OWN: readonly string[] = ['me', 'our-unit', 'enterprise', 'helping'];

/** Which they were, whosever. */
function anyones({ someone: _, ...topic }: Topic): Topic {
  return { ...topic, unitIds: [], projectIds: [], areaIds: [], personOpenIds: [] };
}

/** 住建局的, right after 逾期的有哪些: a name, and nothing of its own beside it. */
function isNamedOnly(words: string, scan: Scan): boolean {
  const { states, periods, unitIds, projectIds, step } = scan;
  const bare = states.length + periods.length === 0 && step === undefined && !scan.by;
  return bare && unitIds.length + projectIds.length > 0 && /的(?:那?几?[件个])?$/.test(words);
}

/** Whether they ask something, beside saying which. */
export function asksIn(context: CommandContext, words: string): boolean {
  const { tags } = scanHeard(trim(readPhrase(words)), readContextOf(context));
  return ASKS.some((tag) => tags.has(tag)) || /几|多少|哪|怎/.test(words);
}

/** 赵磊手上的, 周正那边: somebody's, whom the handler knows by name. */
export function personsIn(context: CommandContext, words: string): CallOf<'ask'> | undefined {
  const name = /^(\p{Script=Han}{2,3}?)(?:那边|那里|那头|手上|手里|名下|负责|管)?的?$/u.exec(words)?.[1];
  if (name === undefined) return undefined;
  const readContext = readContextOf(context);
  const blank = emptyScan(readContext);
  return askOf({ ...blank, someone: name, states: [{ kind: 'open' }] }, readContext);
}
