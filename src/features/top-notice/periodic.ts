/** Every morning the cards on top are drawn once: days pass, and lights with them. */
import { chatsWithTopCard } from '../../db/top-card.ts';
import type { Periodic } from '../../engine/periodic.ts';
import { REFRESH_TOP } from '../../kinds/jobs.ts';

export const TOP_CARDS: Periodic = {
  kind: 'top-cards',
  from: () => '08:45',
  lateFrom: () => '09:30',
  until: ({ settings }) => settings.quiet.from,
  plan: async ({ deps, tx, at, day }) =>
    (await chatsWithTopCard(tx)).map((chatId) =>
      REFRESH_TOP.row({
        id: deps.newId(),
        target: `top:${chatId}`,
        payload: { chatId, asked: false },
        dedupeKey: `top:${chatId}:${day}`,
        dueAt: at,
      }),
    ),
};
