import { expect, it } from 'vitest';
import { readState } from '../../../src/domain/ledger/values.ts';

it.each<[string, ReturnType<typeof readState>]>([
  ['是', 'closed'],
  ['已化解', 'closed'],
  ['摘牌', 'closed'],
  ['已摘牌（11.26）', 'closed'],
  ['已摘牌11.24', 'closed'],
  ['办妥', 'closed'],
  ['办结（解释）', 'closed'],
  ['未办妥', 'open'],
  ['挂牌', 'open'],
  ['续挂', 'open'],
  ['未摘牌', 'open'],
  ['待确认', 'open'],
  ['持续服务', 'open'],
  ['已破解', 'closed'],
  ['已销号（7月28日）', 'closed'],
  ['√', 'closed'],
  ['完成40%', 'open'],
  ['化解中', 'open'],
  ['尚未开展', 'open'],
  ['长期', 'open'],
  ['搁置', 'open'],
  ['基本完成', 'open'],
  ['未销号（7月28日）', 'open'],
  ['已办结（2026.10.28）', 'closed'],
  ['已完成（60%）', undefined],
  ['已解决（剩2户未解决）', undefined],
  ['已整改（3处中的1处）', undefined],
  ['—', 'none'],
  ['已撤销', undefined],
  ['合并办理', undefined],
])('%s is %s', (text, expected) => {
  expect(readState(text)).toBe(expected);
});
