import { describe, expect, test } from 'vitest';
import { parseEpoch, parseRequestTime } from '../../src/feishu/timestamp.ts';

const NOON = Date.UTC(2026, 0, 5, 12, 0, 0);

describe('times since the epoch', () => {
  const widths: Record<string, unknown> = {
    seconds: '1767614400',
    'seconds as a number': 1767614400,
    'seconds with a fraction': '1767614400.000395',
    milliseconds: '1767614400000',
    microseconds: '1767614400000000',
    nanoseconds: '1767614400000000000',
  };
  for (const [name, value] of Object.entries(widths)) {
    test(`${name} mean the same instant`, () => {
      expect(parseEpoch(value)).toBe(NOON);
    });
  }

  test('anything else is no time', () => {
    for (const value of ['', ' 1767614400', '-5', 'NaN', '1e9', null, undefined, {}, true, '1'.repeat(30)]) {
      expect(parseEpoch(value)).toBeUndefined();
    }
  });
});

describe('times in the request header', () => {
  const forms = [
    '1767614400',
    '1767614400000',
    '2026-01-05 12:00:00.123456789 +0000 UTC m=+12345.1',
    '2026-01-05 20:00:00 +0800 CST',
    '2026-01-05T12:00:00Z',
    '2026-01-05T20:00:00+08:00',
    'Monday, 05-Jan-26 20:00:00 CST',
    'Monday, 05-Jan-26 12:00:00 UTC',
  ];
  for (const form of forms) {
    test(form, () => {
      expect(parseRequestTime(form)).toBe(NOON);
    });
  }

  test('an impossible date is no time', () => {
    for (const form of ['Monday, 99-Jan-26 20:00:00 CST', '2026-13-45 12:00:00 +0000 UTC', 'yesterday', '']) {
      expect(parseRequestTime(form)).toBeUndefined();
    }
  });
});
