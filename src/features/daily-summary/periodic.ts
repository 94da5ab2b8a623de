/** 日小结 (每日跟进): at 17:00 what happened today, for the groups that asked for it. */
import { chatsWithSummary } from '../../db/chat.ts';
import type { Periodic } from '../../engine/periodic.ts';
import { DAILY_SUMMARY } from './message.ts';

const FROM = '17:00';

export const SUMMARY_RUN: Periodic = {
  kind: 'summary',
  from: () => FROM,
  lateFrom: () => '17:15',
  // The day is over with quiet hours; tomorrow nobody wants yesterday's.
  until: ({ settings }) => settings.quiet.from,
  plan: async ({ deps, tx, at, day, late }) =>
    (await chatsWithSummary(tx)).map(({ id }) =>
      DAILY_SUMMARY.row({
        id: deps.newId(),
        target: `chat:${id}`,
        payload: { chatId: id, day, late },
        dedupeKey: `summary:${id}:${day}`,
        dueAt: at,
      }),
    ),
};
