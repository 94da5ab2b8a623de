/** Plans, links left, weather, branches and files in the words of many. */
import { describe, expect, test } from 'vitest';
import { readBare } from '../../src/commands/without-asides.ts';
import { TABLE } from '../support/table.ts';
import { toLeader } from './demo-place.ts';
import { PROJECTS_SAID } from './questions-projects-said.ts';
import { readingLine } from './reading-line.ts';

describe('plans, weather and files as they are said', () => {
  test('each stands once', () =>
    expect(new Set(PROJECTS_SAID.map(([said]) => said)).size).toBe(PROJECTS_SAID.length));

  test.each(PROJECTS_SAID)('%s → %s', (said, means) => {
    const { text, match } = readBare({ text: said, mentions: [], context: toLeader }, TABLE);
    expect(match.kind === 'unknown' ? 'back' : readingLine(text, toLeader)).toBe(means);
  });
});
