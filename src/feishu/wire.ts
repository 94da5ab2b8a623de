/**
 * The wire, as far as we use it: unknown keys pass, `null` counts as absent (live payloads carry
 * `"user_id": null`), what we rely on is required.
 */
import { z } from 'zod';

/** No database takes U+0000 or half a surrogate pair; no id of the platform holds a control character. */
const id = z
  .string()
  .max(256)
  .regex(/^[^\u0000-\u001f\ud800-\udfff]+$/u);
const clean = z.string().transform((value) => value.toWellFormed().replaceAll('\0', ''));
const absent = <T extends z.ZodType>(schema: T) =>
  schema.nullish().transform((value) => (value ?? undefined) as z.output<T> | undefined);
const text = absent(clean);
const record = z.record(z.string(), z.unknown());

const userIds = z.object({ open_id: text, union_id: text });

export const envelopeV2 = z.object({
  schema: z.string(),
  header: z.object({
    event_id: id,
    event_type: z.string(),
    create_time: absent(z.unknown()),
    tenant_key: text,
  }),
  event: z.unknown(),
});
export type EnvelopeV2 = z.output<typeof envelopeV2>;

export const envelopeV1 = z.object({
  type: z.literal('event_callback'),
  uuid: id,
  event: z.looseObject({ type: z.string() }),
});

/** On a push `id` is an object, in an answer a bare id with `id_type`. */
export const wireMention = z.object({
  key: z.string().min(1),
  id: z.union([userIds, clean.transform((open_id) => ({ open_id }))]),
  name: text,
  tenant_key: text,
  mentioned_type: text,
  id_type: text,
});
export type WireMention = z.output<typeof wireMention>;

export const messageEvent = z.object({
  sender: z.object({ sender_id: absent(userIds), sender_type: text, tenant_key: text }),
  message: z.object({
    message_id: id,
    chat_id: id,
    chat_type: z.string(),
    message_type: z.string(),
    content: text,
    create_time: absent(z.unknown()),
    mentions: absent(z.array(z.unknown())),
    root_id: text,
    parent_id: text,
    thread_id: text,
  }),
});

const cardContext = z.object({ open_message_id: id, open_chat_id: id });
export const clickEvent = z.object({
  operator: z.object({ open_id: id, union_id: text, tenant_key: text }),
  action: z.object({
    value: z.unknown().optional(),
    tag: text,
    name: text,
    form_value: absent(record),
    input_value: text,
    option: text,
    options: absent(z.array(z.string())),
    checked: absent(z.boolean()),
  }),
});
/** Some pages print the context beside `event`, older clients sent its fields bare. */
export const clickContext = z.union([
  z.object({ event: z.object({ context: cardContext }) }).transform((v) => v.event.context),
  z.object({ context: cardContext }).transform((v) => v.context),
  z.object({ event: cardContext }).transform((v) => v.event),
]);

const chatFields = { chat_id: id, operator_id: absent(userIds), operator_tenant_key: text };
export const botMembershipEvent = z.object({ ...chatFields, name: text, external: absent(z.boolean()) });
export const membersEvent = z.object({
  ...chatFields,
  users: absent(z.array(z.object({ name: text, tenant_key: text, user_id: absent(userIds) }))),
});
export const chatEvent = z.object(chatFields);
const nameChange = absent(z.object({ name: text }));
export const chatUpdatedEvent = z.object({
  chat_id: id,
  before_change: nameChange,
  after_change: nameChange,
});
export const menuEvent = z.object({
  event_key: z.string().min(1),
  operator: z.object({ operator_name: text, operator_id: z.object({ open_id: id, union_id: text }) }),
});
export const recalledEvent = z.object({ message_id: id, chat_id: id });
export const privateChatV1 = z.object({
  chat_id: id,
  tenant_key: text,
  user: absent(z.object({ open_id: text, name: text })),
  operator: absent(z.object({ open_id: text })),
});

/** Every answer of the platform; `bot` is bot/v3/info's own place for what others put under `data`. */
export const apiAnswer = z.looseObject({
  code: z.number(),
  msg: text,
  error: absent(z.object({ log_id: text })),
});
export type ApiAnswer = z.output<typeof apiAnswer>;

export const tokenAnswer = z.object({
  tenant_access_token: z.string().min(1),
  expire: z.number().positive(),
});

export const readMessageItem = z.object({
  message_id: id,
  chat_id: id,
  msg_type: z.string(),
  create_time: absent(z.unknown()),
  deleted: absent(z.boolean()),
  root_id: text,
  parent_id: text,
  thread_id: text,
  sender: absent(z.object({ id: text, id_type: text, sender_type: text, tenant_key: text })),
  body: absent(z.object({ content: text })),
  mentions: absent(z.array(z.unknown())),
});

export const historyAnswer = z.object({
  has_more: absent(z.boolean()),
  page_token: text,
  items: absent(z.array(z.unknown())),
});

const count = absent(z.coerce.number());
export const chatAnswer = z.object({
  name: text,
  external: absent(z.boolean()),
  chat_status: text,
  chat_mode: absent(z.enum(['group', 'topic', 'p2p'])).catch(undefined),
  description: text,
  owner_id: text,
  tenant_key: text,
  user_count: count.catch(undefined),
  bot_count: count.catch(undefined),
  urgent_setting: text,
  at_all_permission: text,
});

export const botAnswer = z.object({
  bot: z.object({ open_id: id, app_name: text, activate_status: absent(z.number()) }),
});

export const scopesAnswer = z.object({
  scopes: absent(
    z.array(z.object({ scope_name: z.string(), grant_status: z.number(), scope_type: text })),
  ).transform((scopes) => scopes ?? []),
});

export const uploadAnswer = z.object({
  data: z.object({ image_key: text, file_key: text }).refine((data) => data.image_key || data.file_key),
});
