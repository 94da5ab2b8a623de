import { describe, expect, test } from 'vitest';
import { toLeader } from './demo-place.ts';
import { NODES_FREE } from './questions-nodes.ts';
import { readingLine } from './reading-line.ts';

describe('nodes and links in words of everyday', () => {
  test.each(NODES_FREE)('%s → %s', (said, means) => {
    expect(readingLine(said, toLeader)).toBe(means);
  });
});
