/** What a kind of draft is: its card, who may answer it, and what 确认 and 取消 do. */
import type { Card } from '../cards/kit.ts';
import { textCard } from '../cards/text.ts';
import { TOASTS, toast } from '../cards/toast.ts';
import type { Draft } from '../db/draft.ts';
import type { Tx } from '../db/open.ts';
import type { StoredKind } from '../kinds/kind.ts';
import type { Viewer } from '../views/context.ts';
import type { CommandContext } from './context.ts';
import type { ClickReply } from './reply.ts';

/** Which of several ways a draft was confirmed in. */
export type DraftChoice = 'progress' | 'done' | 'as-said';

/** What the button of 确认 says beside it. */
export interface DraftAnswer {
  /** Of problems that waited for their project. */
  projectId?: number;
  choice?: DraftChoice;
}

interface Previewed<P> {
  /** The card that asks for 确认, of the answer `preview`; left out by kinds that another answer shows. */
  preview?(tx: Tx, draftId: string, payload: P, viewer: Viewer): Promise<Card>;
}

export interface DraftHandling<P> extends Previewed<P> {
  /** Asked before the draft is used up; why not, as the answer to the click. */
  refuse?(context: CommandContext): ClickReply | undefined;
  /** Of a draft that is used up now, by its author. */
  confirm(context: CommandContext, payload: P, how: DraftAnswer): Promise<ClickReply>;
  cancel(context: CommandContext, payload: P): ClickReply;
}

/** For drafts that others than their author may answer: it asks who may, and uses the draft up. */
export interface OpenDraftHandling<P> extends Previewed<P> {
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

/** 取消 on a draft that would have changed something that stands. */
export function leaveUnchanged({ deps }: CommandContext): ClickReply {
  return {
    toast: toast('info', TOASTS.unchanged),
    card: { type: 'raw', data: textCard(TOASTS.unchanged, { demo: deps.demo }) },
  };
}
