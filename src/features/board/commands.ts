/** 挂图, 晴雨表 and 看板 said in a chat. */

import type { CommandContext } from '../../commands/context.ts';
import { featureCommand } from '../../commands/feature-command.ts';
import { sendAnswer } from '../../commands/reply.ts';
import {
  askWhichProject,
  findProject,
  projectsSeen,
  type SaidProject,
  whichProject,
} from '../../commands/which-project.ts';
import { enqueue } from '../../db/outbox.ts';
import { seesProject } from '../../domain/access.ts';
import type { Answer } from '../../domain/answer.ts';
import { HOUR } from '../../domain/time.ts';
import { BOARD_PICTURE } from './message.ts';
import { readBoard, readPages, readWeather } from './read.ts';
import { insertBoardLink, revokeBoardLinks } from './store.ts';
import { boardKey, newSecret } from './token.ts';
import { BOARD, PAGES } from './words.ts';

declare module '../../commands/call.ts' {
  interface FeatureCalls {
    board: SaidProject & { as: 'card' | 'picture' | 'print' };
    weather: SaidProject & { all: boolean };
    pages: SaidProject & { act: 'open' | 'all' | 'revoke' };
  }
}

const say = (text: string): Answer => ({ kind: 'text', text });
const warn = (text: string): Answer => ({ kind: 'text', tone: 'warning', text });

const COMMAND = { card: '挂图', picture: '挂图 图片', print: '挂图 打印' } as const;

async function runBoard(
  context: CommandContext,
  call: SaidProject & { as: keyof typeof COMMAND },
): Promise<Answer | null> {
  const found = whichProject(context, call, (name) => `${COMMAND[call.as]} ${name}`, { archived: true });
  if ('answer' in found) return found.answer;
  const meant = found.project.id;
  if (call.as === 'card') return { kind: 'board', projectId: meant };
  if (call.as === 'print' && context.deps.config.publicUrl !== undefined)
    return openPage(context, meant, true);
  if (!context.deps.picture) {
    await sendAnswer(context, { kind: 'board', projectId: meant }, hereOf(context));
    return warn(BOARD.noPicture);
  }
  await queuePicture(context, meant);
  return say(call.as === 'print' ? PAGES.off : BOARD.pictureSoon);
}

function hereOf({ chatId, chatType, actor }: CommandContext) {
  return chatType === 'p2p' ? { openId: actor.person.openId } : { chatId };
}

async function queuePicture(context: CommandContext, projectId: number): Promise<void> {
  const { deps, tx, now, actor, chat } = context;
  const row = BOARD_PICTURE.row({
    id: deps.newId(),
    target: chat ? `chat:${chat.id}` : `person:${actor.person.openId}`,
    payload: { projectId, personId: actor.person.id, ...(chat && { chatId: chat.id }) },
    // Behind the words that announce it.
    dueAt: now + 1,
  });
  await enqueue(tx, [row], now);
}

/** Of one project, or where none is named and several may be meant of all. */
function runWeather(context: CommandContext, call: SaidProject & { all: boolean }): Answer {
  const all: Answer = { kind: 'weather', projectId: null };
  const named = call.projectId !== null || call.heard !== '';
  const alone = context.chat?.kind === 'project' || projectsSeen(context).length === 1;
  if (call.all || (!named && !alone)) return all;
  const meant = findProject(context, call, { archived: true });
  if ('answer' in meant) return meant.answer;
  if ('project' in meant) return { kind: 'weather', projectId: meant.project.id };
  return named ? askWhichProject(meant.several, (name) => `晴雨表 ${name}`) : all;
}

async function runPages(
  context: CommandContext,
  call: SaidProject & { act: 'open' | 'all' | 'revoke' },
): Promise<Answer | null> {
  const { deps, tx, now, actor } = context;
  if (call.act === 'revoke') {
    const ended = await revokeBoardLinks(tx, actor.person.id, now);
    return { kind: 'text', tone: 'success', text: PAGES.revoked(ended) };
  }
  // Privately, with none named, all projects are meant, even when there is one only.
  const all = call.act === 'all' || (context.chatType === 'p2p' && call.heard === '');
  const found = all ? undefined : whichProject(context, call, (name) => `看板 ${name}`, { archived: true });
  if (found && 'answer' in found) return found.answer;
  const projectId = found?.project.id ?? null;
  if (deps.config.publicUrl !== undefined) return openPage(context, projectId, false);
  if (projectId === null) return say(PAGES.offAll);
  if (!deps.picture) return say(BOARD.noPicture);
  await queuePicture(context, projectId);
  return say(PAGES.off);
}

/** Makes a link for the speaker and sends it to nobody else. */
async function openPage(
  context: CommandContext,
  projectId: number | null,
  print: boolean,
): Promise<Answer | null> {
  const { deps, tx, now, actor, directory, chatType } = context;
  const { publicUrl } = deps.config;
  if (publicUrl === undefined) return say(PAGES.offAll);
  // People of other tenants have no private chat with the bot.
  if (chatType === 'group' && !actor.person.home) return warn(PAGES.noPrivate);
  const project = projectId === null ? undefined : directory.project(projectId);
  const seen = directory.data.projects.some((one) => seesProject(actor, one, directory));
  if (project ? !seesProject(actor, project, directory) : !seen) return warn(PAGES.notYours);
  await boardKey(tx);
  const linkId = newSecret();
  await insertBoardLink(tx, {
    id: linkId,
    personId: actor.person.id,
    projectId,
    madeAt: now,
    expiresAt: now + directory.settings.boardHours * HOUR,
  });
  const answer: Answer = { kind: 'board-link', linkId, base: publicUrl, print };
  if (chatType === 'p2p') return answer;
  await sendAnswer(context, answer, { openId: actor.person.openId });
  return say(PAGES.toPrivate);
}

export const COMMANDS = [
  featureCommand('board', {
    group: '查询',
    words: ['挂图', '甘特图', '横道图', '挂图作战', '作战图'],
    usage: '挂图 [图片|打印] [项目]',
    summary: '计划与实际对照图，可发图片、打印',
    example: ['挂图', '挂图 兴发', '挂图 图片', '挂图 打印'],
    where: 'anywhere',
    afterProject: true,
    shows: true,
    contact: true,
    read: readBoard,
    run: runBoard,
  }),
  featureCommand('weather', {
    group: '查询',
    words: ['晴雨表', '晴雨图', '项目晴雨表'],
    usage: '晴雨表 [项目|全部]',
    summary: '各环节、各项目的晴雨和原因',
    example: ['晴雨表', '晴雨表 兴发', '晴雨表 全部'],
    where: 'anywhere',
    afterProject: true,
    shows: true,
    contact: true,
    read: readWeather,
    run: runWeather,
  }),
  featureCommand('pages', {
    group: '查询',
    words: ['看板', '项目总图', '大屏', '电子看板'],
    usage: '看板 [项目|全部|收回]',
    summary: '网页看板，链接只发给您本人',
    example: ['看板', '看板 兴发', '看板 收回'],
    where: 'anywhere',
    afterProject: true,
    contact: true,
    read: readPages,
    run: runPages,
  }),
];
