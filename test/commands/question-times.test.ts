/** Days and what stood on them; and that a bare time, after a question, asks the same of another time. */
import { describe, expect, test } from 'vitest';
import { filterOf } from '../../src/language/filter-of.ts';
import { readPhrase } from '../../src/language/phrase.ts';
import { scanHeard } from '../../src/language/sounds.ts';
import { goOn, topicOf } from '../../src/language/topic.ts';
import { toLeader } from './demo-place.ts';
import { TIMES } from './questions-times.ts';
import { readingLine } from './reading-line.ts';

const scan = (said: string) => scanHeard(readPhrase(said), toLeader);
const onwards = (before: string, now: string) => filterOf(goOn(topicOf(scan(before)), scan(now)), toLeader);

describe('days', () => {
  test('each stands once', () => expect(new Set(TIMES.map(([said]) => said)).size).toBe(TIMES.length));
  test.each(TIMES)('%s → %s', (said, means) => expect(readingLine(said, toLeader)).toBe(means));
});

describe('a bare time keeps what was counted', () => {
  const WHOSE = ['', '水利局', '楚能', '环评类', '刘敏'];
  const OVER = ['昨天', '上周', '上个月', '上周五', '11月10日'];
  const NOW = ['今天', '本周', '这个月', '前天', '今年'];
  const WHAT = ['几件', '有几件问题', '新增几件', '办结几件', '转办几件', '签收几件', '退回几件', '到期几件'];
  const CLOCKS = [
    'loggedFrom',
    'closedFrom',
    'stepFrom',
    'dueFrom',
    'step',
    'unitIds',
    'projectIds',
  ] as const;
  const kept = (filter: ReturnType<typeof onwards>) => CLOCKS.filter((key) => filter[key] !== undefined);

  test.each(OVER)('%s', (over) => {
    for (const whose of WHOSE)
      for (const what of WHAT)
        for (const now of NOW) {
          const said = `${whose}${over}${what}`;
          expect([said, now, kept(onwards(said, now))]).toEqual([
            said,
            now,
            kept(filterOf(scan(said), toLeader)),
          ]);
        }
  });

  test('what is to come fell due, and came not', () => {
    for (const over of OVER) {
      expect(onwards(`${over}几件`, '下周').dueFrom).toBeDefined();
      const then = topicOf(goOn(topicOf(scan(`${over}几件`)), scan('本周')));
      expect(filterOf(goOn(then, scan('下周')), toLeader).dueFrom).toBeDefined();
    }
  });

  test('how it stood on one day, then on another or now', () => {
    for (const then of OVER.filter((one) => one !== '上个月')) {
      expect(onwards(`${then}在办几件`, '昨天').asOf).toBe('2026-11-17');
      expect(onwards(`${then}在办几件`, '今天')).toEqual(filterOf(scan('在办几件'), toLeader));
    }
  });
});
