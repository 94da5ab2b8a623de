/**
 * The same question as many people put it. Each block of questions-reworded.txt is a reading and the questions that have it,
 * set down by people who had seen neither the words nor the grammar; all of a block must be read alike.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { toLeader } from './demo-place.ts';
import { readingLine } from './reading-line.ts';

const LINES = readFileSync(new URL('questions-reworded.txt', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n');
const BLOCKS: { means: string; said: string[] }[] = [];
for (const line of LINES) {
  if (line.startsWith('  ')) BLOCKS.at(-1)?.said.push(line.trim());
  else BLOCKS.push({ means: line, said: [] });
}

describe('in other words', () => {
  test('at least 1,400 wordings of 190 questions, each once', () => {
    const all = BLOCKS.flatMap(({ said }) => said);
    expect(BLOCKS.length).toBeGreaterThanOrEqual(190);
    expect(all.length).toBeGreaterThanOrEqual(1_400);
    expect(new Set(all).size).toBe(all.length);
  });

  test.each(BLOCKS.map(({ means, said }) => [said[0] ?? '', means, said] as const))(
    '%s → %s, however it is put',
    (_first, means, said) => {
      expect(said.filter((one) => readingLine(one, toLeader) !== means)).toEqual([]);
    },
  );
});
