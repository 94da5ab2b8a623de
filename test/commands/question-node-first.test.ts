/** The day, or how far it is from its plan, that the words ask for; where each project is stuck, which link is latest. */
import { describe, expect, test } from 'vitest';
import { nodesFirst } from '../../src/language/lexicon/node-frames.ts';
import { toLeader } from './demo-place.ts';
import { EACH_STUCK, FIRST, LATEST } from './questions-node-first.ts';
import { readingLine } from './reading-line.ts';

describe('what of a node comes first', () => {
  test.each(FIRST)('%s → %j', (said, first) => expect(nodesFirst(said)).toEqual(first));
});

describe('links of several projects', () => {
  test.each(EACH_STUCK)('%s: each by its own', (said) =>
    expect(readingLine(said, toLeader)).toBe('projects {"links":{}} | 全部'),
  );
  test.each(LATEST)('%s: by the days they are late, or take', (said) =>
    expect(readingLine(said, toLeader)).toMatch(
      /^projects \{"links":\{"rows":\{("is":"late","order":"late"|"order":"long")\}\}\} \| 全部$/,
    ),
  );
});
