/** 置顶 and 取消置顶, said in a project's group. */
import type { CallOf } from '../../commands/call.ts';
import type { CommandContext } from '../../commands/context.ts';
import { featureCommand } from '../../commands/feature-command.ts';
import { refuseChange } from '../../commands/project-change.ts';
import { readProject } from '../../commands/read/project.ts';
import { warning } from '../../commands/report.ts';
import { type SaidProject, whichProject } from '../../commands/which-project.ts';
import { enqueue } from '../../db/outbox.ts';
import { readTopCard } from '../../db/top-card.ts';
import type { Answer } from '../../domain/answer.ts';
import { MINUTE } from '../../domain/time.ts';
import type { ReadInput } from '../../language/definition.ts';
import { isBlank } from '../../language/phrase.ts';
import { PUT_TOP, TOP_CARD } from './kinds.ts';
import { TOP } from './words.ts';

declare module '../../commands/call.ts' {
  interface FeatureCalls {
    'top-put': SaidProject;
    'top-remove': object;
  }
}

function readPut(input: ReadInput): CallOf<'top-put'> | null {
  if (isBlank(input.rest)) return { name: 'top-put', projectId: null, heard: '' };
  const { left, ...said } = readProject(input.rest, input);
  return said.projectId !== null && isBlank(left) ? { name: 'top-put', ...said } : null;
}

async function putTop(context: CommandContext, call: CallOf<'top-put'>): Promise<Answer | null> {
  const { chat, tx, now, deps, actor } = context;
  if (chat?.kind === 'unbound') return { kind: 'bind', lead: 'group-not-bound' };
  if (chat?.kind !== 'project') return warning(TOP.onlyProject);
  const found = whichProject(context, call, (name) => `置顶 ${name}`);
  if ('answer' in found) return found.answer;
  const { project } = found;
  const refused = refuseChange(context, project);
  if (refused) return refused;
  if (chat.external) return warning(TOP.external);
  const top = await readTopCard(tx, chat.id);
  const replyTo = context.via === 'message' ? { replyTo: context.messageId } : {};
  const about = { chatId: chat.id, projectId: project.id, personId: actor.person.id, ...replyTo };
  // Two who say it in the same minute get one card.
  const dedupeKey = `top-card:${chat.id}:${Math.floor(now / MINUTE)}`;
  const row =
    top.messageId === null
      ? TOP_CARD.row({ id: deps.newId(), target: `chat:${chat.id}`, payload: about, dedupeKey, dueAt: now })
      : PUT_TOP.row({
          id: deps.newId(),
          target: `top:${chat.id}`,
          payload: { ...about, again: true },
          dueAt: now,
        });
  const added = await enqueue(tx, [row], now);
  return added.length > 0 ? null : { kind: 'text', text: TOP.coming };
}

async function removeTop(context: CommandContext): Promise<Answer | null> {
  const { chat, tx, now, deps, actor, directory } = context;
  if (chat?.kind !== 'project') return warning(TOP.onlyProject);
  const { projectId } = await readTopCard(tx, chat.id);
  const project = projectId === null ? undefined : directory.project(projectId);
  if (!project) return warning(TOP.notThere);
  const refused = refuseChange(context, project);
  if (refused) return refused;
  const replyTo = context.via === 'message' ? { replyTo: context.messageId } : {};
  const payload = { chatId: chat.id, projectId: null, personId: actor.person.id, again: true, ...replyTo };
  await enqueue(tx, [PUT_TOP.row({ id: deps.newId(), target: `top:${chat.id}`, payload, dueAt: now })], now);
  return null;
}

export const COMMANDS = [
  featureCommand('top-put', {
    group: '项目与群',
    words: ['置顶', '置顶项目', '项目置顶'],
    usage: '置顶 [项目]',
    summary: '把项目卡片置顶在群里，随时更新',
    example: ['置顶'],
    where: 'group',
    everyday: true,
    read: readPut,
    run: putTop,
  }),
  featureCommand('top-remove', {
    group: '项目与群',
    words: ['取消置顶', '撤销置顶'],
    usage: '取消置顶',
    summary: '撤下置顶的项目卡片',
    example: ['取消置顶'],
    where: 'group',
    read: ({ rest }) => (isBlank(rest) ? { name: 'top-remove' } : null),
    run: removeTop,
  }),
];
