/** Files that take longest begin first, so that at the end no core waits for one of them. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const ROOT = join(import.meta.dirname, '../..');

/** Longest first, per project; whoever adds a file that takes ten seconds alone names it here. */
const LONGEST = [
  'test/sim/page.browser.test.ts',
  'test/bench/clock.test.ts',
  'test/node/replicas.test.ts',
  'test/bench/quick.test.ts',
  'test/soak/short.test.ts',
  'test/node/service.test.ts',
  'test/browser/demo.browser.test.ts',
  'test/demo/play.test.ts',
  'test/demo/folder.test.ts',
  'test/stories/clock-property.test.ts',
  'test/ops/backup.test.ts',
  'test/node/stop.test.ts',
  'test/node/longconn.test.ts',
  'test/domain/ladder-plan.test.ts',
  'test/stories/approval.test.ts',
  'test/stories/calendar-holidays.test.ts',
  'test/ops/doctor.test.ts',
  'test/stories/delivery-cards.test.ts',
  'test/stories/turn-call.test.ts',
  'test/stories/morning.test.ts',
  'test/stories/calendar-recount.test.ts',
  'test/stories/rights.test.ts',
  'test/stories/meeting-pack.test.ts',
  'test/security/every-command.test.ts',
  'test/stories/ladder.test.ts',
  'test/stories/daily.test.ts',
  'test/stories/bulletin.test.ts',
  'test/stories/delivery.test.ts',
  'test/stories/text.test.ts',
  'test/stories/personal.test.ts',
].map((file) => join(ROOT, file));

function rankOf({ moduleId }: TestSpecification): number {
  const rank = LONGEST.indexOf(moduleId);
  return rank === -1 ? LONGEST.length : rank;
}

/** Vitest's own order, by size in a clean clone and by the last run's times elsewhere, but for the files above. */
export class LongestFirst extends BaseSequencer {
  /** @throws Error when a file named above is gone */
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const missing = LONGEST.filter((file) => !existsSync(file));
    if (missing.length > 0)
      throw new Error(`longest-first.ts names files that are gone: ${missing.join(', ')}`);
    const projects = new Map<string, TestSpecification[]>();
    for (const one of await super.sort(files)) {
      const of = projects.get(one.project.name) ?? [];
      projects.set(one.project.name, [...of, one]);
    }
    return [...projects.values()].flatMap((of) => of.toSorted((a, b) => rankOf(a) - rankOf(b)));
  }
}
