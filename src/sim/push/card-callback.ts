import type { Core } from '../core.ts';
import { track } from '../core.ts';
import { newCardToken, newEventId } from '../ids.ts';
import { USER_ID_SCOPE } from '../scopes.ts';
import type { ClickResult, Push } from '../types.ts';
import type { StoredMessage } from '../world.ts';
import { getUser, hasScope } from '../world.ts';
import { showAnswer } from './card-answer.ts';
import { buildEnvelope, cardTimestamp, signedHeaders } from './envelope.ts';
import { PUSH_LIMIT_MS, sendOnce } from './send.ts';

const EVENT_TYPE = 'card.action.trigger';

/** What the client shows when the callback went wrong (feishu.md §6.5). */
const CLIENT_ERRORS: Record<NonNullable<Push['failure']>, { code: number; message: string }> = {
  lost: { code: 200340, message: '出错了，请稍后重试 code: 200340' },
  connection: { code: 200342, message: '出错了，请稍后重试 code: 200342' },
  timeout: { code: 200341, message: '出错了，请稍后重试 code: 200341' },
  status: { code: 200671, message: '出错了，请稍后重试 code: 200671' },
};

/** Sends one click as card.action.trigger, once, and shows the answer (feishu.md §6.5). */
export async function pushCardAction(
  core: Core,
  message: StoredMessage,
  openId: string,
  action: Record<string, unknown>,
): Promise<ClickResult> {
  const { world } = core;
  const token = newCardToken(world.ids);
  const grant = { messageId: message.messageId, issuedAt: core.now(), uses: 0, answered: false };
  world.cardTokens[token] = grant;
  const user = getUser(world, openId);
  const event = {
    operator: {
      tenant_key: user.tenantKey,
      ...(hasScope(world, [USER_ID_SCOPE]) ? { user_id: user.userId } : {}),
      open_id: user.openId,
      union_id: user.unionId,
    },
    token,
    action,
    host: 'im_message',
    context: { open_message_id: message.messageId, open_chat_id: message.chatId },
  };
  core.locked.set(message.messageId, (core.locked.get(message.messageId) ?? 0) + 1);
  const push = await track(core, send(core, event)).finally(() => {
    core.locked.set(message.messageId, (core.locked.get(message.messageId) ?? 1) - 1);
  });
  grant.answered = push.failure === undefined;
  if (push.failure !== undefined) return { error: CLIENT_ERRORS[push.failure] };
  return showAnswer(core, message, openId, push.answer);
}

async function send(core: Core, event: unknown): Promise<Push> {
  const eventId = newEventId(core.world.ids);
  // The callback's create_time is in microseconds, unlike that of events (§1.6).
  const head = { eventId, eventType: EVENT_TYPE, createTime: `${core.now()}000` };
  const body = buildEnvelope(core, head, event);
  const faults = core.faults.take({ eventType: EVENT_TYPE, eventId, event, attempt: 1 });
  const wire = () =>
    sendOnce(core, {
      path: '/webhook/card',
      request: { headers: signedHeaders(core, body, cardTimestamp(core)), body },
      eventType: EVENT_TYPE,
      eventId,
      attempt: 1,
      limitMs: PUSH_LIMIT_MS,
      faults,
    });
  const twin = faults.find((f) => f.kind === 'duplicatePush');
  if (!twin) return wire();
  const copies = Array.from({ length: (twin.copies ?? 2) - 1 }, () => wire);
  if (twin.concurrent) return (await Promise.all([wire(), ...copies.map((c) => c())]))[0] as Push;
  const first = await wire();
  for (const copy of copies) await copy();
  return first;
}
