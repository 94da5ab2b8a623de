/** 卡 and 不卡: which problem holds up which link. */

import { applyChange } from '../../commands/apply.ts';
import type { CallOf } from '../../commands/call.ts';
import type { CommandContext } from '../../commands/context.ts';
import { sourceOf } from '../../commands/issue.ts';
import { viewerOf } from '../../commands/reply.ts';
import { loadIssueForUpdate } from '../../db/issue.ts';
import { deleteBlock, insertBlock } from '../../db/plan.ts';
import { allows, allowsRoles, type RoleCode } from '../../domain/access.ts';
import type { Answer } from '../../domain/answer.ts';
import { annotate } from '../../domain/decide/change.ts';
import { type Issue, OPEN_STATUSES } from '../../domain/issue.ts';
import { suggestLinks } from '../../domain/plan/suggest-links.ts';
import { maySeeProject } from '../../views/project.ts';
import { holdLink } from './act.ts';
import { type ChosenLink, chooseLink, good, warn } from './choose.ts';
import { mayWork } from './rights.ts';
import { loadBoard } from './store.ts';
import { BLOCK_WORDS, linkNo, linkTitle } from './words.ts';

/** Of the problem; who may move the link may, too. */
const KNOWING: readonly RoleCode[] = ['reporter', 'unit', 'assignee', 'secretary', 'office', 'leader'];

export async function runBlock(context: CommandContext, call: CallOf<'link-block'>): Promise<Answer> {
  const { tx, actor, directory } = context;
  const issueId = call.problemId ?? context.cardIssueId;
  if (issueId === undefined || issueId === null) return warn(BLOCK_WORDS.usage);
  const issue = await loadIssueForUpdate(tx, issueId);
  if (!issue) return { kind: 'refusal', refusal: { code: 'issue-unknown', params: { issue: issueId } } };
  if (call.words === '') return askLink(context, issue);
  const word = call.blocks ? '卡' : '不卡';
  const projectIds =
    call.projectIds.length > 0 || issue.projectId === null ? call.projectIds : [issue.projectId];
  const chosen = await chooseLink(context, { ...call, projectIds }, (link, project) =>
    [word, project, link, `#${issueId}`].join(' '),
  );
  if ('answer' in chosen) return chosen.answer;
  const refused = refuseBlock(issue, chosen, call.blocks);
  if (refused) return warn(refused);
  const knows = allowsRoles(actor, KNOWING, issue, directory);
  const may = knows === true ? true : mayWork(actor, chosen.link, chosen.project, directory);
  const held = await holdLink(context, chosen, { may: () => may });
  if ('answer' in held) return held.answer;
  const title = linkTitle(held.link.definition);
  const changed = await setBlock(context, issue, held.link, call.blocks);
  if (call.blocks)
    return changed
      ? good([...held.lead, BLOCK_WORDS.blocked(issue.id, title)].join('\n'))
      : warn(BLOCK_WORDS.blockedBefore(issue.id, title));
  return changed ? good(BLOCK_WORDS.freed(issue.id, title)) : warn(BLOCK_WORDS.notBlocked(issue.id, title));
}

const ASKED = 6;

/** The links it may hold up as buttons. */
async function askLink(context: CommandContext, issue: Issue): Promise<Answer> {
  const { tx, actor, directory } = context;
  const project = issue.projectId === null ? undefined : directory.project(issue.projectId);
  if (issue.kind !== 'problem' || !project) return warn(BLOCK_WORDS.noProblem(issue.id));
  if (allows(actor, 'see', issue, directory) !== true && !maySeeProject(project, viewerOf(context)))
    return { kind: 'refusal', refusal: { code: 'not-yours-to-see' } };
  if (!OPEN_STATUSES.includes(issue.status)) return warn(BLOCK_WORDS.over(issue.id));
  const board = await loadBoard(tx, project, directory);
  const category = directory.data.categories.find(({ id }) => id === issue.categoryId);
  const problem = {
    text: `${issue.title} ${issue.text}`,
    unitId: issue.unitId,
    category: category ? [category.name, ...category.keywords] : [],
  };
  const links = suggestLinks(problem, board.links, board.states).slice(0, ASKED);
  return {
    kind: 'suggest',
    text: [
      BLOCK_WORDS.which(issue.id, issue.title),
      ...links.map(({ definition }) => linkTitle(definition)),
      BLOCK_WORDS.other(issue.id),
    ].join('\n'),
    commands: links.map(({ definition }) => `卡 ${linkNo(definition)} #${issue.id}`),
  };
}

function refuseBlock(issue: Issue, { project }: ChosenLink, blocks: boolean): string | undefined {
  if (issue.kind !== 'problem') return BLOCK_WORDS.noProblem(issue.id);
  if (issue.projectId !== project.id) return BLOCK_WORDS.otherProject(issue.id);
  return blocks && !OPEN_STATUSES.includes(issue.status) ? BLOCK_WORDS.over(issue.id) : undefined;
}

/** Written into the history of the problem, whose card shows it. @returns false when it was so already */
export async function setBlock(
  context: CommandContext,
  issue: Issue,
  link: ChosenLink['link'],
  blocks: boolean,
): Promise<boolean> {
  const { tx, actor, directory, now } = context;
  const block = { issueId: issue.id, linkId: link.id };
  const changed = blocks
    ? await insertBlock(tx, { ...block, byId: actor.person.id }, now)
    : await deleteBlock(tx, block);
  if (!changed) return false;
  const detail = { link: linkNo(link.definition), name: link.definition.name };
  const event = { verb: blocks ? 'block' : 'unblock', detail } as const;
  await applyChange(sourceOf(context), issue, annotate(issue, {}, event, [], { now, actor, directory }));
  return true;
}
