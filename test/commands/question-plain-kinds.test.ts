/** Kinds of standing questions in plain words: what is read of each. */
import { expect, test } from 'vitest';
import { toLeader } from './demo-place.ts';
import { PLAIN_KINDS } from './questions-plain-kinds.ts';
import { readingLine } from './reading-line.ts';

test.each(PLAIN_KINDS)('%s → %s', (said, means) => expect(readingLine(said, toLeader)).toBe(means));
