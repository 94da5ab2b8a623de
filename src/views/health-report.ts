/** 健康自报: the morning's messages counted in the outbox itself, and everything 体检 looks at. */
import type { HealthItem } from '../cards/admin.ts';
import { healthReportCard } from '../cards/health.ts';
import type { Card } from '../cards/kit.ts';
import { shortInstant } from '../cards/moments.ts';
import type { Tx } from '../db/open.ts';
import { outboxCounts } from '../db/outbox.ts';
import { readWave } from '../db/wave.ts';
import type { Day } from '../domain/time.ts';
import { GROUP_DIGEST, PERSON_DIGEST } from '../kinds/messages.ts';
import { type Viewer, viewContext } from './context.ts';
import { readHealth } from './health.ts';

const DIGESTS: readonly string[] = [PERSON_DIGEST.kind, GROUP_DIGEST.kind];

export async function drawHealthReport(
  tx: Tx,
  report: { day: Day; late: boolean },
  base: Pick<Viewer, 'now' | 'directory' | 'demo'>,
): Promise<Card> {
  const context = await viewContext(tx, base, {});
  const first = [await readMorning(tx, report.day, base)];
  return healthReportCard({ first, items: await readHealth(tx, base), late: report.late }, context);
}

async function readMorning(
  tx: Tx,
  day: Day,
  base: Pick<Viewer, 'now' | 'directory' | 'demo'>,
): Promise<HealthItem> {
  const wave = await readWave(tx, 'morning', day);
  if (!wave) return { name: '今早晨报', value: '没有排出,请查看定时任务', ok: false };
  const ended = { sent: 0, waiting: 0, dropped: 0, dead: 0 };
  for (const { kind, state, count } of await outboxCounts(tx, wave.plannedAt)) {
    if (DIGESTS.includes(kind)) ended[state] += count;
  }
  const context = { ...base, people: new Map() };
  const late = wave.late ? `(${shortInstant(wave.plannedAt, context)} 补发)` : '';
  const counts = [
    `应发 ${wave.queued}`,
    `已发 ${ended.sent}`,
    ...(ended.dropped > 0 ? [`没有内容不发 ${ended.dropped}`] : []),
    ...(ended.waiting > 0 ? [`还在发 ${ended.waiting}`] : []),
    `失败 ${ended.dead}`,
  ];
  return {
    name: '今早晨报',
    value: `${counts.join(' · ')}${late}`,
    ok: ended.dead === 0 && ended.waiting === 0,
  };
}
