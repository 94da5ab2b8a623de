import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { callOf, inPrivate, NOW, say } from './place.ts';

// Wednesday 2026-11-18 10:00.
const at = (words: string) => Date.parse(`${words.replace(' ', 'T')}:00+08:00`);

describe('静默', () => {
  test.each([
    ['静默 到 14:00', '2026-11-18 14:00'],
    ['静默到14:00', '2026-11-18 14:00'],
    ['静默 到 下午两点', '2026-11-18 14:00'],
    ['静默2小时', '2026-11-18 12:00'],
    ['静默 两个小时', '2026-11-18 12:00'],
    ['静默 半小时', '2026-11-18 10:30'],
    ['静默 一个半小时', '2026-11-18 11:30'],
    ['静默 30分钟', '2026-11-18 10:30'],
    ['免打扰 到 下班', '2026-11-18 17:30'],
    // A day means its morning, so that the digest of that day comes.
    ['静默 到 明天', '2026-11-19 08:00'],
    ['静默 明天下午两点', '2026-11-19 14:00'],
    ['静默 3天', '2026-11-21 08:00'],
    ['静默 到 12月1日', '2026-12-01 08:00'],
    ['静默 今天', '2026-11-19 00:00'],
    ['静默 到 今天下班', '2026-11-18 17:30'],
  ])('%s lasts until %s', (text, until) => {
    expect(callOf('mute-me', say(text)).until).toBe(at(until));
  });

  test.each([
    ['静默', 'state'],
    ['静默。', 'state'],
    ['静默 取消', 'off'],
    ['取消静默', 'off'],
    ['静默结束', 'off'],
  ])('%s', (text, until) => {
    const match = say(text);

    expect(callOf('mute-me', match).until).toBe(until);
  });

  test('an hour that is over and words that are no time are asked back; everyday talk is none of it', () => {
    expect(say('静默 到 9:00')).toMatchObject({ kind: 'misuse' });
    expect(say('静默 到 天荒地老')).toMatchObject({ kind: 'misuse' });
    expect(say('静默管理期间能施工吗').kind).toBe('unknown');
  });
});

describe('不再提醒', () => {
  test('of one issue, and back', () => {
    expect(callOf('mute', say('不再提醒 #12')).issueId).toBe(12);
    expect(callOf('mute', say('#12 别再提醒')).issueId).toBe(12);
    expect(callOf('unmute', say('恢复提醒 #12')).issueId).toBe(12);
    expect(callOf('resume', say('恢复 #12')).issueId).toBe(12);
  });
});

describe('快报', () => {
  test('daily, weekly or how it stands', () => {
    expect(callOf('digest-rhythm', say('快报 每周')).rhythm).toBe('weekly');
    expect(callOf('digest-rhythm', say('快报 每天')).rhythm).toBe('daily');
    expect(callOf('digest-rhythm', say('快报')).rhythm).toBeNull();
    expect(say('快报 每小时')).toMatchObject({ kind: 'misuse' });
  });
});

describe('交接', () => {
  const li = { openId: 'ou_李四', name: null };
  const none = { openId: null, name: null };
  test.each([
    ['交接 11/23-11/27 给 @李四', '2026-11-23', '2026-11-27', none, li],
    ['交接11月23日到11月27日给@李四', '2026-11-23', '2026-11-27', none, li],
    ['交接 从11月23日至27日 给 @李四', '2026-11-23', '2026-11-27', none, li],
    ['交接 11-23 到 11-27 交给 @李四', '2026-11-23', '2026-11-27', none, li],
    ['交接 2026-11-23 至 2026-11-27 给 @李四', '2026-11-23', '2026-11-27', none, li],
    ['交接 11.23~11.27 给@李四', '2026-11-23', '2026-11-27', none, li],
    ['交接 12/28-1/5 给 @李四', '2026-12-28', '2027-01-05', none, li],
    ['交接 今天到周五 给 @李四', '2026-11-18', '2026-11-20', none, li],
    ['交接 下周一到下周五 给 @李四', '2026-11-23', '2026-11-27', none, li],
    ['交接 明天 给 @李四', '2026-11-19', '2026-11-19', none, li],
    ['交接 给 @李四 到 12月5日', '2026-11-18', '2026-12-05', none, li],
    ['交接 给 李四 到 12月5日', '2026-11-18', '2026-12-05', none, { openId: null, name: '李四' }],
    ['交接 给李四到12月5日', '2026-11-18', '2026-12-05', none, { openId: null, name: '李四' }],
    ['交接 3天 给 @李四', '2026-11-18', '2026-11-20', none, li],
    ['交接 三天 给 李四', '2026-11-18', '2026-11-20', none, { openId: null, name: '李四' }],
    ['交接 给 @李四 3个工作日', '2026-11-18', '2026-11-20', none, li],
    ['交接 一周 给 @李四', '2026-11-18', '2026-11-24', none, li],
    ['交接 本周 给 @李四', '2026-11-18', '2026-11-20', none, li],
    ['交接 下周 给 @李四', '2026-11-23', '2026-11-27', none, li],
    ['交接 周末 给 @李四', '2026-11-21', '2026-11-22', none, li],
    ['交接 本月 给 @李四', '2026-11-18', '2026-11-30', none, li],
    ['交接 12月 给 @李四', '2026-12-01', '2026-12-31', none, li],
    ['交接 从明天起3天 给 @李四', '2026-11-19', '2026-11-21', none, li],
    ['交接 3天后 给 @李四', '2026-11-21', '2026-11-21', none, li],
    ['交接 11/23-11/27 由 @李四 代办', '2026-11-23', '2026-11-27', none, li],
    ['交接 @张三 11/23-11/27 给 @李四', '2026-11-23', '2026-11-27', { openId: 'ou_张三', name: null }, li],
    [
      '交接 张三 11/23-11/27 给 李四',
      '2026-11-23',
      '2026-11-27',
      { openId: null, name: '张三' },
      { openId: null, name: '李四' },
    ],
  ])('%s', (text, fromDay, untilDay, person, deputy) => {
    expect(callOf('handover', say(text)).asked).toEqual({ fromDay, untilDay, person, deputy });
  });

  test('after hours today is still today', () => {
    const evening = { ...inPrivate, now: at('2026-11-18 18:30') };
    const read = callOf('handover', say('交接 今天到周五 给 @李四', { context: evening }));
    expect(read.asked).toMatchObject({ fromDay: '2026-11-18', untilDay: '2026-11-20' });
  });

  test.each([
    '交接 给 @李四',
    '交接 11/23-11/27',
    '交接 2月30日 给 @李四',
    '交接 两三天 给 @李四',
    '交接 11/27-11/23 给 @李四 马上',
    '交接 2026-11-10 到 2026-11-27 给 @李四',
  ])('%s is asked back', (text) => {
    expect(say(text).kind).toBe('misuse');
  });

  test('alone it shows，取消 takes back, with a day that one; a shift handed over is no command', () => {
    expect(callOf('handover', say('交接')).asked).toBeNull();
    expect(callOf('handover-cancel', say('交接 取消'))).toMatchObject({ day: null, person: none });
    expect(callOf('handover-cancel', say('取消交接'))).toMatchObject({ day: null, person: none });
    expect(callOf('handover-cancel', say('交接 取消 11/23')).day).toBe('2026-11-23');
    expect(callOf('handover-cancel', say('交接 取消 @张三')).person).toEqual({
      openId: 'ou_张三',
      name: null,
    });
    expect(say('交接班记录在哪').kind).toBe('unknown');
  });

  test('whatever is written, it is read without an exception, and a handover never ends before it begins', () => {
    const piece = fc.constantFrom(
      '交接',
      '静默',
      '快报',
      '取消',
      ' ',
      '到',
      '-',
      '至',
      '给',
      '由',
      '@李四',
      '@张三',
      '李四',
      '11/23',
      '11月27日',
      '15日',
      '2月30日',
      '今天',
      '周五',
      '下周一',
      '14:00',
      '2小时',
      '半',
      '每周',
      '\uE000',
      '　',
      '😀',
      '2026-11-23',
    );
    const text = fc.oneof(
      fc.array(piece, { maxLength: 14 }).map((parts) => parts.join('')),
      fc.string({ unit: 'binary', maxLength: 60 }).map((rest) => `交接 ${rest}`),
      fc.string({ unit: 'grapheme', maxLength: 60 }).map((rest) => `静默 ${rest}`),
    );
    fc.assert(
      fc.property(text, (words) => {
        const match = say(words);
        if (match.kind !== 'call') return;
        const { call } = match;
        if (call.name === 'handover' && call.asked) {
          expect(call.asked.untilDay >= call.asked.fromDay).toBe(true);
          expect(call.asked.deputy.openId ?? call.asked.deputy.name).toBeTruthy();
        }
        if (call.name === 'mute-me' && typeof call.until === 'number')
          expect(call.until).toBeGreaterThan(NOW);
      }),
      { numRuns: 300 },
    );
  });
});
