import { isRecord } from '../content/json.ts';
import type { PageCall } from './call.ts';
import { needText, optionalText, PageError } from './reply.ts';

function replyOf(body: Record<string, unknown>): { replyTo?: string } {
  const replyTo = optionalText(body, 'replyTo');
  return replyTo === undefined ? {} : { replyTo };
}

/** POST {as, chatId, text, replyTo?, atBot?} */
export function sayFromPage({ sim, body }: PageCall): Promise<unknown> {
  const o = { ...replyOf(body), atBot: body.atBot === true };
  return sim.say(needText(body, 'as'), needText(body, 'chatId'), needText(body, 'text'), o);
}

/** POST {as, chatId, msgType, content, replyTo?} */
export function sendFromPage({ sim, body }: PageCall): Promise<unknown> {
  const type = optionalText(body, 'msgType') ?? needText(body, 'messageType');
  return sim.send(needText(body, 'as'), needText(body, 'chatId'), type, body.content, replyOf(body));
}

function pathOf(value: unknown): string | undefined {
  if (Array.isArray(value)) return value.join('.');
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** POST {as, messageId, elementPath | text | name, value?, form?}; `value` is what was chosen or typed. */
export function clickFromPage({ sim, body }: PageCall): Promise<unknown> {
  const path = pathOf(body.elementPath);
  const text = optionalText(body, 'text');
  const name = optionalText(body, 'name');
  if (path === undefined && text === undefined && name === undefined)
    throw new PageError(400, '缺少 elementPath');
  const form = isRecord(body.form) ? body.form : {};
  const pick = {
    ...(path === undefined ? {} : { path }),
    ...(text === undefined || path !== undefined ? {} : { text }),
    ...(name === undefined ? {} : { name }),
    ...(body.value === undefined ? {} : { choice: body.value }),
  };
  return sim.click(needText(body, 'as'), needText(body, 'messageId'), pick, form);
}

/** POST {as, messageId, emoji} */
export async function reactFromPage({ sim, body }: PageCall): Promise<unknown> {
  await sim.react(needText(body, 'as'), needText(body, 'messageId'), needText(body, 'emoji'));
  return {};
}

/** POST {as, messageId}: one's own message only. */
export async function recallFromPage({ sim, body }: PageCall): Promise<unknown> {
  const openId = needText(body, 'as');
  const messageId = needText(body, 'messageId');
  if (sim.message(messageId)?.senderId !== openId) throw new PageError(400, '只能撤回自己的消息');
  await sim.recall(openId, messageId);
  return {};
}

/** POST {as}: opens the private chat with the bot, which is told; → {chatId} */
export async function openP2p({ sim, body }: PageCall): Promise<unknown> {
  const openId = needText(body, 'as');
  const chatId = sim.p2pChat(openId);
  await sim.openP2p(openId);
  return { chatId };
}
