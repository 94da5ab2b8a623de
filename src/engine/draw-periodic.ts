/** Drawing of what comes by itself to groups and offices; what a day brought is over with the day. */
import { auditCard } from '../cards/health.ts';
import { loadChat } from '../db/chat.ts';
import type { Tx } from '../db/open.ts';
import type { OutboxRow } from '../db/outbox.ts';
import type { Deps } from '../deps.ts';
import type { Finding } from '../domain/audit.ts';
import type { Directory } from '../domain/directory.ts';
import { type Day, dayOf, type Instant } from '../domain/time.ts';
import { drawGroupDigest } from '../views/digest.ts';
import { drawHealthReport } from '../views/health-report.ts';
import { drawDaySummary } from '../views/summary.ts';
import type { Drawn } from './drawn.ts';
import { drop, message } from './drawn.ts';

type Draw = (deps: Deps, tx: Tx, row: OutboxRow, now: Instant) => Promise<Drawn>;

interface Payload {
  chatId?: string;
  openId?: string;
  day: Day;
  late: boolean;
}

export const PERIODIC_DRAW: Record<string, Draw> = {
  'group-digest': (deps, tx, row, now) => drawForGroup(deps, tx, row, now, drawGroupDigest),
  'daily-summary': (deps, tx, row, now) => drawForGroup(deps, tx, row, now, drawDaySummary),
  'health-report': async (deps, tx, row, now) => {
    const payload = row.payload as unknown as Payload;
    const directory = await deps.directory.get(tx);
    if (isOver(payload.day, directory, now)) return drop('day-over');
    const to = await reachable(tx, payload);
    if (!to) return drop('group-gone');
    return message(await drawHealthReport(tx, payload, { now, directory, demo: deps.demo }), to);
  },
  'audit-report': async (deps, tx, row, now) => {
    const payload = row.payload as unknown as Payload & { findings: Finding[] };
    const to = await reachable(tx, payload);
    if (!to) return drop('group-gone');
    const directory = await deps.directory.get(tx);
    const context = { now, directory, demo: deps.demo, people: new Map() };
    return message(auditCard(payload.findings, context), to);
  },
};

async function drawForGroup(
  deps: Deps,
  tx: Tx,
  row: OutboxRow,
  now: Instant,
  draw: typeof drawGroupDigest,
): Promise<Drawn> {
  const { chatId = '', day, late } = row.payload as unknown as Payload;
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
async function reachable(tx: Tx, { chatId, openId }: Payload) {
  if (openId !== undefined) return { openId };
  const chat = chatId === undefined ? undefined : await loadChat(tx, chatId);
  return chat && !chat.unreachable ? { chatId: chat.id } : undefined;
}
