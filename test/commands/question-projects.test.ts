/** Questions about projects, their nodes and whose they are, each with what it is read as. */
import { describe, expect, test } from 'vitest';
import { toLeader } from './demo-place.ts';
import { PROJECT_QUESTIONS, UNLIKE } from './questions-projects.ts';
import { readingLine } from './reading-line.ts';

describe('projects by their nodes, their weather, their people', () => {
  test('no question stands in the table twice', () => {
    const said = [...PROJECT_QUESTIONS, ...UNLIKE].map(([one]) => one);
    expect(new Set(said).size).toBe(said.length);
    expect(PROJECT_QUESTIONS.length).toBeGreaterThan(40);
  });

  test.each(PROJECT_QUESTIONS)('%s → %s', (said, means) => {
    expect(readingLine(said, toLeader)).toBe(means);
  });
});

describe('what sounds alike and asks for something else is read as that, or asked back', () => {
  test.each(UNLIKE)('%s → %s', (said, means) => {
    expect(readingLine(said, toLeader)).toBe(means);
  });
});
