/** 该局还有超期的吗, 今年它办结了几件, 他手上逾期几件: the same with the name of the one that was spoken of. */
import { severalMeantText } from '../cards/words-follow-up.ts';
import type { Answer } from '../domain/answer.ts';
import { whomIn } from '../language/lexicon/whom-said.ts';
import { readPhrase } from '../language/phrase.ts';
import { scanHeard } from '../language/sounds.ts';
import { namesSaid } from '../text/names.ts';
import { isWholeQuestion } from './call.ts';
import { type CommandContext, loadStarts, readContextOf } from './context.ts';
import type { Remembered } from './follow-memory.ts';
import { askOnwards } from './follow-turn.ts';
import { matchSaid } from './match-said.ts';
import { visibleIssue } from './visible-issue.ts';

const MOST_MEANT = 3;
type Whom = NonNullable<ReturnType<typeof whomIn>>;

/** @returns undefined: nobody is pointed at, nobody was spoken of, or it is not understood of them */
export async function ofWhomSpoken(
  context: CommandContext,
  last: Remembered,
  text: string,
): Promise<Answer | null | undefined> {
  const whom = whomIn(text);
  if (!whom || last.parts || last.projects || last.ofLinks) return undefined;
  if (last.issueId !== undefined) return ofItsUnit(context, last, last.issueId, whom);
  const names = spokenOf(context, last, whom);
  const many = whom.many && names.length > 1;
  if (!many && names.length > 1) return askWhich(context, names, whom.with);
  const name = names.join('、');
  if (name === '') return undefined;
  const { rate, duration, periods } = scanHeard(readPhrase(whom.with('')), readContextOf(context));
  // 该局平均几天, after what it did this year: of this year.
  const timed = (rate ?? duration) !== undefined && periods.length === 0;
  const when = timed ? last.topic.periods.map(({ heard }) => heard).join('') : '';
  const said = `${when}${whom.with(name)}`;
  await loadStarts(context, said);
  const read = matchSaid(context, said);
  if (!isWholeQuestion(read)) return undefined;
  const heard = namesSaid(context, read.call.topic);
  const theirs = names.every((one) => heard.includes(one) || read.call.topic.someone === one);
  return theirs ? askOnwards(context, read.call) : undefined;
}

/** Who may be meant, of those that were spoken of. */
function spokenOf(context: CommandContext, { topic }: Remembered, { kind }: Whom): string[] {
  const { unitIds, projectIds, someone } = topic;
  if (kind === 'person') return someone === undefined ? [] : [someone];
  return namesSaid(context, { unitIds, ...(kind === 'any' && { projectIds }) });
}

/** Several may be meant: asked back with each. undefined: too many, or it is no question of them */
export function askWhich(
  context: CommandContext,
  names: readonly string[],
  saidOf: (name: string) => string,
): Answer | undefined {
  const commands = names.map(saidOf).filter((said) => matchSaid(context, said).kind === 'call');
  if (names.length < 2 || names.length > MOST_MEANT || commands.length < names.length) return undefined;
  return { kind: 'suggest', text: severalMeantText(names), commands };
}

/** Of the unit that has the problem shown; 他们 is that one where it was said who has it. */
async function ofItsUnit(
  context: CommandContext,
  { fact }: Remembered,
  issueId: number,
  { kind, they, front, with: saidOf }: Whom,
): Promise<Answer | null | undefined> {
  if (!front || !(kind === 'unit' || (they && fact === 'who'))) return undefined;
  const issue = await visibleIssue(context, issueId);
  const name = issue?.unitId ? context.directory.unit(issue.unitId)?.name : undefined;
  if (!name) return issue && { kind: 'list', filter: { ids: [issueId] }, page: 1, asked: true, fact: 'who' };
  const own = matchSaid(context, saidOf(name));
  const theirs = isWholeQuestion(own) && own.call.filter.unitIds?.[0] === issue?.unitId;
  return theirs ? askOnwards(context, own.call) : undefined;
}
