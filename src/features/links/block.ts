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
import { change } from '../../domain/decide/change.ts';
import { type Issue, OPEN_STATUSES } from '../../domain/issue.ts';
import { isDone } from '../../domain/plan/link-state.ts';
import type { ProjectLink } from '../../domain/plan/model.ts';
import { suggestLinks } from '../../domain/plan/suggest-links.ts';
import { maySeeProject } from '../../views/project.ts';
import { holdLink } from './act.ts';
import { type ChosenLinks, chooseLinks, good, warn } from './choose.ts';
import { mayWork } from './rights.ts';
import { loadBoard } from './store.ts';
import { BLOCK_WORDS, linkNo, linkTitle } from './words.ts';

/** Of the problem; who may move the link may, too. */
const KNOWING: readonly RoleCode[] = ['reporter', 'unit', 'assignee', 'secretary', 'office', 'leader'];

export async function runBlock(context: CommandContext, call: CallOf<'link-block'>): Promise<Answer> {
  const issueId = call.problemId ?? context.cardIssueId;
  if (issueId === undefined || issueId === null) return warn(BLOCK_WORDS.usage);
  const issue = await loadIssueForUpdate(context.tx, issueId);
  if (!issue) return { kind: 'refusal', refusal: { code: 'issue-unknown', params: { issue: issueId } } };
  if (call.words === '') return askLink(context, issue);
  const word = call.blocks ? '卡' : '不卡';
  const projectIds =
    call.projectIds.length > 0 || issue.projectId === null ? call.projectIds : [issue.projectId];
  const chosen = await chooseLinks(context, { ...call, projectIds }, (links, project) =>
    [word, project, links, `#${issueId}`].join(' '),
  );
  if ('answer' in chosen) return chosen.answer;
  const refused = refuseBlock(issue, chosen, call.blocks);
  if (refused) return warn(refused);
  const held = await holdLinks(context, issue, chosen);
  if ('answer' in held) return held.answer;
  const changed = await setBlocks(context, issue, held.links, call.blocks);
  return answerBlocks(issue.id, held, changed, call.blocks);
}

/** Every link is checked and locked before anything is written: all of them, or none. */
async function holdLinks(
  context: CommandContext,
  issue: Issue,
  { links, project, board }: ChosenLinks,
): Promise<{ links: ProjectLink[]; lead: string[] } | { answer: Answer }> {
  const { actor, directory } = context;
  const knows = allowsRoles(actor, KNOWING, issue, directory) === true;
  for (const link of links) {
    const may = knows || mayWork(actor, link, project, directory);
    if (may !== true) return { answer: { kind: 'refusal', refusal: may.refusal } };
  }
  const held: ProjectLink[] = [];
  const lead: string[] = [];
  // In one order, so that two who name the same links never wait for each other.
  for (const link of links.toSorted((a, b) => a.definition.no - b.definition.no)) {
    const one = await holdLink(context, { link, project, board }, { may: () => true });
    if ('answer' in one) return one;
    held.push(one.link);
    lead.push(...one.lead);
  }
  return { links: held, lead };
}

/** What was written, then what was so already, each link by its name. */
function answerBlocks(
  issueId: number,
  { links, lead }: { links: readonly ProjectLink[]; lead: readonly string[] },
  changed: readonly ProjectLink[],
  blocks: boolean,
): Answer {
  const titles = (some: readonly ProjectLink[]) => some.map((link) => linkTitle(link.definition)).join('、');
  const kept = links.filter((link) => !changed.includes(link));
  const [done, before] = blocks
    ? [BLOCK_WORDS.blocked, BLOCK_WORDS.blockedBefore]
    : [BLOCK_WORDS.freed, BLOCK_WORDS.notBlocked];
  const lines = [
    ...(changed.length > 0 ? [done(issueId, titles(changed))] : []),
    ...(kept.length > 0 ? [before(issueId, titles(kept))] : []),
  ];
  if (changed.length === 0) return warn(lines.join('\n'));
  return good([...lead, ...lines].join('\n'));
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

function refuseBlock(issue: Issue, { project, links }: ChosenLinks, blocks: boolean): string | undefined {
  if (issue.kind !== 'problem') return BLOCK_WORDS.noProblem(issue.id);
  if (issue.projectId !== project.id) return BLOCK_WORDS.otherProject(issue.id);
  if (!blocks) return undefined;
  if (!OPEN_STATUSES.includes(issue.status)) return BLOCK_WORDS.over(issue.id);
  const over = links.filter(isDone).map((link) => linkTitle(link.definition));
  return over.length > 0 ? BLOCK_WORDS.linkOver(over.join('、')) : undefined;
}

/** Written into the history of the problem, whose card shows it. @returns the links of which it was not so already */
export async function setBlocks(
  context: CommandContext,
  issue: Issue,
  links: readonly ProjectLink[],
  blocks: boolean,
): Promise<ProjectLink[]> {
  const { tx, actor, directory, now } = context;
  const changed: ProjectLink[] = [];
  for (const link of links) {
    const block = { issueId: issue.id, linkId: link.id };
    const isNew = blocks
      ? await insertBlock(tx, { ...block, byId: actor.person.id }, now)
      : await deleteBlock(tx, block);
    if (isNew) changed.push(link);
  }
  if (changed.length === 0) return [];
  const events = changed.map(({ definition }) => ({
    verb: blocks ? ('block' as const) : ('unblock' as const),
    detail: { link: linkNo(definition), name: definition.name },
  }));
  const decided = change(issue, { changedAt: issue.changedAt }, events, [], { now, actor, directory });
  await applyChange(sourceOf(context), issue, decided);
  return changed;
}
