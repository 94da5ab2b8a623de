/** What is said beside a question, taken back, or quoted. */
import { describe, expect, test } from 'vitest';
import { isAside } from '../../src/language/asides.ts';
import { corrected } from '../../src/language/corrections.ts';
import { readPhrase } from '../../src/language/phrase.ts';
import { reworded } from '../../src/language/reworded.ts';
import { toLeader } from '../commands/demo-place.ts';

describe('how often it was urged is no aside', () => {
  test.each([
    ['书记催过三次', false],
    ['企业催了好几次', false],
    ['市里催办了两回', false],
    ['人家老总问了我好几遍了', true],
    ['市里催得紧', true],
  ])('%s', (said, aside) => {
    expect(isAside(said, toLeader)).toBe(aside);
  });
});

test('nothing is said to be left out that stands there again', () => {
  expect(corrected('现在红灯几个 红灯不对 黄灯几个', toLeader)).toBeUndefined();
  expect(corrected('红灯不对 黄灯几个', toLeader)).toMatchObject({ wrong: '红灯' });
});

test('what is quoted stays as it was said', () => {
  const said = '有没有写着“签收这个动作 大家平均要多久才点”的问题';
  expect(reworded(readPhrase(said)).text).toBe(said);
});
