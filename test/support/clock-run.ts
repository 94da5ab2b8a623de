/** Runs the clock of one issue the way the engine does: from plan to plan. */
import type { Directory } from '../../src/domain/directory.ts';
import type { Issue } from '../../src/domain/issue.ts';
import { decideTick, planIssue } from '../../src/domain/ladder.ts';
import type { Rung } from '../../src/domain/model.ts';
import { at, town } from './town.ts';

/** One rung as it was heard; `people` without those who only hear that a level is empty. */
export interface Heard {
  at: number;
  rung: Rung;
  people: number[];
  reasons: string[];
}

/** Runs until nothing is owed up to `end` ('2026-12-31 00:00'). */
export function run(
  issue: Issue,
  end: string,
  directory: Directory = town,
): { issue: Issue; heard: Heard[] } {
  const heard: Heard[] = [];
  let state = issue;
  for (let steps = 0; steps < 100; steps++) {
    const { nextAt } = planIssue(state, directory);
    if (nextAt === null || nextAt > at(end)) return { issue: state, heard };
    const decision = decideTick(state, { now: nextAt, directory });
    if (!decision) throw new Error('a plan without a step');
    for (const event of decision.events) {
      if (event.verb !== 'rung') continue;
      const notices = decision.effects.flatMap((one) => (one.kind === 'notify' ? [one] : []));
      heard.push({
        at: nextAt,
        rung: event.detail.rung as Rung,
        people: notices
          .filter((one) => one.reason !== 'rung-empty')
          .map((one) => one.personId)
          .sort((a, b) => a - b),
        reasons: [...new Set(notices.map((one) => one.reason))],
      });
    }
    state = decision.issue;
  }
  throw new Error('the plan never ends');
}
