import type { z } from 'zod';
import { readContent } from './content.ts';
import type { Incoming, Instant, Sender, Unusable } from './incoming.ts';
import { placeMentions } from './text.ts';
import { parseEpoch } from './timestamp.ts';
import {
  botMembershipEvent,
  chatEvent,
  chatUpdatedEvent,
  clickContext,
  clickEvent,
  type EnvelopeV2,
  envelopeV1,
  envelopeV2,
  membersEvent,
  menuEvent,
  messageEvent,
  privateChatV1,
  recalledEvent,
} from './wire.ts';

interface Known {
  eventId: string;
  createdAt: Instant;
  botOpenId: string | undefined;
  payload: unknown;
}

type Reader = (event: unknown, known: Known) => Incoming | Unusable;

const readers: Record<string, Reader> = {
  'im.message.receive_v1': readMessage,
  'card.action.trigger': readClick,
  'im.chat.member.bot.added_v1': botMembership('botAdded'),
  'im.chat.member.bot.deleted_v1': botMembership('botRemoved'),
  'im.chat.member.user.added_v1': members('membersAdded'),
  'im.chat.member.user.deleted_v1': members('membersRemoved'),
  'im.chat.member.user.withdrawn_v1': members('membersRemoved'),
  'im.chat.disbanded_v1': reader(chatEvent, (e, { eventId }) => ({
    kind: 'chatDisbanded',
    eventId,
    chatId: e.chat_id,
  })),
  'im.chat.updated_v1': reader(chatUpdatedEvent, (e, { eventId }) => {
    const name = e.after_change?.name;
    const renamed = name !== undefined && name !== e.before_change?.name;
    return { kind: 'chatUpdated', eventId, chatId: e.chat_id, ...(renamed && { name }) };
  }),
  'im.chat.access_event.bot_p2p_chat_entered_v1': reader(chatEvent, (e, { eventId }) => {
    const operator = personOf(e.operator_id, e.operator_tenant_key ?? '');
    return operator.openId === ''
      ? invalid('operator without open_id')
      : { kind: 'privateChatEntered', eventId, chatId: e.chat_id, operator };
  }),
  'application.bot.menu_v6': reader(menuEvent, ({ operator, event_key }, { eventId }) => ({
    kind: 'menu',
    eventId,
    eventKey: event_key,
    operator: personOf(operator.operator_id, '', operator.operator_name),
  })),
  'im.message.recalled_v1': reader(recalledEvent, (e, { eventId }) => ({
    kind: 'messageRecalled',
    eventId,
    messageId: e.message_id,
    chatId: e.chat_id,
  })),
};

/**
 * Turns a verified push into our own words. Never throws. `receivedAt` stands in for a missing time;
 * without `botOpenId` (not asked for yet) no mention counts as the bot's.
 */
export function parsePush(
  payload: unknown,
  receivedAt: Instant,
  botOpenId: string | undefined,
): Incoming | Unusable {
  const v2 = envelopeV2.safeParse(payload).data;
  if (v2 !== undefined) return readV2(v2, payload, receivedAt, botOpenId);
  const v1 = envelopeV1.safeParse(payload).data;
  if (v1 === undefined) return invalid('neither a v2 nor a v1 envelope');
  if (v1.event.type !== 'p2p_chat_create') return { kind: 'ignored', eventType: v1.event.type };
  const event = privateChatV1.safeParse(v1.event).data;
  const person = event?.user?.open_id ? event.user : event?.operator;
  if (!event || !person?.open_id) return invalid('p2p_chat_create: no person');
  const operator = personOf(person, '', event.user?.name);
  return { kind: 'privateChatEntered', eventId: v1.uuid, chatId: event.chat_id, operator };
}

function readV2(envelope: EnvelopeV2, payload: unknown, receivedAt: Instant, botOpenId: string | undefined) {
  const { event_id, event_type, create_time } = envelope.header;
  const read = Object.hasOwn(readers, event_type) ? readers[event_type] : undefined;
  if (read === undefined) return { kind: 'ignored', eventType: event_type } as const;
  const createdAt = parseEpoch(create_time) ?? receivedAt;
  return read(envelope.event, {
    eventId: event_id,
    createdAt,
    botOpenId,
    payload,
  });
}

/** Says which field is wrong, never its value. */
function reader<S extends z.ZodType>(
  schema: S,
  read: (event: z.output<S>, known: Known) => Incoming | Unusable,
): Reader {
  return (event, known) => {
    const { data, error } = schema.safeParse(event);
    if (error)
      return invalid([...new Set(error.issues.map((issue) => issue.path.join('.') || 'event'))].join(', '));
    return read(data, known);
  };
}

const invalid = (reason: string): Unusable => ({ kind: 'invalid', reason });

/** The header's tenant is the app's own and says nothing of who acts: a tenant that is not given stays unknown. */
function personOf(
  ids: { open_id?: string | undefined; union_id?: string | undefined } | undefined,
  tenantKey: string,
  name?: string,
): Sender {
  return {
    openId: ids?.open_id ?? '',
    tenantKey,
    ...(ids?.union_id && { unionId: ids.union_id }),
    ...(name && { name }),
  };
}

function readMessage(event: unknown, known: Known): Incoming | Unusable {
  return reader(messageEvent, ({ sender, message }) => {
    const senderType = sender.sender_type === undefined || sender.sender_type === 'user' ? 'user' : 'bot';
    const person = personOf(sender.sender_id, sender.tenant_key ?? '');
    if (person.openId === '' && senderType === 'user') return invalid('sender without open_id');
    const { rawText, attachments } = readContent(message.message_type, message.content);
    return {
      kind: 'message',
      eventId: known.eventId,
      messageId: message.message_id,
      chatId: message.chat_id,
      chatType: message.chat_type === 'p2p' ? 'p2p' : 'group',
      sender: person,
      senderType,
      createdAt: parseEpoch(message.create_time) ?? known.createdAt,
      ...placeMentions(rawText, message.mentions, known.botOpenId),
      messageType: message.message_type,
      attachments,
      ...(message.parent_id && { parentId: message.parent_id }),
      ...(message.root_id && { rootId: message.root_id }),
      ...(message.thread_id && { threadId: message.thread_id }),
    };
  })(event, known);
}

function readClick(event: unknown, known: Known): Incoming | Unusable {
  return reader(clickEvent, ({ operator, action }) => {
    const context = clickContext.safeParse(known.payload).data;
    if (context === undefined) return invalid('context');
    return {
      kind: 'click',
      eventId: known.eventId,
      messageId: context.open_message_id,
      chatId: context.open_chat_id,
      operator: personOf(operator, operator.tenant_key ?? ''),
      createdAt: known.createdAt,
      value: readValue(action.value),
      tag: action.tag ?? '',
      ...(action.name && { name: action.name }),
      ...(action.form_value && { formValue: action.form_value }),
      ...(action.input_value !== undefined && { inputValue: action.input_value }),
      ...(action.option !== undefined && { option: action.option }),
      ...(action.options && { options: action.options }),
      ...(action.checked !== undefined && { checked: action.checked }),
    };
  })(event, known);
}

/** An element's value is an object; the platform also lets a card say it as a JSON string. */
function readValue(value: unknown): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  try {
    return typeof value === 'string' && value.startsWith('{') ? readValue(JSON.parse(value)) : {};
  } catch {
    return {};
  }
}

function botMembership(kind: 'botAdded' | 'botRemoved'): Reader {
  return reader(botMembershipEvent, (e, { eventId }) => ({
    kind,
    eventId,
    chatId: e.chat_id,
    chatName: e.name ?? '',
    external: e.external ?? false,
    operator: personOf(e.operator_id, e.operator_tenant_key ?? ''),
  }));
}

function members(kind: 'membersAdded' | 'membersRemoved'): Reader {
  return reader(membersEvent, (e, { eventId }) => ({
    kind,
    eventId,
    chatId: e.chat_id,
    users: (e.users ?? []).flatMap((user) =>
      user.user_id?.open_id
        ? [{ openId: user.user_id.open_id, name: user.name ?? '', tenantKey: user.tenant_key ?? '' }]
        : [],
    ),
  }));
}
