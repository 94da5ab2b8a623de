/** 报问题 on a link: a problem like any other, noted as what holds the link up. */
import { type CommandContext, readContextOf } from '../../commands/context.ts';
import { checkPlace, logLine, sourceOfMessage } from '../../commands/log.ts';
import { readLine } from '../../commands/read/log.ts';
import { loadIssueForUpdate } from '../../db/issue.ts';
import { loadLinksById } from '../../db/link.ts';
import { listBlocks } from '../../db/plan.ts';
import type { Answer } from '../../domain/answer.ts';
import { titleOf } from '../../domain/title.ts';
import { readPhrase, trim } from '../../language/phrase.ts';
import { setBlocks } from './block.ts';
import { type ChosenLink, good } from './choose.ts';
import { BLOCK_WORDS, linkNo } from './words.ts';

export async function logProblem(
  context: CommandContext,
  { project, link }: ChosenLink,
  text: string,
): Promise<Answer> {
  const blocked = checkPlace(context);
  if (blocked) return blocked;
  const read = readLine(trim(readPhrase(text, [])), readContextOf(context));
  const line = {
    ...read,
    title: read.title === '' ? titleOf(text) : read.title,
    projectId: project.id,
    projectCandidates: [],
    projectsElsewhere: [],
    // Whose link it is, unless another unit is named.
    unitId: read.unitId ?? (read.unitCandidates.length > 0 ? null : link.unitId),
  };
  const source = { ...sourceOfMessage(context), sourceMessageId: null };
  const { answer, issueId, unlinked } = await logLine(context, line, source);
  if (issueId === undefined) return answer ?? good(BLOCK_WORDS.form);
  const issue = link.id === 0 ? undefined : await loadIssueForUpdate(context.tx, issueId);
  if (!issue) return answer ?? good(BLOCK_WORDS.logged(issueId, [linkNo(link.definition)]));
  await setBlocks(context, issue, [link], true);
  // Links named in the text stand beside the one whose card it is.
  const ids = (await listBlocks(context.tx, { issueIds: [issueId] })).map(({ linkId }) => linkId);
  const links = await loadLinksById(context.tx, ids, context.directory.settings.timeZone);
  const nos = links.map(({ definition }) => linkNo(definition));
  return good([BLOCK_WORDS.logged(issueId, nos), ...(unlinked === undefined ? [] : [unlinked])].join('\n'));
}
