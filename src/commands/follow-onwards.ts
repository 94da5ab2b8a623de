/** 那刘敏的呢, 那再上个月呢, 垫底的是谁: the question before, asked of its like. */
import { NO_REASON } from '../cards/words-follow-up.ts';
import type { Answer } from '../domain/answer.ts';
import type { Onward } from '../language/lexicon/onwards.ts';
import { onwards } from '../language/onwards.ts';
import type { Phrase } from '../language/phrase.ts';
import type { Scan } from '../language/scanned.ts';
import { goOn } from '../language/topic.ts';
import { type CommandContext, readContextOf } from './context.ts';
import { showAndKeep } from './follow-links.ts';
import { isRecent, isSoon, type Remembered } from './follow-memory.ts';
import { askOnwards } from './follow-turn.ts';
import { askOf } from './question.ts';
import { personMeant } from './whose.ts';

/** undefined: it does not go with what was answered. null: it is on its way by itself. */
export async function goOnwards(
  context: CommandContext,
  asked: Onward,
  { scan, phrase }: { scan: Scan; phrase: Pick<Phrase, 'folded'> },
  last: Remembered,
): Promise<Answer | null | undefined> {
  // 哪个最多, after figures of each project: which project.
  const alike = asked.onward === 'each' && last.topic.by && /哪一?个的?最/u.test(phrase.folded);
  const onward = alike ? { ...asked, by: last.topic.by?.by ?? asked.by } : asked;
  if (onward.onward === 'links') return linksOf(context, last);
  if (last.parts || last.projects) return undefined;
  const before = { topic: last.topic, recent: isRecent(context, last), soon: isSoon(context, last) };
  const next = onwards(before, onward, scan, readContextOf(context));
  if (!next) return undefined;
  const call = askOf(next, readContextOf(context));
  if (call.unread || call.doubt) return undefined;
  const named = onward.onward === 'person' && last.topic.someone === undefined;
  if (named && (await personMeant(context, { openId: null, name: onward.name })) === 'unknown')
    return undefined;
  const answer = await askOnwards(context, call);
  const why = onward.onward === 'end' && onward.why && answer !== null && 'lead' in answer === false;
  return why && (answer.kind === 'figures' || answer.kind === 'groups')
    ? { ...answer, lead: NO_REASON }
    : answer;
}

/** The map of the project that was spoken of. */
async function linksOf(context: CommandContext, last: Remembered): Promise<Answer | null | undefined> {
  const [projectId, second] = last.topic.projectIds;
  if (projectId === undefined || second !== undefined || !isRecent(context, last)) return undefined;
  return showAndKeep(context, { name: 'link-map', projectIds: [projectId] });
}

/** 啥时候能投产, right after the card of a project. undefined: none was shown just now. */
export async function nodeOf(
  context: CommandContext,
  scan: Scan,
  last: Remembered,
): Promise<Answer | null | undefined> {
  if (last.topic.projectIds.length !== 1 || !isRecent(context, last) || last.parts) return undefined;
  const call = askOf(goOn(last.topic, scan), readContextOf(context));
  return call.unread || call.doubt ? undefined : askOnwards(context, call);
}
