/** Drawing of what comes by itself to groups and offices; what a day brought is over with the day. */
import { auditCard } from '../cards/health.ts';
import { QUEUE_NAMES } from '../cards/words-queue.ts';
import { loadChat } from '../db/chat.ts';
import type { Tx } from '../db/open.ts';
import type { Deps } from '../deps.ts';
import type { Directory } from '../domain/directory.ts';
import { type Day, dayOf, type Instant } from '../domain/time.ts';
import {
  AUDIT_REPORT,
  GROUP_DIGEST,
  type GroupOfDay,
  HEALTH_REPORT,
  type OfficePayload,
} from '../kinds/messages.ts';
import { drawGroupDigest } from '../views/digest.ts';
import { drawHealthReport } from '../views/health-report.ts';
import { TURN_CALL_MESSAGE } from './draw-turn-call.ts';
import { defineMessage } from './message.ts';
import type { Rendered } from './rendered.ts';
import { drop, message } from './rendered.ts';

export const PERIODIC_MESSAGES = [
  defineMessage(GROUP_DIGEST, {
    name: QUEUE_NAMES.groupDigest,
    keepsQuiet: true,
    draw: (deps, tx, row, now) => drawForGroup(deps, tx, row.payload, now, drawGroupDigest),
  }),
  TURN_CALL_MESSAGE,
  defineMessage(HEALTH_REPORT, {
    name: QUEUE_NAMES.healthReport,
    keepsQuiet: true,
    office: true,
    draw: async (deps, tx, { payload }, now) => {
      const { day, late = false } = payload;
      const directory = await deps.directory.get(tx);
      if (day === undefined || isOver(day, directory, now)) return drop('day-over');
      const to = await reachable(tx, payload);
      if (!to) return drop('group-gone');
      return message(await drawHealthReport(tx, { day, late }, { now, directory, demo: deps.demo }), to);
    },
  }),
  defineMessage(AUDIT_REPORT, {
    name: QUEUE_NAMES.auditReport,
    keepsQuiet: true,
    office: true,
    draw: async (deps, tx, { payload }, now) => {
      const to = await reachable(tx, payload);
      if (!to) return drop('group-gone');
      const directory = await deps.directory.get(tx);
      const context = { now, directory, demo: deps.demo, people: new Map() };
      return message(auditCard(payload.findings, context), to);
    },
  }),
];

/** What a day brought to a group, while the day lasts. */
export async function drawForGroup(
  deps: Deps,
  tx: Tx,
  { chatId, day, late }: GroupOfDay,
  now: Instant,
  draw: typeof drawGroupDigest,
): Promise<Rendered> {
  const chat = await loadChat(tx, chatId);
  const directory = await deps.directory.get(tx);
  if (isOver(day, directory, now)) return drop('day-over');
  if (!chat || chat.unreachable || chat.kind !== 'project') return drop('group-gone');
  const card = await draw(tx, chat, { late }, { now, directory, demo: deps.demo });
  return card ? message(card, { chatId }) : drop('nothing-to-say');
}

function isOver(day: Day, directory: Directory, now: Instant): boolean {
  return dayOf(now, directory.settings.timeZone) !== day;
}

/** Where an office hears, unless its group has gone meanwhile. */
async function reachable(tx: Tx, { chatId, openId }: Pick<OfficePayload, 'chatId' | 'openId'>) {
  if (openId !== undefined) return { openId };
  const chat = chatId === undefined ? undefined : await loadChat(tx, chatId);
  return chat && !chat.unreachable ? { chatId: chat.id } : undefined;
}
