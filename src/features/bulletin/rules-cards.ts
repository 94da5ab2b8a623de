/** 红黄牌 by the chosen rule set, and how a month stands beside the one before. Pure. */
import type { BeforeFigures, BulletinPayload, RuledCard } from '../../domain/bulletin.ts';
import { doneOn, type LinkRow } from '../../domain/plan/link-row.ts';
import { CONSTRUCTION, type PlannedStep } from '../../domain/plan/model.ts';
import { behindColor, paceColor, type RuleSetRule, ruleSetOf } from '../../domain/rule-sets.ts';
import type { Day } from '../../domain/time.ts';

/** What a unit should have done by now, and has. */
export interface PaceCount {
  unitId: number;
  due: number;
  done: number;
}

export function paceCards(counts: readonly PaceCount[], rule: RuleSetRule & { by: 'pace' }): RuledCard[] {
  return sorted(
    counts.flatMap(({ unitId, due, done }) => {
      const color = paceColor(done, due, rule);
      return color === null ? [] : [{ of: 'unit' as const, id: unitId, color, done, due, all: due }];
    }),
  );
}

/**
 * Projects with an agreed plan: steps that should be done by the day, and steps that are, each as a share of all its
 * steps. Left out are links that do not concern the project, 施工 (it has no end of its own), and excused ones that
 * are not done.
 */
export function behindCards(
  plans: ReadonlyMap<number, readonly PlannedStep[]>,
  links: readonly LinkRow[],
  day: Day,
  timeZone: string,
  rule: RuleSetRule & { by: 'behind' },
): RuledCard[] {
  const byCode = new Map(links.map((link) => [`${link.projectId} ${link.code}`, link]));
  const cards = [...plans].flatMap(([projectId, steps]): RuledCard[] => {
    const counted = steps.flatMap((step) => {
      const link = step.code === CONSTRUCTION ? undefined : byCode.get(`${projectId} ${step.code}`);
      const runs = link?.item != null && link.item.status !== 'closed';
      if (!link || (link.unconcerned && !runs)) return [];
      const finished = doneOn(link, timeZone);
      const done = finished !== null && finished <= day;
      return !done && link.item?.excused ? [] : [{ done, due: step.finish <= day }];
    });
    const done = counted.filter((one) => one.done).length;
    const due = counted.filter((one) => one.due).length;
    const color = behindColor(done, due, counted.length, rule);
    return color === null ? [] : [{ of: 'project', id: projectId, color, done, due, all: counted.length }];
  });
  return sorted(cards);
}

/** The worst first. */
function sorted(cards: readonly RuledCard[]): RuledCard[] {
  const lack = ({ due, done, all }: RuledCard) => (due - done) / all;
  return cards.toSorted(
    (a, b) => Number(b.color === 'red') - Number(a.color === 'red') || lack(b) - lack(a) || a.id - b.id,
  );
}

/** How many units or projects have a red and how many a yellow card; one with both counts as red. */
export function countCards({
  rules,
  plates,
  cards = [],
}: Pick<BulletinPayload, 'rules' | 'plates' | 'cards'>): {
  red: number;
  yellow: number;
} {
  const colors =
    ruleSetOf(rules.ruleSet).rule.by === 'light'
      ? plates.map((plate) => (plate.red.length > 0 ? 'red' : 'yellow'))
      : cards.map(({ color }) => color);
  const red = colors.filter((color) => color === 'red').length;
  return { red, yellow: colors.length - red };
}

/** Cards of the month before, where they were given by the same rule set. */
export function cardsBefore(
  before: BulletinPayload | undefined,
  rules: BulletinPayload['rules'],
): BeforeFigures['cards'] {
  if (!before || ruleSetOf(before.rules.ruleSet).name !== ruleSetOf(rules.ruleSet).name) return null;
  return countCards(before);
}
