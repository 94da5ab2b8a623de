/** 刘敏那几个呢, after somebody else's projects: the same of theirs. */
import { OF_WHICH_PROJECTS } from '../cards/words-follow-up.ts';
import { findPeople } from '../db/person.ts';
import type { Answer } from '../domain/answer.ts';
import { theirsIn } from '../language/lexicon/after-projects.ts';
import { MARKED } from '../language/lexicon/follow-ups.ts';
import { onwardIn } from '../language/lexicon/onwards.ts';
import { simplify } from '../language/lexicon/traditional.ts';
import { type Phrase, readPhrase } from '../language/phrase.ts';
import type { Scan } from '../language/scanned.ts';
import { scanHeard } from '../language/sounds.ts';
import { goOn } from '../language/topic.ts';
import { isWholeQuestion, type Match } from './call.ts';
import { type CommandContext, readContextOf } from './context.ts';
import { orAnew, saysAll } from './follow-bearing.ts';
import { isSoon, lastOf, namesTheirs, type Remembered } from './follow-memory.ts';
import { namesAny } from './follow-one.ts';
import { goOnwards } from './follow-onwards.ts';
import { askOnwards } from './follow-turn.ts';
import { matchSaid } from './match-said.ts';
import { askOf } from './question.ts';

/** undefined: it is no such thing, or somebody's projects were not spoken of. */
export async function ofTheirProjects(
  context: CommandContext,
  text: string,
): Promise<Answer | null | undefined> {
  const name = theirsIn(simplify(readPhrase(text).folded));
  const last = name === undefined ? undefined : await lastOf(context);
  if (name === undefined || !last) return undefined;
  const { asked, topic } = last;
  const read = readContextOf(context);
  const held = asked?.filter.secretaryId ?? asked?.filter.leaderId;
  if (asked && held !== undefined) {
    const said = matchSaid(context, `${name}管的项目怎么样`);
    if (said.kind !== 'call' || said.call.name !== 'ask' || said.call.measure !== 'projects')
      return undefined;
    return askOnwards(context, { ...said.call, projects: asked.projects ?? {} });
  }
  if (!topic.tags.some(([tag]) => tag === 'of-projects')) return undefined;
  const again = readPhrase(`那${name}的呢`);
  const onward = onwardIn(again.folded);
  return onward && goOnwards(context, onward, { scan: scanHeard(again, read), phrase: again }, last);
}

const HE = /^(?:那么?)?\s*(?:他|她|这个人|那个人)(?!们|家|那边|那个厂)/u;

/** 他提过几个问题, after who speaks for a project: that person, where there is one. */
export async function ofThePost(
  context: CommandContext,
  text: string,
  last: Remembered,
): Promise<Answer | null | undefined> {
  const [projectId, second] = last.topic.projectIds;
  const post = last.topic.tags.find(([tag]) => tag === 'post');
  if (!post || projectId === undefined || second !== undefined || !HE.test(text)) return undefined;
  const project = context.directory.project(projectId);
  const ids = /秘书/.test(post[2])
    ? [project?.secretaryId]
    : /领导|组长|分管|[包挂]/.test(post[2])
      ? [project?.leaderId]
      : (project?.contactIds ?? []);
  const [only, ...others] = await findPeople(
    context.tx,
    ids.flatMap((id) => id ?? []),
  );
  if (!only || others.length > 0) return undefined;
  const said = text.trim().replace(HE, only.name);
  const read = matchSaid(context, said);
  return isWholeQuestion(read) ? askOnwards(context, read.call) : undefined;
}

interface Problems {
  phrase: Phrase;
  scan: Scan;
  match: Match;
  turns: readonly unknown[] | undefined;
  /** All of it is understood. */
  clear: boolean;
}

/** 问题呢，红的多不多, after projects: the problems of those. */
export async function ofTheirProblems(
  context: CommandContext,
  said: Problems,
  last: Remembered,
): Promise<Answer | null | undefined> {
  const { scan, match, turns, phrase, clear } = said;
  if (!namesTheirs(last)) {
    const goes = match.kind === 'unknown' || MARKED.test(phrase.folded);
    return goes ? whoseAsked(said) : undefined;
  }
  const file = scan.tags.has('send');
  const about = file || scan.states.length > 0 || /问题|事/.test(scan.heard.get('noun') ?? '');
  const whole = match.kind === 'call' && match.call.name === 'ask' && !match.call.unread;
  const all = saysAll(phrase) || scan.tags.has('everywhere');
  // 哪个项目逾期最多 is asked of those.
  const apart = scan.by !== undefined && scan.by.by !== 'project';
  const own = whole && (!isSoon(context, last) || all || apart);
  if (own || (turns && !file) || !about || !clear || namesAny(scan)) return undefined;
  const call = askOf(goOn(last.topic, scan), readContextOf(context));
  if (call.unread && whole) return undefined;
  return orAnew(await askOnwards(context, call), call, said);
}

/** 逾期的呢, after projects picked by a day or the weather: of which is asked back, and never counted of all. */
function whoseAsked({ scan, clear, phrase: { text } }: Problems): Answer | undefined {
  if (scan.states.length === 0 || !clear || namesAny(scan)) return undefined;
  const said = text.trim().replace(/^那么?|[呢啊呀\p{P}]+$/gu, '');
  return { kind: 'suggest', text: OF_WHICH_PROJECTS, commands: [`各项目${said}有几个`, `${said}有几个`] };
}
