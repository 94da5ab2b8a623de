/** Links that are asked for right after a project was shown, or after links of it: 环评批了没, 水保呢, 消防验收排在第几步. */
import type { Answer } from '../domain/answer.ts';
import { isKindToo, linksNamedIn } from '../language/lexicon/link-names.ts';
import { linkSteps } from '../language/lexicon/link-walk.ts';
import { simplify } from '../language/lexicon/traditional.ts';
import type { Phrase } from '../language/phrase.ts';
import type { Scan } from '../language/scanned.ts';
import { type CommandContext, readContextOf } from './context.ts';
import { execute } from './dispatch.ts';
import { type Remembered, rememberProject } from './follow-memory.ts';
import { askOnwards } from './follow-turn.ts';
import { matchCommand } from './match.ts';

/** 安评呢: nothing is said of it. */
const BARE = /^[\s那么还有的呢啊呀嘛咧哩吗,，。?？、和跟]*$/u;
const LEADING = /^(?:那么?|还有|然后|再|嗯|哦|[\s,，])+/u;

export function namesLink({ folded }: Phrase): boolean {
  return (linksNamedIn(simplify(folded))?.names.length ?? 0) > 0;
}

/** @param projectId the one that was shown. undefined: no link is asked for, or it does not go with it */
export async function ofItsLinks(
  context: CommandContext,
  { phrase, scan }: { phrase: Phrase; scan: Scan },
  last: Remembered,
  projectId: number,
): Promise<Answer | null | undefined> {
  const name = context.directory.project(projectId)?.name;
  const named = linksNamedIn(simplify(phrase.folded));
  if (name === undefined || !named) return undefined;
  const { names, rest } = named;
  if (names.length === 0 && linkSteps(simplify(phrase.folded)) === undefined) return undefined;
  if (scan.projectIds.length + scan.unitIds.length > 0) return undefined;
  const bare = names.length > 0 && BARE.test(rest);
  // 安评呢, after a list of problems, is of that kind.
  if (bare && names.every(isKindToo) && !last.ofLinks) return undefined;
  const said = bare ? `${names.join('、')}办下来没有` : phrase.text.trim().replace(LEADING, '');
  const text = `${name}${said}`;
  const read = matchCommand(
    { text, mentions: [], context: readContextOf(context) },
    context.deps.features.table,
  );
  if (read.kind !== 'call') return undefined;
  const { call } = read;
  if (call.name === 'link-map' || call.name === 'link-state') {
    if (String(call.projectIds) !== String(projectId)) return undefined;
    const answer = await execute(context, call);
    await rememberProject(context, projectId, true);
    return answer;
  }
  if (call.name !== 'ask' || call.unread || !call.projects?.links) return undefined;
  const answer = await askOnwards(context, call);
  await rememberProject(context, projectId, true);
  return answer;
}
