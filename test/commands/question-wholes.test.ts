/** Places, lists and overviews of units and projects, in other words than the measures have. */
import { expect, test } from 'vitest';
import { overviewSaid } from '../../src/language/lexicon/overview.ts';
import { asksWhose } from '../../src/language/lexicon/whose-is.ts';
import { toLeader } from './demo-place.ts';
import { WHOLES } from './questions-wholes.ts';
import { readingLine } from './reading-line.ts';

test.each(WHOLES)('%s is %s', (said, same) => {
  const line = readingLine(said, toLeader);
  expect(line).toBe(readingLine(same, toLeader));
  expect(line).not.toMatch(/unread|null/);
});

test.each([
  ['自规局的账报一下', '自规局'],
  ['楚能现在是个什么局面', '楚能'],
  ['邦普的事我听听', '邦普'],
  ['环保局那边办得咋样', '环保局'],
  ['全区问题办得怎么样，一句话', ''],
  ['整个盘子怎么样', ''],
  ['我们哪项最差', '我们'],
])('%s asks for an overview of “%s”', (said, whose) => {
  expect(overviewSaid(said)?.whose).toBe(whose);
});

test.each(['挂账的报一下', '那边办得咋样', '楚能的欠账', '安琪怎么样', '什么局面'])(
  '%s asks for no overview of all',
  (said) => expect(overviewSaid(said)?.whose).not.toBe(''),
);

test.each([
  ['路灯不归我们吧', '路灯那件归谁管'],
  ['路灯是给我们了还是给交通了', '路灯那件归谁管'],
  ['安琪锅炉房那个邻避，主办到底算我们还是算资规', '安琪锅炉房那个邻避那件归谁管'],
  ['路灯修好没有', '路灯修好没有'],
  ['今天给我们的有几件', '今天给我们的有几件'],
])('%s is read as %s', (said, asked) => expect(asksWhose(said)).toBe(asked));
