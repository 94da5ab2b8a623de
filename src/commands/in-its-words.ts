/** What is said next, in words that mean something only behind the kind of answer that was just given. */
import type { Answer } from '../domain/answer.ts';
import { todayOf } from '../domain/directory.ts';
import { WAITING_STATUSES } from '../domain/issue.ts';
import { REST_SAID } from '../language/lexicon/follow-ups.ts';
import {
  asksAround,
  asksOfEach,
  asksSpanBefore,
  asksWhichMost,
  inItsWords,
  type Kind,
  withoutBefore,
} from '../language/lexicon/in-its-words.ts';
import { spanBefore } from '../language/over-time.ts';
import { readPhrase, trim } from '../language/phrase.ts';
import { areClosed } from '../language/scan-clashes.ts';
import { scanOfReading } from '../language/scan-of-reading.ts';
import type { Scan } from '../language/scanned.ts';
import { scanHeard } from '../language/sounds.ts';
import { goOn, scanOf, type Topic, topicOf } from '../language/topic.ts';
import { shortUnitName } from '../text/names.ts';
import { isWholeQuestion } from './call.ts';
import { type CommandContext, readContextOf } from './context.ts';
import { isWhose } from './follow-bearing.ts';
import { hasNoRows, isSoon, lastOf, type Remembered, sameFilter } from './follow-memory.ts';
import { askOnwards } from './follow-turn.ts';
import { remember } from './left.ts';
import { matchSaid } from './match-said.ts';
import { askOf } from './question.ts';
import { ungrouped } from './ranked-places.ts';

/** Goes on as if it had been said in these words. */
type Follow = (words: string) => Promise<Answer | null | undefined>;

/** undefined: its words mean the same after every answer, or there was none just now. null: it is on its way by itself. */
export async function saidInItsWords(
  context: CommandContext,
  text: string,
  follow: Follow,
): Promise<Answer | null | undefined> {
  const last = await lastOf(context);
  if (!last || !isSoon(context, last) || context.cardIssueId !== undefined) return undefined;
  const { folded } = trim(readPhrase(text));
  const span = asksSpanBefore(folded) ? spanSaid(context, last) : undefined;
  if (span) return follow(`${span}呢`);
  const whole = wholeOf(last);
  const words = wordsAfter(context, whole, folded);
  if (words === WHO_EACH) return tellingWho(context, whole);
  if (words !== undefined && words !== folded) {
    if (whole !== last) await remember(context, whole);
    const next = await follow(words);
    return next === undefined ? askedSo(context, words) : next;
  }
  const states = await byState(context, last, folded, follow);
  if (states !== undefined) return states;
  return inOrder(context, last, folded);
}

/** 全部 4 件、未销号 3 件: what is asked of each is of all that were counted first. */
function wholeOf(last: Remembered): Remembered {
  const [first, second, third] = last.parts ?? [];
  const { statuses: _, ...whose } = second?.filter ?? {};
  if (!first || !second || third || first.compared || second.compared) return last;
  const { statuses: _f, ...all } = first.filter;
  if (!sameFilter(whose, all) || first.measure !== 'count') return last;
  const { parts: _p, ...rest } = last;
  const read = topicOf(scanOfReading(first));
  const states = first.filter.statuses ? read.states : [{ state: { kind: 'all' as const }, heard: '' }];
  const topic = { ...read, states };
  return { ...rest, topic, filter: first.filter };
}

/** The time before the one that was told, in words; undefined: none was. */
function spanSaid(context: CommandContext, { parts, filter: own }: Remembered): string | undefined {
  const filter = parts?.[0]?.filter ?? own;
  const from = filter.loggedFrom ?? filter.closedFrom ?? filter.dueFrom ?? filter.stepFrom;
  const to = filter.loggedTo ?? filter.closedTo ?? filter.dueTo ?? filter.stepTo;
  if (from === undefined || to === undefined) return undefined;
  const { from: first, to: last } = spanBefore({ from, to }, todayOf(context));
  return [first, last].map((day) => day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日')).join('到');
}

function kindsOf(last: Remembered): Kind[] {
  const { topic, ranking, ranked, issueId } = last;
  return [
    ...(issueId === undefined ? [] : ['one' as const]),
    ...((ranking ?? ranked) ? ['ranking' as const] : []),
    ...((topic.rate ?? topic.duration) === undefined ? [] : ['measured' as const]),
    ...(topic.rate === 'satisfied' ? ['content' as const] : []),
    ...(hasNoRows(last) || issueId !== undefined ? [] : ['rows' as const]),
  ];
}

const WHO_EACH = '各是谁在办';
/** Who has each, or whom it waits for. */
async function tellingWho(context: CommandContext, last: Remembered): Promise<Answer> {
  const { ranking: _, rows: __, long: ___, ...rest } = last;
  await remember(context, { ...rest, page: 1 });
  const waits = last.filter.statuses?.every((one) => WAITING_STATUSES.includes(one));
  return { kind: 'list', filter: last.filter, page: 1, asked: true, fact: waits ? 'waiting' : 'who' };
}

/** A whole question of its own, in words of ours. */
async function askedSo(context: CommandContext, words: string): Promise<Answer | null | undefined> {
  const match = matchSaid(context, words);
  return isWholeQuestion(match) ? askOnwards(context, match.call) : undefined;
}

const BY_STATE = /^(?:那|再|给我|帮我)*(?:按|分|照|以)(?:照)?状态/u;
/** 按状态分, after one state: of all of the same. 等核验的是哪几条, after that: those, and no table of one state. */
async function byState(context: CommandContext, last: Remembered, folded: string, follow: Follow) {
  const { topic } = last;
  const one = topic.states.some(({ state }) => state.kind !== 'all');
  if (BY_STATE.test(folded) && one) {
    const all: Topic['states'] = [{ state: { kind: 'all' }, heard: '' }];
    const { statuses: _, colors: __, ...filter } = last.filter;
    await remember(context, { topic: { ...topic, states: all }, filter, page: 1 });
    return follow('按状态分开');
  }
  if (topic.by?.by !== 'status' || !/哪|列/.test(folded)) return undefined;
  await remember(context, { topic: ungrouped(topic), filter: last.filter, page: 1 });
  return follow(folded);
}

function wordsAfter(context: CommandContext, last: Remembered, folded: string): string | undefined {
  const kinds = kindsOf(last);
  const { topic, filter } = last;
  const meant = inItsWords(folded, kinds);
  if (meant === '全区平均') return topic.duration ? '全区平均几天办完' : undefined;
  // Of two or three that were told by themselves which is first is told of them.
  if (meant === '最急的是哪件' && filter.ids && filter.ids.length < 4) return undefined;
  if (meant !== undefined) return meant;
  if (kinds.includes('one')) return withoutBefore(folded);
  const measured = kinds.includes('measured') || kinds.includes('ranking');
  if (measured && asksAround(folded)) return ofOwnPlace(context, last);
  // Of whose projects it was asked, and not of units.
  const theirs = (filter.secretaryId ?? filter.leaderId) !== undefined || topic.projectIds.length > 1;
  if (!kinds.includes('rows')) return undefined;
  if (asksOfEach(folded) && (theirs || topic.unitIds.length > 1)) return theirs ? '按项目分开' : '按单位分开';
  const most = theirs && topic.unitIds.length === 0 ? asksWhichMost(folded) : undefined;
  return most && `哪个项目最${most}`;
}

/** 前头都是哪个: where the one that was spoken of, or the asker's own, stands. */
function ofOwnPlace(context: CommandContext, { topic }: Remembered): string | undefined {
  const [unit = context.actor.person.unitId, second] = topic.unitIds;
  if (unit === null || second !== undefined) return undefined;
  return `${shortUnitName(context, unit)}排第几`;
}

/** 按超的天数从多到少排, 剩下的按到期先后排一下: the same in another order. */
async function inOrder(
  context: CommandContext,
  last: Remembered,
  folded: string,
): Promise<Answer | null | undefined> {
  if (!kindsOf(last).includes('rows')) return undefined;
  const rest = REST_SAID.test(folded);
  const said = folded
    .replace(REST_SAID, '')
    .replace(/^(?:把|将|那|就|再|它们|这些|那些|都|全部|给我|帮我)+/u, '');
  const heard = scanHeard(readPhrase(`没办完的${said}`), readContextOf(context));
  // What is left of those that are struck off is what is open.
  const closed = rest && areClosed(scanOf(last.topic).states);
  const scan: Scan = { ...heard, states: closed ? [{ kind: 'open' }] : [] };
  const { sorted, periods, by, basis, step, rate, duration, left } = scan;
  const more = [by, basis, step, rate, duration].some((one) => one !== undefined);
  if (!sorted || left.length > 0 || scan.doubt || more || isWhose(scan)) return undefined;
  if (heard.states.length > 1 || periods.length > 0) return undefined;
  const call = askOf(goOn(last.topic, scan), readContextOf(context));
  if (call.unread || call.doubt) return undefined;
  const { ids } = last.filter;
  return askOnwards(context, ids ? { ...call, filter: { ...call.filter, ids } } : call);
}
