/** Plain questions (红色的有几个): read by what they are made of, not by a list of sentences. */

import { otherRanksText } from '../cards/words-ranks.ts';
import { filterOfPost } from '../domain/post-held.ts';
import type { Reading } from '../domain/reading.ts';
import { saysOnly } from '../language/accounted.ts';
import type { ReadContext } from '../language/definition.ts';
import { statedFirst } from '../language/lexicon/claims.ts';
import { onlyCompares } from '../language/lexicon/framing.ts';
import { OF_PACE } from '../language/lexicon/node-frames.ts';
import { termAsked } from '../language/lexicon/terms.ts';
import { simplify } from '../language/lexicon/traditional.ts';
import { SINCE_START } from '../language/lexicon/when.ts';
import { isQuestioning } from '../language/mood.ts';
import { ofOwnProject, withOwnProject } from '../language/own-project.ts';
import { type Phrase, readPhrase } from '../language/phrase.ts';
import { withPlainNames } from '../language/plain-names.ts';
import { unknowable } from '../language/pointing.ts';
import { byDefault, measureOf, readingOf } from '../language/reading-of.ts';
import { reworded } from '../language/reworded.ts';
import { scanQuery } from '../language/scan.ts';
import type { Scan } from '../language/scanned.ts';
import { scanHeard } from '../language/sounds.ts';
import { topicOf } from '../language/topic.ts';
import { briefing } from './briefing.ts';
import type { CallOf } from './call.ts';
import { personOf } from './filter.ts';
import { type Asked, checked, insteadOf, isUsed } from './instead-of.ts';
import { isAsked, isCertain, isNamed, isQuestion, pointsOnly } from './is-question.ts';
import { aboutLinks, aboutWeather } from './link-questions.ts';
import { linkRowsIn } from './link-rows.ts';
import { acrossLinks } from './links-across.ts';
import { askLinks } from './links-asked.ts';
import { nearestQuestions, type Offers } from './nearest-questions.ts';
import { askNodes, askSky } from './nodes-asked.ts';
import { askOverTime, tellsWhole } from './over-time-questions.ts';
import { plansAsked } from './plans-asked.ts';
import { projectFactsIn } from './project-facts-asked.ts';
import { askStates } from './project-states.ts';
import { severalIn } from './several-questions.ts';
import { ofThisWeek } from './undated-new.ts';
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
export function readQuestion(said: Phrase, context: ReadContext): Asked | null {
  if (said.folded.length > LONGEST_QUESTION) return null;
  const term = termAsked(simplify(said.folded));
  if (term) return { name: 'term', term };
  const whose = withOwnProject(said, context);
  const asked = readNamed(whose, context);
  const own = isOfProjects(asked) ? ofOwnProject(whose, context) : undefined;
  const named = own && readNamed(own, context);
  return named && !isOfProjects(named) ? named : asked;
}

/** Not understood, or of projects without a name: in a project's group it is asked of that one (什么时候开工). */
function isOfProjects(asked: Asked | null): boolean {
  if (asked?.name !== 'ask') return !asked || asked.name === 'countdown';
  return asked.unread !== undefined || asked.projects !== undefined;
}

function readNamed(said: Phrase, context: ReadContext): Asked | null {
  const phrase = reworded(withPlainNames(said, context));
  const plain = readAsItStands(phrase, context);
  if (plain && tellsWhole(plain, phrase)) return withWords(plain, phrase);
  return withWords(askOverTime(phrase, context, askOfReading) ?? plain, phrase);
}

/** Somebody's projects may be others in number than was said, which only the words tell. */
function withWords(asked: Asked | null, { text }: Phrase): Asked | null {
  return asked?.name === 'ask' && asked.personHeard !== undefined ? { ...asked, said: text.trim() } : asked;
}

function readAsItStands(phrase: Phrase, context: ReadContext): Asked | null {
  if (onlyCompares(phrase.folded)) return null;
  const told = briefing(phrase, context);
  if (told) return told;
  const scan = scanHeard(phrase, context);
  const came = ofThisWeek(phrase, scan, context, readAsItStands);
  if (came) return came;
  const reader = { named: isNamed, scanned: readScanned, alone: readAlone };
  const paced = OF_PACE.test(phrase.folded) ? askNodes(phrase, context, askOfReading) : undefined;
  const read = paced ?? checked(phrase, context, reader, true) ?? readScanned(phrase, scan, context);
  if (isUsed(read)) return read;
  const other = askNodes(phrase, context, askOfReading) ?? askSky(phrase, context);
  return other ?? insteadOf(phrase, scan, context, reader) ?? read;
}

function readScanned(phrase: Phrase, scan: Scan, context: ReadContext): Asked | null {
  if (asksWhatIsMine(scan) || asksOfOffice(scan, context)) return { name: 'mine' };
  if (asksHowLong(scan, context)) return { name: 'countdown' };
  // 跟图审有关的: what is looked for, and no link.
  const looks = scan.texts.length > 0;
  const rows = looks ? undefined : linkRowsIn(phrase, context);
  const asked = rows && {
    ...askOfReading(rows.scan, rows.reading),
    ...(rows.unread && { unread: rows.unread }),
  };
  if (rows?.surely) return asked ?? null;
  const facts = looks ? undefined : (projectFactsIn(phrase, context) ?? plansAsked(phrase, context));
  if (facts && 'name' in facts) return facts;
  if (facts) return askOfReading(facts.scan, facts.reading);
  const across = looks ? undefined : acrossLinks(phrase, context);
  if (across?.unread) return { ...askOfReading(across.scan, across.reading), unread: across.unread };
  if (across) return askOfReading(across.scan, across.reading);
  const links =
    (looks ? undefined : askLinks(phrase, scan, context, askOfReading)) ??
    aboutLinks(scan, context) ??
    aboutWeather(scan, context) ??
    askStates(phrase, scan, context, askOfReading);
  if (links) return links;
  if (asked) return asked;
  if (pointsOnly(scan, phrase)) return null;
  if (!isQuestion(scan, context, phrase) && !isAsked(scan, phrase, context)) return null;
  const call = askOf(scan, context);
  const vague = unknowable(phrase.folded, scan) ?? statedFirst(phrase.folded);
  if (vague !== undefined)
    return { ...call, filter: {}, unread: [vague], ...nearestTo(phrase, [vague], context) };
  const several = severalIn((scan.sounded?.right ?? phrase.text).trim(), scan, context, {
    ask: askOf,
    near: offersFor,
  });
  const unstarted = sinceNoStart(phrase, scan, call, context);
  if (unstarted) return unstarted;
  const moved = whatMoved(phrase, scan, call, several, context);
  if (moved) return moved;
  if (several) return { ...several, ...(scan.sounded && { sounded: scan.sounded }) };
  if (call.doubt) return { ...call, nearest: whole(phrase, call.doubt) };
  if (!call.unread) return call.personHeard === undefined ? call : { ...call, said: phrase.text.trim() };
  if (!isCertain(scan) || call.unread.join('').length > MOST_UNREAD) return null;
  return { ...call, ...nearestTo(phrase, call.unread, context) };
}

/** 开工以来, where nobody has recorded that day or no project is named: the same of this year is offered. */
function sinceNoStart(
  { text }: Phrase,
  { heard, left, projectIds }: Scan,
  call: CallOf<'ask'>,
  { startedOn }: ReadContext,
): CallOf<'ask'> | undefined {
  const since = heard.get('since-node') ?? left.find((one) => SINCE_START.test(one));
  const [only, second] = projectIds;
  if (since === undefined || call.unread?.join('') !== since) return undefined;
  if (second !== undefined || (only !== undefined && startedOn?.has(only))) return undefined;
  return { ...call, filter: {}, untold: 'no-start', nearest: [text.trim().replace(since, '今年')] };
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
  if (instead === undefined || !apart) return near;
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

/** Whether a sentence is a question that is understood to the end, as a button would ask it. */
export function readLone(said: string, context: ReadContext): boolean {
  return readAlone(said, context) !== undefined;
}

/** A sentence as a button would ask it. */
function readAlone(said: string, context: ReadContext): { same: string; scan: Scan } | undefined {
  const scan = scanQuery(readPhrase(said), context, { people: true });
  const about = isNamed(scan) || scan.states.length + scan.periods.length > 0 || scan.by || scan.basis;
  const figures = (['rate', 'duration', 'trend', 'longest'] as const).some((tag) => scan.tags.has(tag));
  if (!about && !figures) return undefined;
  const call = askOf(scan, context);
  if (
    call.unread ||
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
  const read = readingOf(scan, context);
  if (!read.unread && !scan.doubt) return askOfReading(scan, read.reading);
  const ask = { name: 'ask', ...personOf(scan), topic: topicOf(scan) } as const;
  const why = read.unread ? { unread: read.unread } : scan.doubt && { doubt: scan.doubt };
  return { ...ask, measure: measureOf(scan), filter: {}, ...why };
}

/** The reading with who was named in it, and how. */
export function askOfReading(scan: Scan, reading: Reading): CallOf<'ask'> {
  const ask = { name: 'ask', ...personOf(scan), topic: topicOf(scan) } as const;
  const outside = scan.outside.length > 0 && { outside: scan.outside };
  const heard = scan.someone !== undefined && { personHeard: scan.someone };
  const sounded = scan.sounded && { sounded: scan.sounded };
  const people = scan.others && { othersHeard: scan.others };
  const others = byDefault(scan).byDefault &&
    reading.rate === 'on-time' && {
      others: otherRanksText(scan.periods.map((one) => scan.heard.get(one) ?? '').join(''), reading),
    };
  const lit = scan.litNow !== undefined && { litNow: scan.litNow };
  return { ...ask, ...lit, ...reading, ...outside, ...heard, ...people, ...sounded, ...others };
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

/** 我名下有待办没, of the office, which signs for nothing: what waits for it. */
function asksOfOffice(scan: Scan, { actor, directory }: ReadContext): boolean {
  const { grants, person } = actor;
  const only: readonly string[] = [
    'me',
    'state',
    'count',
    'ask',
    'noun',
    'filler',
    'of',
    'tell',
    'not',
    'which',
  ];
  return (
    scan.tags.has('me') &&
    grants.some(({ role }) => role === 'office') &&
    person.unitId === null &&
    filterOfPost(person.id, directory) === undefined &&
    scan.left.length === 0 &&
    saysOnly(scan, 'states') &&
    scan.states.every(({ kind }) => kind === 'open') &&
    [...scan.tags.keys()].every((tag) => only.includes(tag))
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
