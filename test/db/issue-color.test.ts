import fc from 'fast-check';
import { expect, test } from 'vitest';
import { insertIssue } from '../../src/db/issue.ts';
import { listIssues } from '../../src/db/issue-list.ts';
import { type LightColor, lightOf, lightThresholds } from '../../src/domain/lights.ts';
import { anyIssue } from '../support/any-issue.ts';
import { at, town, ZONE } from '../support/town.ts';
import { describeOnBoth } from './each-database.ts';
import { makeDerived, makeIssue } from './world.ts';

const COLORS: LightColor[] = ['green', 'blue', 'yellow', 'red', 'paused', 'done', 'none'];

describeOnBoth('colours', (on) => {
  test('a list by colour finds exactly the issues whose card shows it, at any time', async () => {
    const drawn = fc.sample(anyIssue, { numRuns: 150, seed: 7 });
    const stored = await on.db.transaction(async (tx) => {
      const made = [];
      for (const one of drawn) {
        const { areaId, projectId, unitId, reporterId } = makeIssue(on.world);
        const issue = { ...one, areaId, projectId, unitId, reporterId };
        const { blueAt, yellowAt, redAt } = lightThresholds(issue, town);
        made.push(await insertIssue(tx, issue, makeDerived({ blueAt, yellowAt, redAt })));
      }
      return made;
    });
    for (const day of ['2026-09-21', '2026-09-30', '2026-10-09', '2026-10-12', '2026-11-02']) {
      const now = at(`${day} 12:00`);
      for (const color of COLORS) {
        const query = { filter: { colors: [color] }, scope: { all: true } as const, now, timeZone: ZONE };
        const found = await on.db.read((tx) => listIssues(tx, { ...query, page: 1, pageSize: 200 }));
        const shown = stored.filter((issue) => lightOf(issue, town, now).color === color);
        expect(found.issues.map(({ id }) => id).sort(), `${color} on ${day}`).toEqual(
          shown.map(({ id }) => id).sort(),
        );
      }
    }
  });
});
