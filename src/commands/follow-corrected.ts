/** 不对，我问的是资规局的: what was taken back is replaced in the question before, which is asked again. */
import { CORRECTED } from '../cards/words-follow-up.ts';
import type { Answer } from '../domain/answer.ts';
import type { Mention } from '../feishu/incoming.ts';
import { correctionIn, droppedIn, freedIn } from '../language/lexicon/correcting.ts';
import { DEFINITE_ONE } from '../language/lexicon/describing.ts';
import type { StateWord } from '../language/lexicon/query-word.ts';
import { likeBefore } from '../language/like-before.ts';
import { namesIn, withWholeNames } from '../language/people-said.ts';
import { type Phrase, readPhrase, trim } from '../language/phrase.ts';
import type { Scan } from '../language/scanned.ts';
import { scanHeard } from '../language/sounds.ts';
import { saysSomething, scanOf, type Topic, topicOf } from '../language/topic.ts';
import { type CommandContext, readContextOf } from './context.ts';
import { describedIssue } from './described.ts';
import { askBeside } from './follow-from.ts';
import { isOnlyCard, isSoon, lastOf } from './follow-memory.ts';
import { numbered } from './follow-one.ts';
import { askOnwards } from './follow-turn.ts';
import { holdersOf } from './holders.ts';
import { askOf } from './question.ts';
import { saying } from './without-asides.ts';

const LONGEST = 30;
const PLACES = ['unitIds', 'projectIds', 'areaIds'] as const;

/** undefined: nothing is taken back, or what is said instead is not understood */
export async function corrected(
  context: CommandContext,
  { text, mentions }: { text: string; mentions: Mention[] },
): Promise<Answer | null | undefined> {
  if (context.cardIssueId !== undefined || mentions.length > 0) return undefined;
  const { folded } = trim(readPhrase(text));
  if (folded.length > LONGEST) return undefined;
  const gone = droppedIn(folded);
  if (gone !== undefined) return withoutState(context, gone);
  const correction = correctionIn(folded);
  if (!correction) return undefined;
  if (correction.number !== undefined) return numbered(context, String(correction.number));
  const last = await lastOf(context);
  if (!last || !isSoon(context, last)) return undefined;
  if (isOnlyCard(last)) return described(context, correction.rest);
  if (last.projects || last.parts) return undefined;
  // 不光逾期的，我要全部的: it was a state that narrowed.
  const was = scanHeard(readPhrase(correction.gone ?? ''), readContextOf(context));
  const stated = was.states.length > 0 && was.left.length === 0;
  const said = stated ? correction.rest.replace(/^(?:全部|所有)的?|(?:都|也)要$/gu, '') : correction.rest;
  if (correction.gone && stated && said === '') return withoutState(context, correction.gone);
  const freed = stated ? undefined : freedIn(said);
  const topic = freed ? without(last.topic, freed.kinds) : last.topic;
  const holders = await holdersOf(context);
  const rest = withWholeNames(freed?.rest ?? said, holders).text;
  context.people = namesIn(rest, holders);
  const answer = await asked(context, topic, trim(readPhrase(rest)));
  return answer && (saying(answer, [CORRECTED]) ?? answer);
}

/** 不看红的了: of what was asked without it, or all of it but that. */
async function withoutState(context: CommandContext, said: string): Promise<Answer | null | undefined> {
  const last = await lastOf(context);
  if (!last || !isSoon(context, last) || last.projects || last.parts || isOnlyCard(last)) return undefined;
  const read = readContextOf(context);
  const { states, left } = scanHeard(trim(readPhrase(said)), read);
  const was = scanOf(last.topic);
  if (states.length === 0 || left.length > 0 || was.except) return undefined;
  const same = (a: StateWord) => states.some((one) => JSON.stringify(one) === JSON.stringify(a));
  const kept = was.states.filter((one) => !same(one));
  const there = kept.length < was.states.length;
  const open: StateWord[] = kept.length > 0 ? kept : [{ kind: 'open' }];
  const except = { unitIds: [], projectIds: [], categoryIds: [], states };
  const call = askOf(there ? { ...was, states: open } : { ...was, except }, read);
  return call.unread || call.doubt ? undefined : askOnwards(context, call);
}

/** 我说的是道路破损, after another problem. */
async function described(context: CommandContext, words: string): Promise<Answer | null | undefined> {
  const definite = DEFINITE_ONE.test(words) ? words : `${words}那件`;
  const issue = await describedIssue(context, definite, { closed: true });
  return issue && numbered(context, String(issue.id));
}

async function asked(
  context: CommandContext,
  topic: Topic,
  phrase: Phrase,
): Promise<Answer | null | undefined> {
  const read = readContextOf(context);
  if (phrase.folded === '') {
    const again = askOf(scanOf(topic), read);
    return again.unread || again.doubt ? undefined : askOnwards(context, again);
  }
  const scan = likeBefore(scanHeard(phrase, read), topic, phrase, context.directory);
  if (scan.left.length > 0 || scan.doubt) return undefined;
  if (!saysSomething(scan) && scan.someone === undefined) return undefined;
  const how = { within: false, pointed: false, bears: true };
  const call = askBeside(otherwise(elsewhere(topic, scan), scan), scan, how, read);
  if (call.unread || call.doubt) return undefined;
  return askOnwards(context, call);
}

/** A unit or somebody said in the place of a project or of another takes its place. */
function elsewhere(topic: Topic, scan: Scan): Topic {
  const named = PLACES.some((key) => scan[key].length > 0) || scan.someone !== undefined;
  if (!named) return topic;
  const { someone: _, ...rest } = without(topic, PLACES);
  return { ...rest, personOpenIds: [] };
}

/** A state or a step said in the place of states or a step takes theirs, of whatever kind. */
function otherwise(topic: Topic, now: Scan): Topic {
  if (now.states.length === 0 && now.step === undefined) return topic;
  const { step: _, sentBack: __, doer: ___, ...rest } = topic;
  return { ...rest, ...(now.step && { step: now.step }), states: topicOf(now).states };
}

function without(
  topic: Topic,
  kinds: readonly ('projectIds' | 'unitIds' | 'categoryIds' | 'areaIds')[],
): Topic {
  return { ...topic, ...Object.fromEntries(kinds.map((key) => [key, []])) };
}
