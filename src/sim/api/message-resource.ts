import { queryOption } from './fields.ts';
import type { Route } from './route.ts';
import { ApiError } from './route.ts';
import { needBotChat, needMessage } from './targets.ts';

const MAX_BYTES = 100 * 1024 * 1024;

/** GET /im/v1/messages/:message_id/resources/:file_key: an attachment, through the message that carries it. */
export const messageResource: Route = {
  method: 'GET',
  path: '/open-apis/im/v1/messages/:message_id/resources/:file_key',
  scopes: ['im:message', 'im:message:readonly', 'im:message.history:readonly'],
  handle(c) {
    const type = queryOption(c, 'type', ['image', 'file'] as const);
    const message = needMessage(c);
    needBotChat(c.core.world, message.chatId);
    if (['interactive', 'sticker', 'merge_forward'].includes(message.msgType)) {
      throw new ApiError(234043, 'Unsupported message type.');
    }
    const key = c.params.file_key ?? '';
    const file = c.core.world.files[key];
    if (!file || !message.content.includes(`"${key}"`)) {
      throw new ApiError(234003, 'File not in msg.');
    }
    if (file.kind !== type) throw new ApiError(234001, 'Invalid request param.');
    if (file.size > MAX_BYTES) throw new ApiError(234037, 'Downloaded file size exceeds limit.');
    return {
      file: { bytes: Uint8Array.from(Buffer.from(file.data, 'base64')), mime: file.mime, name: file.name },
    };
  },
};
