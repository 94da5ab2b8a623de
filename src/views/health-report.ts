/** 健康自报: the morning's messages counted in the outbox itself, and everything 体检 looks at. */
import type { HealthItem } from '../cards/admin.ts';
import { healthReportCard } from '../cards/health.ts';
import type { Card } from '../cards/kit.ts';
import { HOLIDAYS, MORNING_MISSING, morningItem, TEMPLATE_REVIEW } from '../cards/words-health.ts';
import { chosenTemplate } from '../db/link-template.ts';
import type { Tx } from '../db/open.ts';
import { outboxCounts } from '../db/outbox.ts';
import { readRun } from '../db/periodic-run.ts';
import { isFirstOfWeek } from '../domain/digest-recipients.ts';
import { isReviewTold } from '../domain/plan/review.ts';
import type { Day } from '../domain/time.ts';
import { GROUP_DIGEST, PERSON_DIGEST } from '../kinds/messages.ts';
import { shortInstant } from '../text/moments.ts';
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
  const weekly = isFirstOfWeek(report.day, base.directory.calendar);
  const { reviewedOn } = await chosenTemplate(tx);
  const quarterly = isReviewTold(reviewedOn, report.day, base.directory.calendar);
  const told = ({ name, ok }: HealthItem) =>
    ok || (name === HOLIDAYS ? weekly : name === TEMPLATE_REVIEW ? quarterly : true);
  const items = (await readHealth(tx, base)).filter(told);
  return healthReportCard({ first, items, late: report.late }, context);
}

async function readMorning(
  tx: Tx,
  day: Day,
  base: Pick<Viewer, 'now' | 'directory' | 'demo'>,
): Promise<HealthItem> {
  const run = await readRun(tx, 'morning', day);
  if (!run) return MORNING_MISSING;
  const ended = { sent: 0, waiting: 0, dropped: 0, dead: 0 };
  for (const { kind, state, count } of await outboxCounts(tx, run.plannedAt)) {
    if (DIGESTS.includes(kind)) ended[state] += count;
  }
  const context = { ...base, people: new Map() };
  return morningItem(run.queued, ended, run.late ? shortInstant(run.plannedAt, context) : undefined);
}
