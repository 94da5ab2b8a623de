/** Plain questions (红色的有几个): read by what they are made of, not by a list of sentences. */

import type { Reading } from '../domain/reading.ts';
import { saysOnly } from '../language/accounted.ts';
import type { ReadContext } from '../language/definition.ts';
import { statedFirst } from '../language/lexicon/claims.ts';
import { onlyCompares } from '../language/lexicon/framing.ts';
import { turnIn } from '../language/lexicon/going-on.ts';
import { isQuestioning } from '../language/mood.ts';
import { asksOfOneNode } from '../language/nodes-said.ts';
import { type Phrase, readPhrase } from '../language/phrase.ts';
import { unknowable } from '../language/pointing.ts';
import { asksProjects } from '../language/projects-of.ts';
import { measureOf, readingOf } from '../language/reading-of.ts';
import { scanQuery } from '../language/scan.ts';
import type { Scan } from '../language/scanned.ts';
import { scanHeard } from '../language/sounds.ts';
import { topicOf } from '../language/topic.ts';
import type { CallOf } from './call.ts';
import { personOf } from './filter.ts';
import { type Asked, checked, insteadOf, isUsed } from './instead-of.ts';
import { aboutLinks } from './link-questions.ts';
import { nearestQuestions, type Offers } from './nearest-questions.ts';
import { askOverTime, tellsWhole } from './over-time-questions.ts';
import { severalIn } from './several-questions.ts';
import { twoQuestions } from './two-questions.ts';
import { whatMoved } from './what-moved.ts';

/** Longer texts tell a story; nobody asks for a list in so many words. */
const LONGEST_QUESTION = 80;
/** With more than this left over it is a story, too, and nothing we should call misunderstood. */
const MOST_UNREAD = 10;
/** Buttons for one word that may be several names. */
const MOST_NAMES = 4;

/**
 * The question as a call; null when nothing is asked. A question of which a word is not understood is asked back
 * (`unread`), for a figure without it would be of something else.
 */
export function readQuestion(phrase: Phrase, context: ReadContext): Asked | null {
  const plain = readAsItStands(phrase, context);
  if (plain && tellsWhole(plain, phrase)) return plain;
  return askOverTime(phrase, context, askOfReading) ?? plain;
}

function readAsItStands(phrase: Phrase, context: ReadContext): Asked | null {
  if (phrase.folded.length > LONGEST_QUESTION || onlyCompares(phrase.folded)) return null;
  const scan = scanHeard(phrase, context);
  const reader = { named: isNamed, scanned: readScanned, alone: readAlone };
  const read = checked(phrase, context, reader, true) ?? readScanned(phrase, scan, context);
  return isUsed(read) ? read : (insteadOf(phrase, scan, context, reader) ?? read);
}

function readScanned(phrase: Phrase, scan: Scan, context: ReadContext): Asked | null {
  if (asksWhatIsMine(scan)) return { name: 'mine' };
  if (asksHowLong(scan, context)) return { name: 'countdown' };
  const links = aboutLinks(scan, context);
  if (links) return links;
  if (pointsOnly(scan, phrase)) return null;
  if (!isQuestion(scan, context, phrase) && !isAsked(scan, phrase, context)) return null;
  const vague = unknowable(phrase.folded, scan) ?? statedFirst(phrase.folded);
  if (vague !== undefined)
    return { ...askOf(scan, context), filter: {}, unread: [vague], ...nearestTo(phrase, [vague], context) };
  const several = severalIn((scan.sounded?.right ?? phrase.text).trim(), scan, context, {
    ask: askOf,
    near: offersFor,
  });
  const moved = whatMoved(phrase, scan, askOf(scan, context), several);
  if (moved) return moved;
  if (several) return { ...several, ...(scan.sounded && { sounded: scan.sounded }) };
  const call = askOf(scan, context);
  const apart =
    !call.unread && !asksProjects(scan) && !call.compare ? twoQuestions(phrase.text, context) : undefined;
  if (apart)
    return {
      ...call,
      filter: {},
      unread: apart.slice(1),
      nearest: apart.filter((said) => 'same' in (readAlone(said, context) ?? {})),
    };
  if (call.doubt) return { ...call, nearest: whole(phrase, call.doubt) };
  if (!call.unread) return call;
  if (!isCertain(scan) || call.unread.join('').length > MOST_UNREAD) return null;
  return { ...call, ...nearestTo(phrase, call.unread, context) };
}

/** The question with each of the names in the place of what several have. */
function whole({ text }: Phrase, { heard, names }: { heard: string; names: string[] }): string[] {
  return names.slice(0, MOST_NAMES).map((name) => text.trim().replace(heard, name));
}

/** What may have been meant by words that are no question as they stand; each is one. */
export function questionsNear(phrase: Phrase, context: ReadContext): string[] {
  if (phrase.folded.length > LONGEST_QUESTION) return [];
  return nearestTo(phrase, scanQuery(phrase, context).left, context).nearest;
}

/**
 * What is not understood of words that ask for something and are no question as they stand; undefined where nothing of
 * them is understood, or where too much is not.
 */
export function partsUnread(phrase: Phrase, context: ReadContext): string[] | undefined {
  if (phrase.folded.length > LONGEST_QUESTION || !isQuestioning(phrase.folded)) return undefined;
  const scan = scanHeard(phrase, context);
  const unread = askOf(scan, context).unread ?? [];
  const said = isNamed(scan) || scan.states.length + scan.periods.length > 0 || scan.by !== undefined;
  return said && unread.length > 0 && unread.join('').length <= 2 * MOST_UNREAD ? unread : undefined;
}

function nearestTo(phrase: Phrase, left: readonly string[], context: ReadContext, instead?: string): Offers {
  const apart = instead === undefined ? undefined : readAlone(instead, context);
  const near = offersFor(phrase.text, left, [scanHeard(phrase, context)], context);
  if (instead === undefined || !apart || !('same' in apart)) return near;
  return { nearest: [...new Set([instead, ...near.nearest])].slice(0, 2) };
}

/** @param scans what was understood, of each figure that is asked for */
function offersFor(
  text: string,
  left: readonly string[],
  scans: readonly Scan[],
  context: ReadContext,
): Offers {
  return nearestQuestions(text, left, context, { read: (said) => readAlone(said, context), scans });
}

/** A sentence as a button would ask it. */
function readAlone(
  said: string,
  context: ReadContext,
): { same: string; scan: Scan } | { unread: readonly string[] } | undefined {
  const scan = scanQuery(readPhrase(said), context, { people: true });
  const about = isNamed(scan) || scan.states.length + scan.periods.length > 0 || scan.by || scan.basis;
  const figures = (['rate', 'duration', 'trend', 'longest'] as const).some((tag) => scan.tags.has(tag));
  if (!about && !figures) return undefined;
  const call = askOf(scan, context);
  if (call.unread) return { unread: call.unread };
  if (
    scan.doubt ||
    !(isQuestion(scan, context, readPhrase(said)) || isAsked(scan, readPhrase(said), context))
  )
    return undefined;
  const { name: _n, topic: _t, measure, ...reading } = call;
  const own = ['count', 'list', 'progress'].includes(measure) ? {} : { measure };
  return { same: JSON.stringify({ ...own, ...reading }), scan };
}

/** What is asked, once it is certain that something is. */
export function askOf(scan: Scan, context: ReadContext): CallOf<'ask'> {
  const ask = { name: 'ask', ...personOf(scan), topic: topicOf(scan) } as const;
  const read = readingOf(scan, context);
  const measure = measureOf(scan);
  if (read.unread) return { ...ask, measure, filter: {}, unread: read.unread };
  if (scan.doubt) return { ...ask, measure, filter: {}, doubt: scan.doubt };
  return askOfReading(scan, read.reading);
}

/** The reading with who was named in it, and how. */
function askOfReading(scan: Scan, reading: Reading): CallOf<'ask'> {
  const ask = { name: 'ask', ...personOf(scan), topic: topicOf(scan) } as const;
  const outside = scan.outside.length > 0 && { outside: scan.outside };
  const heard = scan.someone !== undefined && { personHeard: scan.someone };
  const sounded = scan.sounded && { sounded: scan.sounded };
  const people = scan.others && { othersHeard: scan.others };
  return { ...ask, ...reading, ...outside, ...heard, ...people, ...sounded };
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
    scan.left.length === 0 &&
    saysOnly(scan, 'periods') &&
    scan.doubt === undefined &&
    scan.periods.every((period) => period.from === period.until && !period.past) &&
    !others.some((tag) => tags.has(tag))
  );
}

/** 离投产还有多少天, of no project in particular: 倒计时 has the answer. */
function asksHowLong(scan: Scan, { chat }: ReadContext): boolean {
  const { tags } = scan;
  const only: readonly string[] = ['node', 'when', 'filler', 'ask', 'here', 'everywhere', 'of', 'and'];
  return (
    tags.has('node') &&
    tags.has('when') &&
    (chat.projectIds.length === 0 || !tags.has('here')) &&
    [...tags.keys()].every((tag) => only.includes(tag)) &&
    !isNamed(scan) &&
    scan.left.length + scan.periods.length === 0
  );
}

function isNamed(scan: Scan): boolean {
  const { projectIds, unitIds, areaIds, personOpenIds, categoryIds, texts, doubt, tags } = scan;
  const names = projectIds.length + unitIds.length + areaIds.length + personOpenIds.length;
  const about = categoryIds.length + texts.length + (scan.park || scan.industry || scan.someone ? 1 : 0);
  return names + about > 0 || doubt !== undefined || tags.has('our-unit');
}

/** States that are no everyday words of what somebody does to one problem. */
function isStrong({ states }: Scan): boolean {
  return states.some((s) => !['closed', 'all', 'agenda', 'extension'].includes(s.kind));
}

/** A question even with a word in it that is not understood. */
function isCertain(scan: Scan): boolean {
  const { tags } = scan;
  const figures = (['rate', 'duration', 'trend', 'against'] as const).some((tag) => tags.has(tag));
  if (tags.has('whose') && isNamed(scan)) return true;
  const asks = tags.has('count') || tags.has('longest') || figures || (scan.by?.asks ?? false);
  if (figures && asks) return true;
  if (scan.fact || scan.counted) return !isBareFact(scan);
  const about =
    isStrong(scan) ||
    isNamed(scan) ||
    scan.basis !== undefined ||
    scan.periods.length > 0 ||
    tags.has('noun');
  const others = (['which', 'ask', 'how', 'why'] as const).some((tag) => tags.has(tag)) || scan.endsOf;
  if (isStrong(scan) && others) return true;
  return asks && about && (scan.states.length > 0 || scan.basis !== undefined || tags.has('noun'));
}

/** Something certain to be asked about, and a sign that it is asked. */
function isQuestion(scan: Scan, { chat }: ReadContext, phrase: Phrase): boolean {
  const { tags } = scan;
  const counted = tags.has('count') || tags.has('each') || scan.by?.asks === true;
  const named = isNamed(scan);
  if (asksHowItWent(scan, phrase)) return true;
  if (scan.fact) return !isBareFact(scan);
  if (scan.counted || scan.among || scan.second || scan.after) return true;
  if (scan.point) return counted || scan.states.length > 0;
  const strong = isStrong(scan);
  const state = scan.states.length > 0;
  const how = tags.has('how');
  const which = tags.has('which') || tags.has('why');
  const asked = tags.has('ask');
  if (tags.has('mine')) return false;
  if (tags.has('rate')) return scan.rate !== 'share' || state || counted;
  if (tags.has('against')) return true;
  if (tags.has('than')) return counted || tags.has('trend');
  if (tags.has('duration')) return state || named || counted || tags.has('noun') || isLong(scan);
  if (tags.has('trend'))
    return scan.periods.length > 0 && (counted || asked || tags.has('noun') || isLong(scan));
  if (tags.has('whose')) return named;
  if (tags.has('enough-time')) return named || tags.has('node') || tags.has('here');
  if (tags.has('when') && scan.projectIds.length > 0) return true;
  if (tags.has('send')) return named && (tags.has('noun') || state) ? true : strong || tags.has('count');
  if (scan.by) return counted || how || state || isTimed(scan) || tags.has('longest') || tags.has('most');
  if (tags.has('most')) return which && (strong || tags.has('noun'));
  if (scan.ages.length > 0) return (state || tags.has('quiet')) && (counted || which || asked || scan.endsOf);
  if (tags.has('node'))
    return (named || tags.has('here')) && (tags.has('when') || how || (asked && scan.projectIds.length > 0));
  if (tags.has('longest')) return which || counted || named || tags.has('of') || tags.has('noun') || strong;
  if (strong)
    return counted || which || how || asked || named || scan.endsOf || tags.has('noun') || isBare(scan);
  if (state) return counted || (which && named) || (scan.endsOf && (named || scan.periods.length > 0));
  if (scan.periods.length > 0) {
    const past = scan.periods.every((period) => period.past);
    const much = counted && (tags.has('noun') || named || scan.basis !== undefined || tags.has('of') || past);
    return (
      scan.basis === 'due' ||
      much ||
      (scan.basis === 'logged' && (scan.endsOf || which || counted || asked || how)) ||
      (scan.endsOf && tags.has('noun')) ||
      (named && how) ||
      (tags.has('of') && tags.has('noun'))
    );
  }
  if (scan.basis) return counted && (named || tags.has('noun') || tags.has('enterprise') || tags.has('me'));
  if (tags.has('helping')) return counted || scan.endsOf;
  if (named) {
    const about = tags.has('noun') && (tags.has('of') || asked);
    // A kind of matter alone is a word to look for.
    const bare = isBare(scan) && scan.categoryIds.length + scan.texts.length === 0;
    return how || counted || which || bare || about;
  }
  if (tags.has('here') && chat.projectIds.length > 0) return how || (counted && tags.has('noun'));
  if (tags.has('me')) return counted;
  return counted && tags.has('noun');
}

/** 超了几天, of nothing: it goes on from what was shown. */
function isBareFact(scan: Scan): boolean {
  const { states, step, periods, basis, kinds, tags } = scan;
  return (
    !isNamed(scan) &&
    states.length + periods.length + kinds.length === 0 &&
    step === undefined &&
    basis === undefined &&
    !tags.has('me')
  );
}

/** 都是谁在办, 都是哪些单位: of what was just answered, and of nothing by itself. */
function pointsOnly(scan: Scan, { folded }: Phrase): boolean {
  const { states, periods, ages, basis, longest, tags } = scan;
  const said =
    states.length + periods.length + ages.length > 0 || basis !== undefined || longest !== undefined;
  const those = !isNamed(scan) && /^(?:都|分别|各自?)(?:是|在|归)?(?:谁|哪)/.test(folded.trim());
  if (those && turnIn(folded)?.turn === 'apart') return true;
  return those && /^都是/.test(folded.trim()) && !said && !tags.has('most') && !tags.has('rate');
}

/** Words a list has no use for: they ask for more than the rest tells. */
const NOT_ALONE = [
  'mine',
  'whose',
  'send',
  'enough-time',
  'node',
  'when',
  'trend',
  'against',
  'than',
] as const;

/** The sentence asks, it is about something, and no word of it is left over: a question however it is put. */
function isUnderstood(scan: Scan, { folded }: Phrase, context: ReadContext): boolean {
  const { tags } = scan;
  if (scan.left.length > 0 || scan.doubt || NOT_ALONE.some((tag) => tags.has(tag))) return false;
  const what = scan.basis !== undefined || tags.has('noun') || scan.states.length > 0;
  const timed = scan.periods.length > 0 && what;
  const said = isStrong(scan) || timed || scan.by !== undefined;
  const asks = tags.has('how') || tags.has('count') || tags.has('which');
  // 那住建局呢 alone goes on from nothing.
  if (!(asks && (said || isNamed(scan))) && !(said && isQuestioning(folded))) return false;
  return askOf(scan, context).unread === undefined;
}

/** Each is asked for by its word alone. */
const OF_PROJECTS = ['node', 'of-projects', 'project-by', 'project-told', 'project-order'] as const;

function isAsked(scan: Scan, phrase: Phrase, context: ReadContext): boolean {
  return isWhole(scan, context) || isUnderstood(scan, phrase, context);
}

/** Words of an order ask by themselves. */
const RANKED = ['top', 'standing', 'sorted', 'least', 'nothing-done'] as const;

/** Nothing of it is left over, something is asked about and something says that it is asked: a question however it is put. */
function isWhole(scan: Scan, { chat }: ReadContext): boolean {
  const { tags, left, clashes, states, periods, basis, by, heard } = scan;
  if (left.length > 0 || clashes.length > 0 || tags.has('mine')) return false;
  if (scan.fact || scan.counted || scan.among) return scan.fact === undefined || !isBareFact(scan);
  const named = isNamed(scan) || (tags.has('here') && chat.projectIds.length > 0);
  const asked =
    (
      [
        'count',
        'tell',
        'how',
        'why',
        'send',
        'most',
        'longest',
        'highest',
        'lowest',
        'rate',
        'duration',
        'due-when',
        'since-when',
        ...RANKED,
      ] as const
    ).some((tag) => tags.has(tag)) || by?.asks === true;
  const hinted =
    asked || (['ask', 'which', 'more', 'when', 'since-when', 'each'] as const).some((tag) => tags.has(tag));
  // 谁家申请延期了
  if (states.some(({ kind }) => kind === 'extension') && (tags.has('which') || tags.has('count')))
    return true;
  const strong = isStrong(scan) || scan.except !== undefined || scan.ages.length > 0;
  if (asksOfOneNode(scan) || tags.has('post')) return true;
  // 邦普下雨没: its card tells.
  if (scan.weather && scan.projectIds.length === 1 && hinted) return true;
  if (asksProjects(scan)) return hinted || scan.endsOf || OF_PROJECTS.some((tag) => tags.has(tag));
  if (tags.has('versus-average')) return named || tags.has('rate') || tags.has('duration');
  if (by || scan.told)
    return asked || scan.told !== undefined || states.length > 0 || periods.length > 0 || named;
  if (tags.has('nothing-done')) return true;
  if (RANKED.some((tag) => tags.has(tag)))
    return (
      named ||
      states.length + periods.length > 0 ||
      basis !== undefined ||
      tags.has('noun') ||
      tags.has('longest') ||
      tags.has('newest') ||
      sortedFirst(scan)
    );
  if (tags.has('more') && isOfRivals(scan)) return true;
  const body =
    scan.unitIds.length + scan.projectIds.length + scan.areaIds.length + scan.personOpenIds.length > 0;
  if (strong)
    return (
      hinted || scan.endsOf || scan.kinds.length > 0 || tags.has('noun') || body || scan.except !== undefined
    );
  if (
    basis === 'logged' &&
    periods.length === 0 &&
    !named &&
    !(['noun', 'enterprise', 'me'] as const).some((tag) => tags.has(tag))
  )
    return false;
  if (scan.step) return hinted && (asked || named || periods.length > 0 || scan.times !== undefined);
  const some = named || states.length > 0 || periods.length > 0 || basis !== undefined || tags.has('noun');
  if (tags.has('tell') || tags.has('count') || tags.has('how'))
    return some || tags.has('everywhere') || /总数/.test(heard.get('tell') ?? '');
  return hinted && named && (asked || basis !== undefined || states.length > 0);
}

/** 用地的多还是消防的多 */
function isOfRivals({ unitIds, projectIds, areaIds, categoryIds, tags }: Scan): boolean {
  const ours = tags.has('our-unit') ? 1 : 0;
  return Math.max(unitIds.length + ours, projectIds.length, areaIds.length, categoryIds.length) > 1;
}

/** 最急的: of what is open. */
function sortedFirst({ heard, tags }: Scan): boolean {
  return tags.has('sorted') && /^最/.test(heard.get('sorted') ?? '');
}

/** 这个月怎么样; of one day it is small talk. */
function asksHowItWent({ periods, tags, heard, states }: Scan, { folded }: Phrase): boolean {
  const [period] = periods;
  const said = heard.get('how') ?? '';
  const how = /怎|咋|如何|情况|概况|变化|么样|进展|动静|动向/.test(said);
  // 今天怎么样 is small talk, 今天的总体情况 is none.
  const whole = /总|整|全盘|概况|面上/.test(folded) || /变化|新情况|动静|动向|进展/.test(said);
  const long = period !== undefined && (period.from !== period.until || whole);
  return long && tags.has('how') && how && states.length === 0;
}

function isTimed({ basis, periods }: Scan): boolean {
  return basis !== undefined && periods.length > 0;
}

/** The word itself asks: 平均几天, 增加了多少. */
function isLong({ heard }: Scan): boolean {
  return /几|多|时/.test(`${heard.get('duration') ?? ''}${heard.get('trend') ?? ''}`);
}

/** Nothing but the one word: 兴发, 逾期, 待签收, 我的逾期. */
function isBare(scan: Scan): boolean {
  return [...scan.tags].every(([tag, times]) => (tag === 'state' || tag === 'me') && times === 1);
}
