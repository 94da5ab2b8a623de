import { UPDATE_LIFE_MS } from './api/message-patch.ts';
import { ClientRefusal, fillForm, shapeValue } from './card/form.ts';
import type { Touchable } from './card/interactive.ts';
import { findTouchable, optionsOf } from './card/interactive.ts';
import { asList, asRecord, asString, parseJson } from './content/json.ts';
import type { Core } from './core.ts';
import { pushCardAction } from './push/card-callback.ts';
import type { ClickResult, Pick } from './types.ts';
import type { StoredMessage } from './world.ts';
import { getChat, getMessage, getUser } from './world.ts';

/** Code of a refusal that never leaves the client. */
export const CLIENT_CODE = -1;
const TIME_ZONE = 'Asia/Shanghai';

const refusal = (message: string): ClickResult => ({ error: { code: CLIENT_CODE, message } });

/**
 * One touch of a card by a person, as the client would make it: `confirm` dialogs are accepted, disabled elements
 * and unfilled required fields are refused, links are only reported. Throws when nothing on the card fits.
 */
export async function clickCard(
  core: Core,
  openId: string,
  messageId: string,
  pick: string | Pick,
  given: Record<string, unknown>,
): Promise<ClickResult> {
  const message = getMessage(core.world, messageId);
  getUser(core.world, openId);
  const why = blockedBy(core, openId, message);
  if (why !== undefined) return refusal(why);
  const wanted = typeof pick === 'string' ? { text: pick } : pick;
  const { target, choice } = findTouchable(parseJson(message.content), wanted);
  if (target.disabled) {
    return refusal(asString(asRecord(target.element.disabled_tips).content) || '该操作已不可用');
  }
  try {
    const touched = describeTouch(core, message, target, choice, given);
    if (!touched) return refusal('该元素没有绑定交互');
    if (!touched.action) return { url: touched.url ?? '' };
    const result = await pushCardAction(core, message, openId, touched.action);
    return touched.url === undefined ? result : { ...result, url: touched.url };
  } catch (error) {
    if (error instanceof ClientRefusal) return refusal(error.message);
    throw error;
  }
}

/** Why nothing on this card reacts to this person at all. */
function blockedBy(core: Core, openId: string, message: StoredMessage): string | undefined {
  if (message.msgType !== 'interactive') return '这条消息不是卡片';
  if (message.recalled) return '消息已撤回';
  const chat = getChat(core.world, message.chatId);
  if (!chat.members.includes(openId)) return '你不在该会话中';
  if (chat.status === 'dissolved') return '群已解散';
  if (core.now() - message.createdAt > UPDATE_LIFE_MS) return '卡片已过期';
  return undefined;
}

interface Touch {
  action?: Record<string, unknown>;
  url?: string;
}

/** `action` of the callback and the link to open; undefined when the element is bound to nothing. */
function describeTouch(
  core: Core,
  message: StoredMessage,
  target: Touchable,
  choice: unknown,
  given: Record<string, unknown>,
): Touch | undefined {
  const { element, tag, form } = target;
  const members = getChat(core.world, message.chatId).members;
  const world = { members, blank: core.world.strict.blankFormFields };
  const behaviors = asList(element.behaviors).map(asRecord);
  const callback = behaviors.find((b) => b.type === 'callback');
  const link = behaviors.find((b) => b.type === 'open_url');
  const url = link && (asString(link.pc_url) || asString(link.default_url));
  const base = {
    ...(callback?.value === undefined ? {} : { value: callback.value }),
    tag,
    timezone: TIME_ZONE,
    ...(element.name === undefined ? {} : { name: element.name }),
  };
  const withUrl = (touch: Touch): Touch => (url ? { ...touch, url } : touch);

  if (form) {
    if (element.form_action_type === 'reset') return {};
    if (element.form_action_type === 'submit') {
      return withUrl({ action: { ...base, form_value: fillForm(form, given, world) } });
    }
    // A field inside a form is only filled in; it says nothing until the form is submitted.
    if (tag !== 'button' && tag !== 'overflow') return undefined;
  }
  if (tag === 'overflow') return touchOverflow(element, base, choice);
  if (tag === 'button' || tag === 'interactive_container') {
    if (callback) return withUrl({ action: base });
    return url ? { url } : undefined;
  }
  return { action: { ...base, ...fieldResult(tag, shapeValue(element, choice, world)) } };
}

function touchOverflow(
  element: Record<string, unknown>,
  base: Record<string, unknown>,
  choice: unknown,
): Touch | undefined {
  const option = optionsOf(element).find((o) => o.value === choice || o.text === choice);
  if (!option) return undefined;
  const link = asRecord(option.raw.multi_url);
  const url = asString(link.pc_url) || asString(link.url);
  return url === '' ? { action: { ...base, option: option.value } } : { url };
}

/** What a field outside a form sends (feishu.md §6.5). */
function fieldResult(tag: string, value: unknown): Record<string, unknown> {
  if (tag === 'input') return { input_value: value };
  if (tag === 'checker') return { checked: value };
  return Array.isArray(value) ? { options: value } : { option: value };
}
