/** What a word of the task force means is told; what asks for problems that bear it is not taken for it. */
import { describe, expect, test } from 'vitest';
import { termText } from '../../src/cards/words-terms.ts';
import { DEFAULT_RULES } from '../../src/domain/model.ts';
import { TERMS } from '../../src/domain/term.ts';
import { termAsked } from '../../src/language/lexicon/terms.ts';
import { toLeader } from './demo-place.ts';
import { readingLine } from './reading-line.ts';

describe('the meaning of a word', () => {
  test.each([
    ['红灯是什么意思', 'red'],
    ['超几天算红', 'red'],
    ['什么情况亮黄灯', 'yellow'],
    ['什么是蓝灯', 'blue'],
    ['按时率怎么算的', 'on-time-rate'],
    ['办结率怎么算', 'closed-rate'],
    ['满意率的口径是什么', 'satisfied-rate'],
    ['请问反弹率是什么意思', 'reopened-rate'],
    ['挂账是啥', 'paused'],
    ['什么叫销号', 'closed'],
    ['谁能销号', 'who-closes'],
    ['逾期怎么算天数', 'overdue'],
    ['周末算不算时限', 'workdays'],
    ['节假日算不算', 'workdays'],
    ['晴雨是什么意思', 'weather'],
    ['什么是联合攻坚', 'joint'],
    ['当场解决是什么意思', 'on-the-spot'],
  ])('%s → %s', (said, term) => {
    expect(termAsked(said)).toBe(term);
  });

  test.each([
    ['挂账的是啥', 'list | 已挂账'],
    ['红灯是啥', 'list | 红色'],
    ['办结率是多少', 'rate closed | 全部'],
    ['红的有几个', 'count | 红色'],
    ['逾期的怎么样了', 'progress | 逾期'],
  ])('%s asks for what there is', (said, means) => {
    expect(readingLine(said, toLeader)).toBe(means);
  });

  test.each([...TERMS])('%s has a sentence, with the numbers of the rules', (term) => {
    const text = termText(term, { ...DEFAULT_RULES, yellowDays: 4, nearDueDays: 7 });
    expect(text).toMatch(/^[^\n]{8,120}。$/u);
    if (term === 'red' || term === 'yellow') expect(text).toContain('4 个工作日');
    if (term === 'blue') expect(text).toContain('7 个工作日');
  });
});
