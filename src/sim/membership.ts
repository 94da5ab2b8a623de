import type { Core } from './core.ts';
import { pushBotMembership, pushDisbanded, pushRenamed, pushUserMembership } from './push/chat-events.ts';
import type { SimChat } from './types.ts';
import { getChat, getUser } from './world.ts';

function changed(core: Core, chat: SimChat): void {
  core.emit({ kind: 'chat', chatId: chat.chatId });
}

function needGroup(core: Core, chatId: string): SimChat {
  const chat = getChat(core.world, chatId);
  if (chat.type !== 'group' || chat.status !== 'normal') throw new Error(`sim: ${chatId} is no living group`);
  return chat;
}

/** Puts the bot in a group, or takes it out, and tells it. */
export async function moveBot(core: Core, chatId: string, operator: string, inside: boolean): Promise<void> {
  const chat = needGroup(core, chatId);
  getUser(core.world, operator);
  if (chat.botIn === inside) return;
  chat.botIn = inside;
  changed(core, chat);
  await pushBotMembership(core, chat, operator, inside);
}

/** Lets people into a group. */
export async function addMembers(
  core: Core,
  chatId: string,
  operator: string,
  openIds: string[],
): Promise<void> {
  const chat = needGroup(core, chatId);
  const fresh = openIds.filter((id) => !chat.members.includes(getUser(core.world, id).openId));
  if (fresh.length === 0) return;
  chat.members.push(...fresh);
  chat.external = chat.members.some((id) => core.world.users[id]?.tenantKey !== core.world.tenantKey);
  changed(core, chat);
  await pushUserMembership(core, chat, operator, fresh, 'added');
}

/** Takes somebody out of a group; by their own hand it is said to be the same event as by another's. */
export async function removeMember(
  core: Core,
  chatId: string,
  operator: string,
  openId: string,
): Promise<void> {
  const chat = needGroup(core, chatId);
  if (!chat.members.includes(openId)) return;
  chat.members = chat.members.filter((id) => id !== openId);
  changed(core, chat);
  await pushUserMembership(core, chat, operator, [openId], 'deleted');
}

/** Dissolves a group; nobody can write there any more. */
export async function disbandChat(core: Core, chatId: string, operator: string): Promise<void> {
  const chat = needGroup(core, chatId);
  chat.status = 'dissolved';
  changed(core, chat);
  if (chat.botIn) await pushDisbanded(core, chat, operator);
}

/** Gives a group another name and tells the bot. */
export async function renameChat(core: Core, chatId: string, operator: string, name: string): Promise<void> {
  const chat = needGroup(core, chatId);
  const before = chat.name;
  chat.name = name;
  changed(core, chat);
  await pushRenamed(core, chat, operator, before);
}
