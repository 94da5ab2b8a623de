import { checkCard, checkReplacement } from '../card/check.ts';
import { isRecord, parseJson } from '../content/json.ts';
import { readPost } from '../content/post.ts';
import { readText } from '../content/text.ts';
import type { SimChat, SimMention } from '../types.ts';
import type { World } from '../world.ts';
import { invalidParameter } from './fields.ts';
import { checkMedia } from './media.ts';
import { ApiError } from './route.ts';

const KB = 1024;
const PRIVATE = /(?<!\d)1[3-9]\d{9}(?!\d)|[\w.+-]+@[\w-]+\.[a-z]{2,}/i;

export interface Checked {
  /** JSON string to keep: people as placeholders. */
  content: string;
  mentions: SimMention[];
}

export interface ToCheck {
  msgType: string;
  /** The JSON string of the request. */
  content: string;
  bodyBytes: number;
  /** It takes the place of a card. */
  replaces?: boolean;
}

/** 230099 with the card's own error behind it (feishu.md §4.7). */
export function cardError(problem: string): ApiError {
  return new ApiError(230099, `Failed to create card content, ext=${problem}`);
}

/** Holds outgoing content against what the platform takes; throws its refusal (create_json, feishu.md §4.1). */
export function checkOutgoing(world: World, chat: SimChat, m: ToCheck): Checked {
  const limit = m.msgType === 'text' ? 150 * KB : 30 * KB;
  if (m.bodyBytes > limit) {
    throw new ApiError(230025, 'The length of the message content reaches its limit.');
  }
  if (world.strict.dlp && PRIVATE.test(m.content)) {
    throw new ApiError(230028, 'The messages do NOT pass the audit.');
  }
  const parsed = parseJson(m.content);
  if (!isRecord(parsed)) {
    if (m.msgType === 'interactive') {
      throw cardError(
        'ErrCode: 200621; ErrMsg: parse card json err, please check whether the card json is correct; ErrorValue: not an object; ',
      );
    }
    throw invalidParameter('content is not a string in json format');
  }
  switch (m.msgType) {
    case 'text':
      return readText(world, chat, parsed);
    case 'post':
      return readPost(world, chat, parsed);
    case 'interactive': {
      const problem = (m.replaces ? checkReplacement : checkCard)(world, chat, parsed);
      if (problem !== undefined) throw cardError(problem);
      return { content: m.content, mentions: [] };
    }
    case 'file':
      // Whoever reads it is told the name it was uploaded under, too (feishu.md §2, received file messages).
      return {
        content: JSON.stringify({ ...parsed, file_name: checkMedia(world, 'file', parsed) }),
        mentions: [],
      };
    case 'image':
    case 'audio':
    case 'media':
    case 'sticker':
      checkMedia(world, m.msgType, parsed);
      return { content: m.content, mentions: [] };
    case 'share_chat':
      checkShareChat(world, parsed);
      return { content: m.content, mentions: [] };
    case 'share_user':
      if (!world.users[String(parsed.user_id)]) throw invalidParameter('invalid user_id');
      return { content: m.content, mentions: [] };
    default:
      throw invalidParameter(`msg_type ${m.msgType} is not supported`);
  }
}

function checkShareChat(world: World, content: Record<string, unknown>): void {
  const shared = world.chats[String(content.chat_id)];
  if (!shared) throw invalidParameter('invalid chat_id');
  if (shared.type === 'p2p') throw new ApiError(230015, 'P2P chat can NOT be shared.');
}
