/** Words that narrow a figure are never skipped, and what turns or leaves out a part is read as it was meant or asked back. */
import { describe, expect, test } from 'vitest';
import { toLeader } from './demo-place.ts';
import { readingLine } from './reading-line.ts';

describe('what narrows or turns a question is kept or asked back', () => {
  test.each([
    ['书记点名的，还有几个没办完', 'back'],
    ['市长过问的 逾期几个', 'back'],
    ['市里督查的，红的有几个', 'back'],
    ['上级通报的，还有几个没办', 'back'],
    ['明天开会要用的，红的有几个', 'count | 红色'],
  ])('a clause in front that says which: %s → %s', (said, means) => {
    expect(readingLine(said, toLeader)).toBe(means);
  });

  test.each(['昨天会上讲的，办完了几个', '昨天督查，新增了几个问题'])(
    'a day that is past is not skipped: %s',
    (said) => {
      expect(readingLine(said, toLeader)).toBe('back');
    },
  );

  test.each([
    ['住建局 小王 还有几个没办完', 'back'],
    ['小王，红的有几个', 'count | 红色'],
  ])('a name between other words is whose they are: %s → %s', (said, means) => {
    expect(readingLine(said, toLeader)).toBe(means);
  });

  test.each([
    ['兴发项目没有红灯的问题有几个', 'back'],
    ['各单位没有红灯的有几件', 'back'],
    ['哪些单位没有红灯的超过3件', 'back'],
    ['哪些单位没有红灯', 'count by unit HAVING {"none":true} | 红色'],
    ['没有红灯的单位有几个', 'count by unit HAVING {"none":true} | 红色'],
  ])('没有 turns the light, or is asked back: %s → %s', (said, means) => {
    expect(readingLine(said, toLeader)).toBe(means);
  });

  test.each([
    ['除了挂账的，办结率是多少', 'rate closed | 不算已挂账'],
    ['除了挂账的，平均几天办结', 'duration average | 已销号'],
    ['除了挂账的本月新增了几个', 'count | 本月登记 · 不算已挂账'],
    ['除了挂账的还有几件', 'count | 未销号（不算已挂账）'],
  ])('a state left out is left out of what is counted: %s → %s', (said, means) => {
    expect(readingLine(said, toLeader)).toBe(means);
  });

  test('a unit that is named anew is left out no longer', () => {
    expect(readingLine('除了住建局逾期的有几件，那住建局呢', toLeader)).toBe(
      'count 不算住建局 · 逾期 ‖ count 住建局 · 逾期',
    );
  });
});
