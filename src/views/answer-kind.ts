/** What a kind of answer of a feature is: its shape, where it may be shown, and its drawing. */
import type { Tx } from '../db/open.ts';
import type { Answer } from '../domain/answer.ts';
import type { StoredKind } from '../kinds/kind.ts';
import type { DrawnAnswer, Viewer } from './context.ts';

export interface AnswerHandling<A> {
  /** 'administration': for administrators, in private only. Else not in an unbound group; rights are asked in draw. */
  place: 'administration' | 'anywhere';
  draw(tx: Tx, answer: A, viewer: Viewer): Promise<DrawnAnswer>;
  /** In the transaction that records it as sent. */
  onSent?(tx: Tx, answer: A, messageId: string): Promise<void>;
}

export interface AnswerKind<A> extends StoredKind<A>, AnswerHandling<A> {}

export function defineAnswer<A extends Answer>(
  kind: StoredKind<A>,
  handling: AnswerHandling<A>,
): AnswerKind<A> {
  return { ...kind, ...handling };
}
