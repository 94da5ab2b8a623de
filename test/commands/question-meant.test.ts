/** What was said is what is counted: stages, returns, purposes and superlatives that were mistaken for another. */
import { expect, test } from 'vitest';
import { toLeader } from './demo-place.ts';
import { MEANT } from './questions-meant.ts';
import { readingLine } from './reading-line.ts';

test.each(MEANT)('%s → %s', (said, means) => expect(readingLine(said, toLeader)).toBe(means));
