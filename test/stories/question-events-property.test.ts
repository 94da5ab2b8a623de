/** Random questions of one thing of each, of numbers of steps, and of what became of some: told as it is stored. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkFigures } from '../support/figure-oracle.ts';
import { ask, drop, PEOPLE, PROJECTS, placeOf, settle, UNITS } from '../support/question-town.ts';

const NAMES: readonly string[] = [...UNITS, ...PROJECTS.map((name) => `${name}的`), '用电的', '高新区'];
/** Words with the part of the title each must come with. */
const FACTS: readonly (readonly [string, RegExp])[] = [
  ['那条拖了多少天了', /办了多少天$/],
  ['超期的都超了几天', /超期多少天$/],
  ['那件超了几天', /超期多少天$/],
  ['没办完的期限是哪天', /时限$/],
  ['那几件什么时候到期', /时限$/],
  ['期限给了几个工作日，用掉几个了', /时限给几天、用几天$/],
  ['待签收的是哪天转过去的', /转办$/],
  ['那件签收了没有', /签收$/],
  ['那条是不是已经销了', /销号$/],
  ['那条核验了没', /核验$/],
  ['待核验的等了几天了', /等谁、等了多少天$/],
  ['没签收的放了几天了', /等谁、等了多少天$/],
  ['停表的停了多少天了', /停表$/],
  ['挂起时间最长的是哪件', /挂账最久.*停表$/],
  ['申请延期的批了没有', /延期$/],
  ['那件有没有人催过', /催办$/],
  ['退回的是谁退的', /退回$/],
  ['那件反弹过没有', /反弹$/],
  ['办结的那件企业怎么评的', /企业评价$/],
  ['那件来得及吗', /来不来得及$/],
  ['上次反弹的那个现在谁在办', /重开过.*最近的在前.*谁在办$/],
  ['黄灯里头马上要变红的有哪些', /将转红.*哪天转黄、转红$/],
  ['挂起的是什么原因', /停表$/],
  ['退回的为什么退', /退回$/],
];
const STEPS: readonly (readonly [string, RegExp])[] = [
  ['催办了多少回', /催办 \d+ 次/],
  ['退过几次', /退回 \d+ 次/],
  ['一共有几次延期申请', /申请延期 \d+ 次/],
  ['延期批了几次', /批准延期 \d+ 次/],
  ['延期驳了几次', /不同意延期 \d+ 次/],
  ['反弹了几次', /重开 \d+ 次/],
  ['升级了几次', /上报领导 \d+ 次/],
  ['改派了几次', /改派 \d+ 次/],
  ['核验不属实有几次', /核验不属实 \d+ 次/],
  ['各单位催办的次数', /催办 \d+ 次/],
  ['退回次数最多的是哪个单位', /退回 \d+ 次/],
  ['催得最多的是哪个项目', /催办 \d+ 次/],
];
const PARTS: readonly string[] = [
  '昨天派给住建局的签收了没有',
  '上个月转办的动了没有',
  '退回的后来有没有重新办',
  '本月有几条是超了期才办完的',
  '本月办结的都按时没有',
  '办结的里头企业真正认可的有多少',
  '10月份登记的没销号的占多少',
  '10月份登记的是不是都办完了',
  '上个月登记的签收了没有',
  '本月办结的企业都评价了没有',
];
const LISTS: readonly (readonly [string, RegExp])[] = [
  [
    '签收了一直不动的有几个',
    /签收过 · 之后没有(?:签收、报进展或报办结|报进展、报办结、退回或申请延期、挂账)/,
  ],
  ['催了两三次还没动静的有没有', /催办 2 次以上 · 之后没有签收、报进展或报办结/],
];
const PAST = ['', '', '本月', '上个月', '今年'] as const;
const someone = fc.constantFrom(...PEOPLE);
const somewhere = fc.constantFrom('私聊', '私聊', '兴发', '兴发和楚能', '办公室');
const name = fc.option(fc.constantFrom(...NAMES), { nil: '', freq: 3 });

describe('in a town where much happened', () => {
  beforeAll(() => settle(4));
  afterAll(drop);

  /** All of them were told at least once, or nothing was checked. */
  async function tellsAll(
    words: readonly (readonly [string, RegExp])[],
    sentence: (word: string, named: string, span: string) => string,
    numRuns: number,
  ): Promise<void> {
    const told = new Set<string>();
    const one = fc.constantFrom(...words);
    const span = fc.constantFrom(...PAST);
    await fc.assert(
      fc.asyncProperty(someone, somewhere, name, one, span, async (who, where, named, [word, title], at) => {
        const place = placeOf(who, where);
        const said = sentence(word, named, at);
        const answer = await ask(said, place);
        if (!checkFigures(answer, place, `${who}@${where}: ${said}`)) return;
        told.add(word);
        const [head = ''] = answer.text.split('\n');
        expect(head.replace(/ \d+ 件(?:（.*）)?$/, ''), said).toMatch(title);
      }),
      { numRuns },
    );
    expect([...told].toSorted()).toEqual(words.map(([word]) => word).toSorted());
  }

  test('what is asked of each is what is stored of it', async () => {
    // 那件 means one that is described.
    const described = (named: string) => (named === '' ? '供电公司' : named);
    await tellsAll(FACTS, (word, named) => `${/^那/.test(word) ? described(named) : named}${word}`, 130);
  });

  test('a number of steps is that of the rows that stand, each group apart', async () => {
    await tellsAll(STEPS, (word, named, span) => `${span}${named}${word}`, 120);
  });

  test('what nothing was done with after the step', async () => {
    await tellsAll(LISTS, (word, named) => `${named}${word}`, 30);
  });

  test('how many of some are also something else', async () => {
    const told = new Set<string>();
    await fc.assert(
      fc.asyncProperty(someone, somewhere, fc.constantFrom(...PARTS), async (who, where, said) => {
        const place = placeOf(who, where);
        if (checkFigures(await ask(said, place), place, `${who}@${where}: ${said}`)) told.add(said);
      }),
      { numRuns: 70 },
    );
    expect([...told].toSorted()).toEqual([...PARTS].toSorted());
  });
});
