/** Every text a user may read has the punctuation of GB/T 15834; what the demo says is held in test/demo/play. */
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { literalsOf } from './support/literals.ts';
import { halfWidthIn } from './support/punctuation.ts';

const ROOT = resolve(import.meta.dirname, '..');
const SPEAKING =
  '{src/{text,verbs,cards,features,views,commands,engine,db,http,demo,ops,sim/page}/**/*.ts,src/domain/*.ts,src/*.ts,scripts/*.ts}';

/** What a reader of words is made of: it takes either width, so it holds both. */
const READING =
  /^src\/(?:commands\/(?:read\/|match|prefix|question|take-number|quoted)|features\/[^/]+\/read)/;

const FILES = globSync(SPEAKING, { cwd: ROOT }).filter((file) => !READING.test(file));

describe('punctuation', () => {
  test('no text in the source has half-width punctuation beside Chinese', () => {
    expect(FILES.length).toBeGreaterThan(300);
    const found = FILES.flatMap((file) =>
      literalsOf(readFileSync(join(ROOT, file), 'utf8'))
        .flatMap(halfWidthIn)
        .map((text) => `${file}: ${text}`),
    );
    expect(found).toEqual([]);
  });

  test.each([
    ['已登记,等签收', 1],
    ['时限12月4日(周五)', 2],
    ['请写明,例如:报 事项', 2],
    ['是否属实?', 1],
    ['已登记，时限 12-04（周五）08:31', 0],
    ['见 [全部](https://a.b/c?d=1,2)，或发“清单”', 0],
    ['设置 上班 09:00', 0],
  ])('%s is found to have %i of them', (text, count) => {
    expect(halfWidthIn(text)).toHaveLength(count);
  });
});
