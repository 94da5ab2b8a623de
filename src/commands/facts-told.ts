/** Several things of one problem as one sentence, told before its card. */
import { FACT_STEPS, factText } from '../cards/fact.ts';
import { holdsUpText, oneText } from '../cards/words-facts.ts';
import { stepsWith } from '../db/issue-steps.ts';
import type { Issue } from '../domain/issue.ts';
import type { Fact } from '../domain/reading.ts';
import { viewContext } from '../views/context.ts';
import { heldLinks } from '../views/held-links.ts';
import type { CommandContext } from './context.ts';
import { viewerOf } from './reply.ts';

/** What is recorded of each, with its number ahead. */
export async function factsTold(
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
  return oneText(issue.id, texts.join('；'));
}

/** 卡住第14环节施工图审查 */
export async function linksHeld(context: CommandContext, issue: Issue): Promise<string> {
  const held = await heldLinks(context.tx, issue, context);
  return oneText(issue.id, holdsUpText(held.map(({ no, name }) => `第${no}环节 ${name}`)));
}
