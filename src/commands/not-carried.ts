/** A whole question right after one about somebody or something that it does not name: that it is of all is said. */
import { onlyOfText, withoutWhoseText } from '../cards/words-follow-up.ts';
import type { Answer, Offered } from '../domain/answer.ts';
import { todayOf } from '../domain/directory.ts';
import { scanOf, type Topic } from '../language/topic.ts';
import { namesSaid } from '../text/names.ts';
import { type CallOf, isWholeQuestion, type Match } from './call.ts';
import type { CommandContext } from './context.ts';
import { isWhose } from './follow-bearing.ts';
import { isSoon, lastOf } from './follow-memory.ts';
import { matchSaid } from './match-said.ts';

/** What the question before was of, and a button that asks this one of it. */
interface LeftBehind {
  told: string;
  others: Offered[];
}

/**
 * 今天新增几件, right after 住建局逾期几件: asked of all there are. undefined: nothing was left out, or the question
 * itself says whose it is or tells each apart. Asked before it is answered, for that is remembered as the last one.
 */
export async function leftBehind(
  context: CommandContext,
  match: Match,
  text: string,
): Promise<LeftBehind | undefined> {
  if (!isWholeQuestion(match) || match.call.by !== undefined || match.call.parts) return undefined;
  const last = await lastOf(context);
  if (!last || !isSoon(context, last)) return undefined;
  const now = scanOf(match.call.topic);
  const says = isWhose(now) || now.tags.has('everywhere') || now.tags.has('mine');
  if (says || match.call.projectId !== undefined) return undefined;
  const names = whoseNames(context, last.topic);
  const [name, second] = names;
  if (name === undefined) return undefined;
  const command = `${name}${text.trim()}`;
  const offered = second === undefined && isWholeQuestion(matchSaid(context, command));
  return { told: withoutWhoseText(names), others: offered ? [{ label: onlyOfText(name), command }] : [] };
}

/** 超期办完的有几件, after 住建局10月办结: what does not merge is asked with whose and when said ahead of it. */
export function saidAhead(context: CommandContext, was: Topic, text: string): CallOf<'ask'> | undefined {
  const begun = was.periods.filter(({ period }) => period.from <= todayOf(context));
  const words = [...whoseNames(context, was), ...begun.map(({ heard }) => heard)];
  const match = words.length > 0 ? matchSaid(context, `${words.join('')}${text.trim()}`) : undefined;
  if (!match || !isWholeQuestion(match)) return undefined;
  const { topic } = match.call;
  const told = (one: Topic) => JSON.stringify([whoseNames(context, one), one.periods.length]);
  return told(topic) === told({ ...was, periods: begun }) ? match.call : undefined;
}

/** The answer with that said ahead and the button among its chips; what holds no figure is left as it is. */
export function tellingBehind(answer: Answer, { told, others }: LeftBehind): Answer {
  if (answer.kind !== 'list' && answer.kind !== 'groups' && answer.kind !== 'figures') return answer;
  const lead = [told, ...(answer.lead === undefined ? [] : [answer.lead])].join(' ');
  return { ...answer, lead, others: [...others, ...(answer.others ?? [])] };
}

function whoseNames(context: CommandContext, topic: Topic): string[] {
  // All that is asked in a group of one project is of that.
  const { chat } = context;
  const here = chat?.kind === 'project' && chat.projectIds.length === 1 ? chat.projectIds : [];
  return namesSaid(context, { ...topic, projectIds: topic.projectIds.filter((id) => !here.includes(id)) });
}
