import { describe, expect, test } from 'vitest';
import { figuresOf } from '../../src/domain/plan/investment.ts';
import { NODES_LIMIT, refuseNode } from '../../src/domain/plan/nodes.ts';
import { amountText, bucketOf, landOf, levelOf, moneyOf } from '../../src/domain/project-facts.ts';

describe('amounts are kept in 万元', () => {
  test.for<[string, number]>([
    ['12000万元', 12000],
    ['1.2亿', 12000],
    ['1.2亿元', 12000],
    ['１２，０００万', 12000],
    ['500', 500],
    ['0.01', 0.01],
    ['3500000元', 350],
    ['约5千万元', 5000],
    ['0', 0],
  ])('%s is %d', ([said, amount]) => {
    expect(moneyOf(said)).toBe(amount);
  });

  test.for(['', '很多', '-5', '1.2.3', '0.001', '12元', '1e5', '99999999999999亿', '5万美元', '1,2'])(
    '%j is none',
    (said) => {
      expect(moneyOf(said)).toBeUndefined();
    },
  );

  test('are written without needless zeros', () => {
    expect([12000, 0.5, 1234.567].map(amountText)).toEqual(['12000', '0.5', '1234.57']);
  });
});

test.for<[string, string | undefined]>([
  ['开工一批', '开工一批'],
  ['签约', '签约一批'],
  ['谋划储备一批', '谋划储备一批'],
  ['第一批', undefined],
  ['一批', undefined],
  ['快快动工', undefined],
])('%s as one of the six buckets: %s', ([said, bucket]) => {
  expect(bucketOf(said)).toBe(bucket);
});

test('levels and ways of land are few, in the ways people say them', () => {
  expect(['省重点', '省级重点项目', '市级', '县', '区重点'].map(levelOf)).toEqual([
    '省重点',
    '省重点',
    '市重点',
    '县重点',
    '区重点',
  ]);
  expect(['重点', '很重要', ''].map(levelOf)).toEqual([undefined, undefined, undefined]);
  expect(['出让', '划拨用地', '改扩建', '租赁'].map(landOf)).toEqual(['出让', '划拨', '改扩建', undefined]);
});

describe('investment of a year', () => {
  const months = new Map([
    [10, { planned: 300, actual: 310.1 }],
    [11, { planned: 200.3, actual: null }],
  ]);

  test('is measured by the plan of the year, else by the months planned', () => {
    expect(figuresOf({ months, planned: 1000 })).toEqual({
      actual: 310.1,
      planned: 1000,
      by: 'year',
      percent: 31,
    });
    expect(figuresOf({ months, planned: null })).toEqual({
      actual: 310.1,
      planned: 500.3,
      by: 'months',
      percent: 62,
    });
  });

  test('99.9% is not called 100%, a plan of nothing has no percent', () => {
    const one = (planned: number, actual: number) =>
      figuresOf({ months: new Map([[1, { planned: null, actual }]]), planned });
    expect(one(1000, 999.5).percent).toBe(99);
    expect(one(1000, 1000).percent).toBe(100);
    expect(one(1000, 1500).percent).toBe(150);
    expect(one(0, 10).percent).toBeNull();
  });
});

describe('days of nodes', () => {
  const nodes = [
    { name: '开工', plannedOn: '2026-12-20', actualOn: null },
    { name: '投产', plannedOn: '2027-07-01', actualOn: null },
    { name: '封顶', plannedOn: null, actualOn: null },
  ];
  const why = (change: Parameters<typeof refuseNode>[1], agreed = false) =>
    refuseNode(nodes, change, { today: '2026-11-24', agreed });

  test('what happened is not in the future; today it may be', () => {
    expect(why({ name: '封顶', actualOn: '2026-11-25' })).toBe('future-actual');
    expect(why({ name: '封顶', actualOn: '2026-11-24' })).toBeUndefined();
  });

  test('the start of construction is not after the start of production; on one day both may be', () => {
    expect(why({ name: '开工', plannedOn: '2027-07-02' })).toBe('start-after-production');
    expect(why({ name: '投产', plannedOn: '2026-12-19' })).toBe('start-after-production');
    expect(why({ name: '开工', plannedOn: '2027-07-01' })).toBeUndefined();
    expect(why({ name: '封顶', plannedOn: '2030-01-01' })).toBeUndefined();
  });

  test('days of an agreed plan stand; actual days and other nodes go on', () => {
    expect(why({ name: '开工', plannedOn: '2026-12-21' }, true)).toBe('plan-agreed');
    expect(why({ name: '开工', plannedOn: '2026-12-20' }, true)).toBeUndefined();
    expect(why({ name: '开工', actualOn: '2026-11-23' }, true)).toBeUndefined();
    expect(why({ name: '封顶', plannedOn: '2027-03-10' }, true)).toBeUndefined();
  });

  test('there is an end to how many are added', () => {
    const many = Array.from({ length: NODES_LIMIT }, (_, n) => ({
      name: `n${n}`,
      plannedOn: null,
      actualOn: null,
    }));
    const change = { name: '又一个', plannedOn: '2027-01-01' };
    expect(refuseNode(many, change, { today: '2026-11-24', agreed: false })).toBe('too-many');
  });
});
