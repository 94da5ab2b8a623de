/** What leaders ask without a question before it, in other words than the tables had. */
import { expect, test } from 'vitest';
import { toLeader } from './demo-place.ts';
import { STANDING3 } from './questions-standing3.ts';
import { readingLine } from './reading-line.ts';

test('each stands once', () => expect(new Set(STANDING3.map(([said]) => said)).size).toBe(STANDING3.length));

test.each(STANDING3)('%s → %s', (said, means) => {
  expect(readingLine(said, toLeader)).toBe(means);
});

/** Whatever follows the count of those rated, 满意 alone is never both. */
test.each(
  ['今年', '本月', '上周', '这周'].flatMap((time) => ['几件', '多少件', '几个'].map((many) => [time, many])),
)('%s企业评价了%s', (time, many) => {
  expect(readingLine(`${time}企业评价了${many} 满意的${many}`, toLeader)).toContain('不含基本满意');
});
