/** Buttons on cards of links. A step that worked puts the link as it is now in place of the card that was clicked. */
import { textCard } from '../../cards/text.ts';
import { answerToast, TOASTS, toast } from '../../cards/toast.ts';
import type { CommandContext } from '../../commands/context.ts';
import { featureAction } from '../../commands/feature-action.ts';
import { type ClickReply, tell, viewerOf } from '../../commands/reply.ts';
import type { Answer } from '../../domain/answer.ts';
import { linkOfButton } from './act.ts';
import { finishLink } from './finish.ts';
import { FINISH, SHOW, SHOW_MAP, SHOW_MATERIALS, SHOW_PARTS, START, TICK, TICK_PART } from './kinds.ts';
import { linkCard } from './link-card.ts';
import { tickByButton } from './materials.ts';
import { materialsCard } from './materials-card.ts';
import { tickPart } from './parts.ts';
import { partsCard } from './parts-card.ts';
import { startLink } from './start.ts';
import { loadLinkView } from './view.ts';

interface At {
  projectId: number;
  code: string;
}

const CARDS = { link: linkCard, materials: materialsCard, parts: partsCard };

/** The toast, and the card redrawn when something has changed. */
async function redrawn(
  context: CommandContext,
  at: At,
  answer: Answer | undefined,
  which: keyof typeof CARDS = 'link',
): Promise<ClickReply> {
  if (!answer) return { toast: toast('warning', TOASTS.oldCard) };
  if (answer.kind !== 'text' || answer.tone !== 'success') return tell(context, answer);
  const view = await loadLinkView(context.tx, at, viewerOf(context));
  if ('refused' in view) return { toast: answerToast(answer) };
  const data = CARDS[which](view);
  return { toast: answerToast(answer), card: { type: 'raw', data } };
}

const oldCard: ClickReply = { toast: toast('warning', TOASTS.oldCard) };

export const ACTIONS = [
  featureAction(SHOW, { run: (context, at) => tell(context, { kind: 'link', ...at }) }),
  featureAction(SHOW_MAP, { run: (context, at) => tell(context, { kind: 'link-map', ...at }) }),
  featureAction(SHOW_MATERIALS, { run: (context, at) => tell(context, { kind: 'link-materials', ...at }) }),
  featureAction(SHOW_PARTS, { run: (context, at) => tell(context, { kind: 'link-parts', ...at }) }),
  featureAction(TICK_PART, {
    run: async (context, { part, on, ...at }) =>
      redrawn(context, at, await tickPart(context, { ...at, part, on }), 'parts'),
  }),
  featureAction(START, {
    async run(context, at) {
      const chosen = await linkOfButton(context, at);
      return chosen ? redrawn(context, at, await startLink(context, chosen, null)) : oldCard;
    },
  }),
  featureAction(FINISH, {
    async run(context, { day, allThere, ...at }) {
      const chosen = await linkOfButton(context, at);
      if (!chosen) return oldCard;
      return redrawn(context, at, await finishLink(context, chosen, { day, allThere }));
    },
  }),
  featureAction(TICK, {
    run: async (context, { material, on, ...at }) =>
      redrawn(context, at, await tickByButton(context, { ...at, material, on }), 'materials'),
  }),
];

/** In place of a form that did what was asked. */
export function formDone(context: CommandContext, answer: Answer): ClickReply {
  if (answer.kind !== 'text' || answer.tone !== 'success') return { toast: answerToast(answer) };
  const data = textCard(answer.text, { tone: 'success', demo: context.deps.demo });
  return { toast: answerToast(answer), card: { type: 'raw', data } };
}
