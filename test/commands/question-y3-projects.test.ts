/** Projects, links, days, weather and files in colleagues' words. */
import { describe, expect, test } from 'vitest';
import { readBare } from '../../src/commands/without-asides.ts';
import { TABLE } from '../support/table.ts';
import { toLeader } from './demo-place.ts';
import { PROJECTS_REWORDED } from './questions-y3-projects.ts';
import { readingLine } from './reading-line.ts';

describe('projects reworded', () => {
  test('each stands once', () =>
    expect(new Set(PROJECTS_REWORDED.map(([said]) => said)).size).toBe(PROJECTS_REWORDED.length));

  test.each(PROJECTS_REWORDED)('%s → %s', (said, means) => {
    const { text, match } = readBare({ text: said, mentions: [], context: toLeader }, TABLE);
    expect(match.kind === 'unknown' ? 'back' : readingLine(text, toLeader)).toBe(means);
  });
});
