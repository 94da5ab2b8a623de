/** 红黄牌 of a month by the chosen rule set, reckoned from what is stored. */
import { listLinkRows } from '../../db/link-rows.ts';
import type { Tx } from '../../db/open.ts';
import { agreedPlans } from '../../db/plan.ts';
import { countPeriod } from '../../db/stats.ts';
import type { BeforeFigures, BulletinPayload, RuledCard } from '../../domain/bulletin.ts';
import type { Directory } from '../../domain/directory.ts';
import { ruleSetOf } from '../../domain/rule-sets.ts';
import { percent } from '../../domain/stats.ts';
import { addMonths, type Day, dayOf, type Instant, instantAt } from '../../domain/time.ts';
import { behindCards, cardsBefore, paceCards } from './rules-cards.ts';
import { findBulletin } from './store.ts';
import { countPace, listExempt } from './store-cards.ts';

interface Month {
  areaId: number;
  areaIds: readonly number[];
  from: Instant;
  /** Exclusive. */
  until: Instant;
}

/** By 本系统默认 there are none: its cards are the lights. */
export async function loadCards(
  tx: Tx,
  { areaIds, from, until }: Month,
  rules: BulletinPayload['rules'],
  directory: Directory,
): Promise<Pick<BulletinPayload, 'cards' | 'exempt'>> {
  const { rule } = ruleSetOf(rules.ruleSet);
  const month = { areaIds, from, until };
  const exempt = await listExempt(tx, month, rule.by === 'behind' ? 'link' : 'problem');
  let cards: RuledCard[] = [];
  if (rule.by === 'pace') cards = paceCards(await countPace(tx, month), rule);
  if (rule.by === 'behind') {
    const { timeZone } = directory.settings;
    const projects = directory.liveProjects.filter((project) => areaIds.includes(project.areaId));
    const ids = projects.map((project) => project.id);
    const plans = new Map([...(await agreedPlans(tx, ids))].map(([id, { payload }]) => [id, payload.steps]));
    const links = await listLinkRows(tx, [...plans.keys()]);
    cards = behindCards(plans, links, dayOf(until - 1, timeZone), timeZone, rule);
  }
  return { cards, exempt };
}

/** The month before, in the same area. @param month its first day */
export async function loadBefore(
  tx: Tx,
  { areaId, areaIds }: Month,
  month: Day,
  rules: BulletinPayload['rules'],
  timeZone: string,
): Promise<BeforeFigures> {
  const before = addMonths(month, -1);
  const span = { from: instantAt(before, '00:00', timeZone), until: instantAt(month, '00:00', timeZone) };
  const counts = await countPeriod(tx, { areaIds, ...span, timeZone });
  const drafted = await findBulletin(tx, [areaId], before);
  return {
    raised: counts.raised,
    closed: counts.closed,
    onTimeRate: percent(counts.onTime, counts.rated),
    cards: cardsBefore(drafted?.payload, rules),
  };
}
