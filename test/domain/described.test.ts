import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Candidate, type Described, rankDescribed, sharedWords } from '../../src/domain/described.ts';
import { type Manner, verdictOf } from '../../src/domain/described-verdict.ts';
import { alike } from '../../src/domain/same-words.ts';

const one = (id: number, text: string, more: Partial<Candidate> = {}): Candidate => ({
  id,
  text,
  open: true,
  projectId: 1,
  unitIds: [],
  categoryId: null,
  ...more,
});
const say = (...parts: string[]): Described => ({ parts, projectIds: [], unitIds: [], categoryIds: [] });
const rarity = { size: 100, times: new Map<string, number>() };
const POINTED: Manner = {
  pointed: true,
  asks: true,
  figure: false,
  ofProject: false,
  done: false,
  placed: false,
  telling: true,
  general: false,
  matter: false,
};

const ROAD = one(1, '厂区门口道路破损');
const LAMP = one(2, '门前道路没有路灯');
const WATER = one(3, '厂区供水压力不足');

describe('words put for each other', () => {
  test.each([
    ['取水许可证延续', '取水证续期'],
    ['缺口一百二十人', '缺120人'],
    ['缺一百二的人', '缺120的人'],
    ['项目红线内还有3户', '项目红线内还有三户'],
    ['门前道路', '门口路'],
    ['危险化学品仓库', '危化品库'],
    ['１１０ＫＶ', '110千伏'],
  ])('%s is as %s', (a, b) => {
    expect(alike(a)).toBe(alike(b));
  });

  test('一下 and 统一 are no numbers', () => {
    expect(alike('统一一下')).toBe('统一一下');
  });
});

describe('which is meant', () => {
  test('what shares the rarer words comes first', () => {
    const [first] = rankDescribed(say('门口路破'), [LAMP, WATER, ROAD], rarity);
    expect(first?.id).toBe(1);
  });

  test('equally near ones are told together, at most five', () => {
    const ranked = rankDescribed(say('门口路'), [ROAD, LAMP, WATER], rarity);
    expect(verdictOf(POINTED, ranked)?.map(({ id }) => id)).toEqual([1, 2]);
    const alike = [4, 5, 6, 7, 8, 9].map((id) => one(id, '厂区门口道路破损'));
    expect(verdictOf(POINTED, rankDescribed(say('门口路破'), alike, rarity))).toBeUndefined();
  });

  test('of two alike the open one is told', () => {
    const closed = one(9, '厂区门口道路破损', { open: false });
    const ranked = rankDescribed(say('门口路破'), [closed, ROAD], rarity);
    expect(verdictOf(POINTED, ranked)?.map(({ id }) => id)).toEqual([1]);
  });

  test('another project lowers it, and its own raises it', () => {
    const elsewhere = { ...say('门口路破'), projectIds: [2] };
    const here = one(8, '厂区门口道路破损', { projectId: 2 });
    const ranked = rankDescribed(elsewhere, [ROAD, here], rarity);
    expect(ranked.map(({ id, elsewhere }) => [id, elsewhere])).toEqual([
      [8, false],
      [1, true],
    ]);
    expect(verdictOf(POINTED, ranked)?.map(({ id }) => id)).toEqual([8]);
  });

  test('a figure is no problem unless it cannot be mistaken', () => {
    const ranked = rankDescribed(say('厂区水'), [WATER, ROAD], rarity);
    expect(verdictOf(POINTED, ranked)).toHaveLength(1);
    expect(verdictOf({ ...POINTED, figure: true }, ranked)).toBeUndefined();
  });

  test('common words alone mean none', () => {
    const many = [...Array(40).keys()].map((i) => one(i + 1, `道路问题之${i}`));
    expect(verdictOf(POINTED, rankDescribed(say('道路'), many, rarity))).toBeUndefined();
    const common = { size: 1000, times: new Map([['水压', 400]]) };
    expect(verdictOf(POINTED, rankDescribed(say('水压'), [WATER], common))).toBeUndefined();
  });

  const texts = fc.array(
    fc.string({ unit: fc.constantFrom(...'水电路灯证高压线围墙破损厂区门口0,'), maxLength: 14 }),
    {
      maxLength: 8,
    },
  );

  test('scores are bounded and do not depend on the order of the candidates', () => {
    fc.assert(
      fc.property(
        texts,
        fc.string({ unit: fc.constantFrom(...'水电路灯证高压线厂区'), maxLength: 8 }),
        (all, said) => {
          const candidates = all.map((text, i) => one(i + 1, text));
          const ranked = rankDescribed(say(said), candidates, rarity);
          expect(rankDescribed(say(said), candidates.toReversed(), rarity)).toEqual(ranked);
          for (const { covered, strength, score } of ranked) {
            expect(covered).toBeGreaterThanOrEqual(0);
            expect(covered).toBeLessThanOrEqual(1.0001);
            expect(strength).toBeGreaterThanOrEqual(0);
            expect(Number.isFinite(score)).toBe(true);
          }
        },
      ),
    );
  });

  test('what shares no pair is never told', () => {
    fc.assert(
      fc.property(texts, (all) => {
        const ranked = rankDescribed(
          say('食堂空调'),
          all.map((text, i) => one(i + 1, text)),
          rarity,
        );
        expect(verdictOf(POINTED, ranked)).toBeUndefined();
      }),
    );
  });
});

test.each([
  ['取水证续期', '取水许可证延续手续', ['取水证续期']],
  ['职工体检', '职工上下班不安全', ['职工']],
  ['路', '道路', []],
])('of %s in %s the words %j are told', (said, text, words) => {
  expect(sharedWords(said, text).held).toEqual(words);
});

test.each([
  ['门口路破', '门前道路没有路灯', ['破']],
  ['门口路破', '厂区门口道路破损', []],
  ['火车站网络太慢', '员工宿舍网络太差', ['火车站', '慢']],
  ['武汉那个仓库安评', '危化品仓库安评报告', ['武汉那个']],
  ['三户没签', '项目红线内还有3户未签征地协议', []],
  ['烂路修', '厂区门口道路破损', []],
  ['修', '厂区门口道路破损', []],
])('of %s, %s lacks %j', (said, text, missing) => {
  expect(sharedWords(said, text).missing).toEqual(missing);
});

test('what stands far behind in a long text is no part of it, and costs nothing', () => {
  const [first] = rankDescribed(say('门口路破'), [one(1, `${'沙'.repeat(400)}门口道路破损`)], rarity);
  expect(first?.strength).toBe(0);
});
