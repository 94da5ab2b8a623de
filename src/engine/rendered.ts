/** Short ways to say what becomes of a row. */
import type { Card } from '../cards/kit.ts';
import type { Instant } from '../domain/time.ts';

type Message = Rendered & { kind: 'message' };

export function message(card: Message['card'], to: Message['to'], replyTo?: string): Message {
  return { kind: 'message', card, text: undefined, to, replyTo };
}

export function textMessage(text: string, to: Message['to'], replyTo?: string): Message {
  return { kind: 'message', card: undefined, text, to, replyTo };
}

export function drop(reason: string): Rendered {
  return { kind: 'drop', reason };
}

export interface Mentioned {
  openId: string;
  name: string;
}

export interface LiveCard {
  issueId: number;
  place: 'chat' | 'person';
  /** chat_id or open_id. */
  target: string;
  version: number;
}

/** What a row looks like right now, or why it need not be sent any more. */
export type Rendered =
  | {
      kind: 'message';
      card: Card | undefined;
      /** Without a card: the whole message. With one: not used, the fallback is drawn from the card. */
      text: string | undefined;
      /** People mentioned before the text. */
      at?: readonly Mentioned[];
      to: { chatId: string } | { openId: string };
      replyTo: string | undefined;
      /** A card of an issue, to keep up to date from now on. */
      live?: LiveCard;
      /** People to be sent it as urgent (加急) once it is sent. */
      urgent?: string[];
      /** A file or picture, made and uploaded only now; `text` goes in its place when the platform does not take it. */
      file?: { name: string; kind?: 'image'; write: () => Promise<Uint8Array<ArrayBuffer>> };
    }
  | { kind: 'drop'; reason: string }
  /** Not now: whoever it is for does not want to hear before then. */
  | { kind: 'later'; at: Instant };
