/** Since when there are figures, and the other of two plain readings, told beside what is counted. */
import { describe, expect, test } from 'vitest';
import { sixWithOneSigned } from '../support/asked-about.ts';
import { talkIn } from '../support/talk.ts';

const talk = talkIn(sixWithOneSigned);
const first = (told: string) => told.split('\n')[0];
const BEGINS = '本系统自11月12日起有登记，此前的没有数。';

describe('a time that begins before anything was logged', () => {
  test.each([
    '十月份解决了多少',
    '国庆以来登记了几件',
    '今年办结了几件',
    '上个月的办结率',
    '11月10号登记了几件',
  ])('%s: since when there are figures', async (said) => expect(await talk(said)).toContain(BEGINS));

  test('what goes on from a figure says so, too', async () =>
    expect(await talk('本月办结率', '上个月的呢')).toContain(BEGINS));

  test.each(['本月登记了几件', '昨天登记了几件', '上周登记了几件', '11月15日以前登记的有几件'])(
    '%s: nothing is missing',
    async (said) => expect(await talk(said)).not.toContain('本系统自'),
  );

  test('a change that was said against no time is told week by week, one against a month is not', async () => {
    expect(first(await talk('逾期的问题最近是涨了还是降了'))).toContain('每周的期末逾期');
    expect(await talk('逾期的比上个月多了还是少了')).toContain('比不出多少');
  });
});

describe('two plain readings', () => {
  test('what came to a unit, and what it signed for', async () => {
    const told = await talk('自然资源局本月接了几件');
    expect(first(told)).toBe('资规局 · 本月登记 1 件');
    expect(told).toContain('如果问的是“资规局 · 本月签收过”，是 0 件。');
    expect(await talk('自然资源局本月登记了几件')).not.toContain('如果问的是');
  });

  test('so many days and more, and more than those', async () => {
    const told = await talk('逾期五天以上的有几件');
    expect(told).toContain('如果问的是超过 5 个工作日的，是 0 件。');
    expect(await talk('逾期超过三天的有几件')).not.toContain('如果问的是');
  });
});
