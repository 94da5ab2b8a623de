/** Nothing that narrows a question is dropped on the way to what is counted. */
import { describe, expect, test } from 'vitest';
import type { IssueFilter } from '../../src/domain/issue-filter.ts';
import type { Reading } from '../../src/domain/reading.ts';
import { unaccounted } from '../../src/language/accounted.ts';
import { readPhrase } from '../../src/language/phrase.ts';
import { readingOf } from '../../src/language/reading-of.ts';
import { scanQuery } from '../../src/language/scan.ts';
import { toLeader } from './demo-place.ts';
import { ALIKE } from './questions-alike.ts';
import { BLIND } from './questions-blind.ts';
import { FOURTH, FOURTH_OF_THEIR_KIND } from './questions-fourth.ts';
import { OF_THEIR_KIND, SECOND } from './questions-second.ts';
import { SPOKEN } from './questions-spoken.ts';
import { THIRD, THIRD_OF_THEIR_KIND } from './questions-third.ts';
import { TOLD } from './questions-told.ts';
import { readingLine } from './reading-line.ts';

/** Said before a question each narrows it, unless it says so already. */
const NARROWING: readonly (readonly [word: string, said: RegExp])[] = [
  ['住建局的', /住建|单位|局|平均比/],
  ['兴发的', /兴[发法]/],
  ['用地的', /用地|征地|土地/],
  ['红的', /红|色|灯/],
  ['待签收的', /签|认领|接|理|在办|卡/],
  ['上周', /周|天|月|年|季|号|今|昨|国庆|礼拜|星期/],
  ['枝城园区的', /枝城|园区/],
  ['企业反映的', /企业|反映/],
  ['除了供电公司的', /除|不算|供电/],
  ['反弹过的', /反弹|又/],
  ['催过两次的', /催|次/],
  ['赵磊手上的', /赵磊|手上/],
  ['关于围墙的', /围墙/],
];
const TABLES: readonly (readonly (readonly [string, ...unknown[]])[])[] = [
  ...[BLIND, SECOND, OF_THEIR_KIND, THIRD, THIRD_OF_THEIR_KIND, FOURTH, FOURTH_OF_THEIR_KIND, SPOKEN, TOLD],
  ...Object.values(ALIKE),
];
/** No figure of problems: one card, a form, a report; two numbers are these two problems whoever has them. */
const NO_FIGURE = /^(?:back|talk|beyond|show|explain|history|log|list$|\S+-report|list (?:FACT \S+ )?\| #)/;

test('a narrowing word put before any question of the tables changes what is read, or it is asked back', () => {
  const dropped: string[] = [];
  let tried = 0;
  for (const [i, [said]] of TABLES.flat().entries()) {
    const means = readingLine(said, toLeader);
    const [word, own] = NARROWING[i % NARROWING.length]!;
    if (NO_FIGURE.test(means) || own.test(said)) continue;
    tried++;
    if (readingLine(word + said, toLeader) === means) dropped.push(word + said);
  }
  expect(dropped).toEqual([]);
  expect(tried).toBeGreaterThan(250);
});

describe('what a reading does not show is told', () => {
  const scan = scanQuery(
    readPhrase('兴发住建局用地的企业上周登记的待签收的红灯有几个，除了供电公司'),
    toLeader,
  );
  const { reading } = readingOf(scan, toLeader) as { reading: Reading };

  test('as it is it shows all', () => {
    expect(unaccounted(scan, reading, toLeader)).toEqual([]);
  });

  test.each<[keyof IssueFilter, string]>([
    ['unitIds', '住建局'],
    ['projectIds', '兴发磷石膏综合利用'],
    ['categoryIds', '用地'],
    ['source', '企业'],
    ['statuses', '待签收'],
    ['colors', '红灯'],
    ['loggedFrom', '上周'],
    ['exceptUnitIds', '除了'],
  ])('without %s', (field, told) => {
    const { [field]: _, ...filter } = reading.filter;
    const rest = field === 'loggedFrom' ? { ...filter, loggedTo: undefined } : filter;
    const lacking = { ...reading, filter: rest as IssueFilter };
    expect(unaccounted(scan, lacking, toLeader).join()).toContain(told);
  });
});
