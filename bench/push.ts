/** Messages as the platform pushes them: encrypted, signed, each with ids of its own. */
import { createCipheriv, createHash, randomBytes, randomUUID } from 'node:crypto';

export interface Sender {
  appId: string;
  encryptKey: string;
  verificationToken: string;
  tenantKey: string;
  bot: { openId: string; name: string };
}

export interface Spoken {
  openId: string;
  chatId: string;
  /** After the bot's mention. */
  text: string;
}

export interface SealedPush {
  headers: Record<string, string>;
  body: string;
  eventId: string;
  messageId: string;
}

export function sealMessage(sender: Sender, spoken: Spoken): SealedPush {
  const eventId = randomUUID().replaceAll('-', '');
  const messageId = `om_${randomUUID().replaceAll('-', '')}`;
  const now = Date.now();
  const id = (openId: string) => ({ open_id: openId, union_id: `on_${openId.slice(3)}`, user_id: null });
  const plain = JSON.stringify({
    schema: '2.0',
    header: {
      event_id: eventId,
      token: sender.verificationToken,
      create_time: String(now),
      event_type: 'im.message.receive_v1',
      tenant_key: sender.tenantKey,
      app_id: sender.appId,
    },
    event: {
      message: {
        chat_id: spoken.chatId,
        chat_type: 'group',
        content: JSON.stringify({ text: `@_user_1 ${spoken.text}` }),
        create_time: String(now),
        mentions: [
          {
            id: id(sender.bot.openId),
            key: '@_user_1',
            mentioned_type: 'bot',
            name: sender.bot.name,
            tenant_key: sender.tenantKey,
          },
        ],
        message_id: messageId,
        message_type: 'text',
        update_time: String(now),
      },
      sender: { sender_id: id(spoken.openId), sender_type: 'user', tenant_key: sender.tenantKey },
    },
  });
  const iv = randomBytes(16);
  const cipher = createCipheriv('aes-256-cbc', createHash('sha256').update(sender.encryptKey).digest(), iv);
  const encrypt = Buffer.concat([iv, cipher.update(plain, 'utf8'), cipher.final()]).toString('base64');
  const body = JSON.stringify({ encrypt });
  const timestamp = String(Math.floor(now / 1000));
  const nonce = randomBytes(8).toString('hex');
  const signature = createHash('sha256')
    .update(timestamp + nonce + sender.encryptKey)
    .update(body)
    .digest('hex');
  return {
    eventId,
    messageId,
    body,
    headers: {
      'content-type': 'application/json;charset=utf-8',
      'x-lark-request-timestamp': timestamp,
      'x-lark-request-nonce': nonce,
      'x-lark-signature': signature,
    },
  };
}
