/** The same question said otherwise is read the same: one change, then two. Seeded. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBare } from '../../src/commands/without-asides.ts';
import { TABLE } from '../support/table.ts';
import { toLeader } from './demo-place.ts';
import {
  BESIDE_PROJECT,
  BESIDE_UNIT,
  CHANGED,
  HEADS,
  NOT_THE_SAME,
  PLAIN,
  SPANS,
  TAILS,
} from './questions-changed.ts';
import { readingLine } from './reading-line.ts';

const known = new Map<string, string>();

function read(said: string): string {
  const before = known.get(said);
  if (before !== undefined) return before;
  const { text, match } = readBare({ text: said, mentions: [], context: toLeader }, TABLE);
  const line = match.kind === 'unknown' ? 'back' : readingLine(text, toLeader);
  known.set(said, line);
  return line;
}

type Change = (said: string) => readonly string[];

const NAME_FIRST = /^(住建局|资规局|兴发|楚能|美利信)/u;

const besideNames =
  (names: RegExp, words: readonly string[]): Change =>
  (said) => {
    const name = names.exec(said)?.[0];
    return name === undefined ? [] : words.map((word) => said.replace(name, name + word));
  };
const spans: Change = (said) =>
  SPANS.flatMap((same) => {
    const word = same.find((one) => said.includes(one) && !said.includes('比'));
    return word === undefined ? [] : same.map((other) => said.replace(word, other));
  });

const CHANGES: Readonly<Record<string, Change>> = {
  head: (said) => HEADS.map((head) => head + said),
  tail: (said) => TAILS.map((tail) => said + tail),
  'beside a unit': besideNames(/住建局|资规局/u, BESIDE_UNIT),
  'beside a project': besideNames(/兴发|楚能|美利信/u, BESIDE_PROJECT),
  time: spans,
  topic: (said) =>
    /^(?:住建局|资规局|兴发|楚能|美利信)(?!和|的)/u.test(said) && !said.includes('退回')
      ? ['呢，', '，', '的话，'].map((mark) => said.replace(NAME_FIRST, `$1${mark}`))
      : [],
  number: (said) =>
    /(?:几个|几件)$/u.test(said) && !said.includes('比')
      ? ['多少个', '多少件', '几起', '多少起', '好多', '几桩'].map((many) => said.replace(/几[个件]$/u, many))
      : [],
};

describe('what does not change the question does not change what is read', () => {
  test.each(Object.entries(CHANGES))('%s', (_name, change) => {
    const lost = PLAIN.flatMap((said) => change(said).filter((other) => read(other) !== read(said)));
    expect(lost).toEqual([]);
  });

  test('two of them at once', () => {
    const one = fc.constantFrom(...Object.values(CHANGES));
    const at = fc.nat(1000);
    const pick = (change: Change, said: string, i: number) => {
      const all = change(said);
      return all[i % Math.max(1, all.length)] ?? said;
    };
    fc.assert(
      fc.property(fc.constantFrom(...PLAIN), one, one, at, at, (said, first, second, i, j) => {
        const other = pick(second, pick(first, said, i), j);
        fc.pre(first !== second && other.length < 60);
        expect([other, read(other)]).toEqual([other, read(said)]);
      }),
      { numRuns: 200, seed: 26 },
    );
  });

  test.each(NOT_THE_SAME)('%s is not %s', (said, other) => {
    expect(read(other)).not.toBe(read(said));
  });

  test.each(CHANGED)('%s → %s', (said, means) => {
    expect(read(said)).toBe(means);
  });
});
