import { describe, expect, test } from 'vitest';
import { correctionIn, droppedIn, freedIn } from '../../src/language/lexicon/correcting.ts';

const TAKEN_BACK = ['不对，', '不是，', '错了，', '说错了 ', '哦不对 ', '我搞错了，', ''];
const MEANT = ['我问的是', '我要的是', '我是问', '应该是', '我指的是'];
const INSTEAD = ['资规局的', '本季度的', '逾期的', '楚能', '所有项目的供电'];

test.each(
  TAKEN_BACK.flatMap((back) => MEANT.flatMap((means) => INSTEAD.map((rest) => [back + means + rest, rest]))),
)('%s', (said, rest) => {
  expect(correctionIn(said)?.rest).toBe(rest);
});

describe('what is said instead', () => {
  test.each([
    ['不是12 是21号', { rest: '21号', number: 21, gone: '12' }],
    ['不是资规局，是住建局', { rest: '住建局', gone: '资规局' }],
    ['今年的吗 我要看本季度的', { rest: '本季度的' }],
    ['不看红的了,看黄的', { rest: '黄的' }],
    ['错了错了 是交通局的', { rest: '交通局的' }],
  ])('%s', (said, meant) => {
    expect(correctionIn(said)).toEqual(meant);
  });

  test.each([
    '不是红的有几个',
    '我的',
    '不满意的几件',
    '有没有逾期的',
    '是哪个单位的',
    '应该到期的几件',
    '错误的几件',
  ])('%s takes nothing back', (said) => {
    expect(correctionIn(said)).toBeUndefined();
  });

  test('of all, and no longer', () => {
    expect(freedIn('所有项目的供电')).toEqual({ kinds: ['projectIds'], rest: '供电' });
    expect(freedIn('供电的')).toBeUndefined();
    expect(droppedIn('不看红的了')).toBe('红的');
    expect(droppedIn('不看红的了,看黄的')).toBeUndefined();
  });
});
