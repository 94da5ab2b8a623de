/** What is denied, and what else would be lost without a word. */
import { describe, expect, test } from 'vitest';
import { matchCommand } from '../../src/commands/match.ts';
import { TABLE } from '../support/table.ts';
import { toLeader } from './demo-place.ts';
import { DENIED } from './questions-denied.ts';
import { readingLine } from './reading-line.ts';

describe('what is denied', () => {
  test('each stands once', () => expect(new Set(DENIED.map(([said]) => said)).size).toBe(DENIED.length));

  test.each(DENIED)('%s → %s', (said, means) => expect(readingLine(said, toLeader)).toBe(means));

  test.each(
    ['没', '没有', '还没有', '没能', '未', '尚未', '没法', '不能', '没有按时', '还没能'].flatMap((not) =>
      ['完成', '办完', '办结', '走完', '通过'].map((done) => `本月${not}${done}的环节有哪些`),
    ),
  )('%s: never what was done', (said) => expect(readingLine(said, toLeader)).not.toMatch(/"is":"done"/));
});

test('what is to be added up is said to be', () => {
  const read = (text: string) => {
    const match = matchCommand({ text, mentions: [], context: toLeader }, TABLE);
    return match.kind === 'call' && match.call.name === 'ask' ? match.call.sum : undefined;
  };
  expect(read('锂电和化工一共有几件')).toBe(true);
  expect(read('锂电和化工加起来几件')).toBe(true);
  expect(read('锂电和化工各有几件')).toBeUndefined();
});
