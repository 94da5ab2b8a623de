/** Several things of one problem as one sentence, told before its card. */
import { FACT_STEPS, factText } from '../cards/fact.ts';
import { holdsUpText, oneText } from '../cards/words-facts.ts';
import { stepsWith } from '../db/issue-steps.ts';
import type { Answer } from '../domain/answer.ts';
import type { Issue } from '../domain/issue.ts';
import type { Fact } from '../domain/reading.ts';
import { viewContext } from '../views/context.ts';
import { heldLinks } from '../views/held-links.ts';
import { isWholeQuestion } from './call.ts';
import type { CommandContext } from './context.ts';
import type { Remembered } from './follow-memory.ts';
import { askOnwards } from './follow-turn.ts';
import { remember } from './left.ts';
import { matchSaid } from './match-said.ts';
import { viewerOf } from './reply.ts';

/** What is recorded of each, with its number ahead. */
export async function factsTold(
  context: CommandContext,
  issue: Issue,
  facts: readonly Fact[],
): Promise<string> {
  return oneText(issue.id, await factsOf(context, issue, facts));
}

/** The same without its number. */
export async function factsOf(
  context: CommandContext,
  issue: Issue,
  facts: readonly Fact[],
): Promise<string> {
  const texts: string[] = [];
  for (const fact of facts) {
    const rows = await stepsWith(context.tx, [issue.id], FACT_STEPS[fact]);
    const ctx = await viewContext(context.tx, viewerOf(context), { issues: [issue], rows });
    texts.push(factText(fact, issue, rows, ctx));
  }
  return texts.join('；');
}

/** Its whole story, and how it stands at the end of it. */
export async function courseOf(context: CommandContext, issue: Issue, found = ''): Promise<Answer> {
  const lead = found + (await factsTold(context, issue, ['waiting']));
  return { kind: 'history', issueId: issue.id, course: true, lead };
}

/** 卡住第14环节施工图审查 */
export async function linksHeld(context: CommandContext, issue: Issue): Promise<string> {
  const held = await heldLinks(context.tx, issue, context);
  return holdsUpText(held.map(({ no, name }) => `第${no}环节 ${name}`));
}

/** 从哪天开始的: of the light or the state that was spoken of, else since it was logged. */
export function sinceOf({ status }: Issue, fact: Fact | undefined): Fact[] {
  if (fact === 'light' || fact === 'turning' || fact === 'overdue') return ['turning', 'logged'];
  if (fact === 'paused' || fact === 'signed' || fact === 'routed') return [fact, 'logged'];
  return status === 'paused' ? ['logged', 'paused'] : ['logged'];
}

/** Whom to turn to in the enterprise, who follows it. */
export async function ofItsProject(
  context: CommandContext,
  asked: 'contact' | 'secretary',
  { id, projectId }: Issue,
  last: Remembered,
): Promise<Answer | null | undefined> {
  const name = projectId === null ? undefined : context.directory.project(projectId)?.name;
  if (name === undefined) return undefined;
  const rest = { contact: '企业联系人是谁', secretary: '的秘书是谁' }[asked];
  const text = `${name}${rest}`;
  const read = matchSaid(context, text);
  if (!isWholeQuestion(read)) return undefined;
  const answer = await askOnwards(context, read.call);
  await remember(context, { ...last, issueId: id });
  return answer;
}
