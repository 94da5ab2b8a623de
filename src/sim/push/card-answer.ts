import { checkReplacement } from '../card/check.ts';
import { asRecord, asString, isRecord, parseJson } from '../content/json.ts';
import type { Core } from '../core.ts';
import { replaceContent } from '../timeline.ts';
import type { ClickResult, Toast } from '../types.ts';
import type { StoredMessage } from '../world.ts';
import { getChat } from '../world.ts';

const CARD_LIMIT = 30 * 1024;

const MALFORMED = { error: { code: 200672, message: '出错了，请稍后重试 code: 200672' } };
const BAD_CARD = 200673;

/** Applies toast and card of an answer; both must be well formed, or the client shows an error. */
export function showAnswer(core: Core, message: StoredMessage, openId: string, body: string): ClickResult {
  const answer = parseJson(body);
  if (!isRecord(answer) || Object.keys(answer).some((k) => k !== 'toast' && k !== 'card')) return MALFORMED;
  const result: ClickResult = {};
  if (answer.toast !== undefined) {
    const toast = readToast(answer.toast);
    if (!toast) return MALFORMED;
    result.toast = toast;
    core.emit({ kind: 'toast', openId, messageId: message.messageId, toast });
  }
  if (answer.card === undefined) return result;
  const card = asRecord(answer.card);
  if (card.type !== 'raw' && card.type !== 'template') return { ...result, ...MALFORMED };
  const data = card.data;
  if (!isRecord(data)) return { ...result, ...MALFORMED };
  const content = JSON.stringify(data);
  const problem =
    Buffer.byteLength(content) > CARD_LIMIT
      ? 'card exceeds 30 KB'
      : checkReplacement(core.world, getChat(core.world, message.chatId), data);
  if (problem !== undefined) {
    return {
      ...result,
      error: { code: BAD_CARD, message: `出错了，请稍后重试 code: ${BAD_CARD}; ${problem}` },
    };
  }
  if (!message.recalled) replaceContent(core, message, content, []);
  return { ...result, card: data };
}

function readToast(value: unknown): Toast | undefined {
  if (!isRecord(value)) return undefined;
  const type = value.type ?? 'info';
  if (type !== 'info' && type !== 'success' && type !== 'error' && type !== 'warning') return undefined;
  const content = asString(asRecord(value.i18n).zh_cn) || asString(value.content);
  return content === '' ? undefined : { type, content };
}
