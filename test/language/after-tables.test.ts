/** What is said after a table or a rate: its rows, the one problem of it, another measure, and what is none of these. */
import { describe, expect, test } from 'vitest';
import {
  eachBeside,
  inEnds,
  LAYS_OUT,
  measureToo,
  oldestOne,
  whichOfName,
} from '../../src/language/lexicon/after-tables.ts';

describe('the ends of a measure', () => {
  test.each([
    ['哪家拉了后腿', '哪家最差'],
    ['谁拖后腿', '谁最差'],
    ['哪个单位垫底', '哪个单位最差'],
    ['谁家排第一', '哪家最好'],
    ['哪个项目排名第一', '哪个项目最好'],
    ['第一名是谁', '第一名是谁'],
    ['它俩谁拖后腿', '它俩谁拖后腿'],
    ['住建局排第一吗', '住建局排第一吗'],
  ])('%s → %s', (said, means) => expect(inEnds(said)).toBe(means));
});

test.each([
  ['全部单位都比一比', '单位'],
  ['各单位排一排', '单位'],
  ['所有项目都看看', '项目'],
  ['各单位没办完的', undefined],
  ['全区都看看', undefined],
])('%s asks of each %s', (said, of) => expect(eachBeside(said)).toBe(of));

test.each([
  ['最老的是哪个', '登记最久的是哪件'],
  ['其中最早的是哪件', '登记最久的是哪件'],
  ['最急的呢', '最急的是哪件'],
  ['拖得最久的是哪件', '拖得最久的是哪件'],
  ['超期最久的是哪一件', '拖得最久的是哪件'],
  ['拖得最久的是哪个单位', undefined],
  ['最多的是哪个', undefined],
  ['最老的是哪个项目', undefined],
])('%s of a table is %s', (said, means) => expect(oldestOne(said)).toBe(means));

test.each(['把这几件摆出来看看', '这几件列一下', '这些问题都拿出来', '把它们亮出来'])('%s lists', (said) =>
  expect(LAYS_OUT.test(said)).toBe(true),
);
test.each(['这几件谁在办', '把这几件催一下', '这几家列一下', '列出来'])('%s does not', (said) =>
  expect(LAYS_OUT.test(said)).toBe(false),
);

test.each([
  ['按时率也看看', '按时率'],
  ['那满意率呢', '满意率'],
  ['再看看办结率', undefined],
])('%s asks for %s, too', (said, measure) => {
  if (measure) expect(measureToo(said)).toBe(measure);
});

test.each([
  ['安琪的是哪件', '安琪的'],
  ['我项目上的是哪几件', '我项目的'],
  ['供电的都是哪些', '供电的'],
  ['安琪的有几件', undefined],
  ['是哪几件', undefined],
])('%s is of %s', (said, whose) => expect(whichOfName(said)).toBe(whose));
