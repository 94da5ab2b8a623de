/** Words that plainly mean two things: one is counted, and the figure of the other is told beside it. */

import { otherwiseText } from '../cards/words-follow-up.ts';
import { moreThanText } from '../cards/words-meant.ts';
import type { Answer } from '../domain/answer.ts';
import type { IssueFilter } from '../domain/issue-filter.ts';
import { AT_MINE } from '../language/lexicon/self-words.ts';
import { scanOf } from '../language/topic.ts';
import { isWholeQuestion, type Match } from './call.ts';
import { type CommandContext, readContextOf } from './context.ts';
import { countFound, titleFound } from './count-found.ts';
import { askOf } from './question.ts';

/** undefined: they mean one thing, or both are the same number. */
export async function secondReading(
  context: CommandContext,
  said: { text: string; match: Match },
  { filter }: Answer & { kind: 'list' },
): Promise<string | undefined> {
  const late = await longerThan(context, said.match, filter);
  const other = late ? undefined : (signedFor(said.text, filter) ?? loggedByMe(context, said.text, filter));
  if (!other) return late;
  const [title, count] = [await titleFound(context, other), await countFound(context, other)];
  const same = count === (await countFound(context, filter));
  return title === undefined || count === undefined || same ? undefined : otherwiseText(title, count);
}

const RECEIVED = /(?<![没未直间对交承])接(?:到|收|手|下|的|得)?了?(?![人手洽来着续近])/u;

/** 我们这个月接了几件: came to the unit; or signed for by it. */
function signedFor(text: string, filter: IssueFilter): IssueFilter | undefined {
  const { unitIds, step, loggedFrom, loggedTo, statuses, ...rest } = filter;
  if (!RECEIVED.test(text) || !unitIds || step !== undefined) return undefined;
  const open = statuses && !statuses.includes('closed') && { statuses };
  const days = { ...(loggedFrom && { stepFrom: loggedFrom }), ...(loggedTo && { stepTo: loggedTo }) };
  return { ...rest, ...open, unitIds, step: 'signed', ...days };
}

/** 我这儿新登了几条, of a project secretary: of his projects; or logged by himself. */
function loggedByMe({ actor }: CommandContext, text: string, filter: IssueFilter): IssueFilter | undefined {
  const { secretaryId, ...rest } = filter;
  const logged = filter.loggedFrom !== undefined && filter.step === undefined;
  const mine = secretaryId === actor.person.id && AT_MINE.test(text);
  return mine && logged ? { ...rest, reporterId: secretaryId } : undefined;
}

/** 逾期三天以上: of three days and more; or of more than three. */
async function longerThan(
  context: CommandContext,
  match: Match,
  filter: IssueFilter,
): Promise<string | undefined> {
  if (!isWholeQuestion(match) || !filter.overdue || filter.dueTo === undefined) return undefined;
  const [said, second] = match.call.topic.ages;
  if (!said || second || said.age.more || said.age.most) return undefined;
  const scan = scanOf(match.call.topic);
  const asked = askOf(
    { ...scan, ages: [{ ...said, age: { ...said.age, more: true } }] },
    readContextOf(context),
  );
  const found = asked.unread ? undefined : await countFound(context, asked.filter);
  if (found === undefined || found === (await countFound(context, filter))) return undefined;
  const { directory } = context;
  const red = directory.liveProjects.every(({ id }) => directory.rulesFor(id).yellowDays === said.age.count);
  return moreThanText(said.age.count, red, found);
}
