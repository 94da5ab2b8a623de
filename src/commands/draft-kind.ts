/** What a kind of draft is: who may answer its card, and what 确认 and 取消 do. */
import type { Draft } from '../db/draft.ts';
import type { StoredKind } from '../kinds/kind.ts';
import type { CommandContext } from './context.ts';
import type { ClickReply } from './reply.ts';

export interface DraftHandling<P> {
  /** Asked before the draft is used up; why not, as the answer to the click. */
  refuse?(context: CommandContext): ClickReply | undefined;
  /** Of a draft that is used up now, by its author. */
  confirm(context: CommandContext, payload: P): Promise<ClickReply>;
  cancel(context: CommandContext, payload: P): ClickReply;
}

/** For drafts that others than their author may answer: it asks who may, and uses the draft up. */
export interface OpenDraftHandling<P> {
  answer(context: CommandContext, draft: Draft, payload: P, confirmed: boolean): Promise<ClickReply>;
}

export type DraftKind<P> = StoredKind<P> &
  (
    | (DraftHandling<P> & { answer?: undefined })
    | (OpenDraftHandling<P> & { refuse?: undefined; confirm?: undefined; cancel?: undefined })
  );

export function defineDraft<P>(
  kind: StoredKind<P>,
  handling: DraftHandling<P> | OpenDraftHandling<P>,
): DraftKind<P> {
  return { ...kind, ...handling };
}
