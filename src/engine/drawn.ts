/** Short ways to say what becomes of a row. */
import type { Drawn } from './send-row.ts';

type Message = Drawn & { kind: 'message' };

export function message(card: Message['card'], to: Message['to'], replyTo?: string): Message {
  return { kind: 'message', card, text: undefined, to, replyTo };
}

export function words(text: string, to: Message['to'], replyTo?: string): Message {
  return { kind: 'message', card: undefined, text, to, replyTo };
}

export function drop(reason: string): Drawn {
  return { kind: 'drop', reason };
}
