/** Random directories, problems, people and sentences: a figure that is told is the count of what the title says. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { queryWords } from '../../src/language/lexicon/query-words.ts';
import { checkFigures } from '../support/figure-oracle.ts';
import {
  ask,
  drop,
  INDUSTRY,
  PARK,
  PEOPLE,
  PROJECTS,
  placeOf,
  settle,
  UNITS,
} from '../support/question-town.ts';

/** Words with the part of the title that must come of them. */
const NAMES: readonly (readonly [string, RegExp])[] = [
  ...UNITS.map((name) => [name, new RegExp(name)] as const),
  ...PROJECTS.map((name) => [name, new RegExp(`${name}|本群`)] as const),
  ['兴发集团', /兴发|本群/],
  ['住建', /住建局/],
  ['宜都市', /宜都市|本群/],
  ['高新区', /高新区|本群/],
  ['企业反映的', /企业登记/],
  ['我登记的', /我登记/],
  [`${PARK}的`, /园区“枝城园区”/],
  [`${INDUSTRY}产业的`, /产业“化工”/],
  ['用电方面的', /供电类/],
  ['关于围墙的', /搜“围墙”/],
  ['李梅手上的', /(?:李梅|我)负责/],
  ['除了住建局别的单位', /不算住建局/],
  ['不算用地的', /不算用地类/],
  ['兴发除外', /不算兴发|本群/],
  ['唐志强分管的项目', /(?:唐志强|我)分管的项目/],
  ['环节里', /环节/],
  ['住建局和水利局一起办的', /住建局、水利局一起办/],
  ['容缺', /容缺/],
  ['批次任务里', /任务/],
];
/** Measures with the last part of the title each must have. */
const MEASURES: readonly (readonly [string, RegExp])[] = [
  ['办结率是多少', /办结率/],
  ['按时率多少', /按时率/],
  ['满意率是多少', /满意率/],
  ['反弹率是多少', /销过号.*反弹率/],
  ['各单位反弹率', /反弹率/],
  ['反弹率这个月比上个月高了没有', /反弹率比上月/],
  ['红灯占比', /红色.*占在办的比例/],
  ['逾期率是多少', /逾期.*占在办的比例/],
  ['待签收占多少', /待签收.*占在办的比例/],
  ['平均几天办完', /平均用时/],
  ['最快几天办完', /用时最短/],
  ['最慢几天办完', /用时最长/],
  ['各单位办结率', /办结率/],
  ['各单位按时率', /按时率/],
  ['各项目满意率', /满意率/],
  ['哪个单位按时率最低', /按时率/],
  ['分项目平均几天办完', /平均用时/],
  ['各单位红灯占比', /占在办的比例/],
  ['按时率最低的两个单位', /按时率.*最低的前 2 名|按时率/],
  ['满意率不到九成的项目', /满意率/],
  ['用地类占多少', /占全部的比例/],
  ['红的里面住建局占多少', /占全部的比例/],
  ['住建局按时率排第几', /按时率/],
  ['平均多久签收', /平均签收用时/],
  ['哪个单位签收最慢', /平均签收用时/],
  ['平均几天转办', /平均转办用时/],
  ['从登记到签收平均多久', /平均登记到签收用时/],
  ['从转办到销号一般几天', /平均转办到办结用时/],
  ['签收到办结平均几天 按单位', /平均签收到办结用时/],
  ['平均逾期几天', /平均逾期天数/],
  ['各单位平均逾期几天', /平均逾期天数/],
  ['办得最差的单位', /按时率/],
  ['谁办得慢', /平均用时/],
  ['本月比上月多了几件', /比上月/],
  ['本周比上周多了几件', /比上周/],
  ['本月办结比上月多了几件', /本月办结.*比上月/],
  ['10月比9月多几件', /比/],
  ['本月满意率比上月高了还是低了', /满意率比上月/],
  ['按时率这个月比上个月掉了没有', /按时率比上月/],
  ['今年办结率比去年提高了几个点', /办结率比去年/],
  ['本月平均用时跟上个月比缩短了没有', /平均用时比上月/],
];
const SPANS: readonly (readonly [string, RegExp])[] = [
  ['本周到期的', /本周到期/],
  ['上周登记的', /上周登记/],
  ['本月办结的', /本月办结/],
  ['10月份新增的', /上月登记/],
  ['明天到期的', /明天到期/],
  ['本周和下周到期的', /到期/],
  ['10月份登记本月办结的', /上月登记 · 本月办结/],
  ['上周登记、本周到期的', /上周登记 · 本周到期/],
];
const PAST: readonly (readonly [string, RegExp])[] = [
  ['本月', /本月/],
  ['上个月', /上月/],
  ['10月份', /上月/],
  ['今年', /今年/],
];
const STATES: readonly (readonly [string, RegExp])[] = [
  ['红色的', /红色/],
  ['黄灯的', /黄色/],
  ['逾期的', /逾期|红色、黄色/],
  ['临期的', /蓝色/],
  ['没逾期的', /蓝色、正常/],
  ['没人接的', /待签收/],
  ['待核验的', /待核验/],
  ['挂账的', /已挂账/],
  ['没办完的', /未销号|待签收|待核验|已挂账/],
  ['销号的', /已销号|办结/],
  ['延期的', /延过期或延期待批/],
  ['上会的', /上会/],
  ['退回过的', /退回过/],
  ['反弹过的', /反弹过/],
  ['联合攻坚的', /联合攻坚/],
  ['企业不满意的', /企业不满意/],
  ['申诉免责的', /申诉免责/],
  ['超过10天没办完的', /登记满 11 天|逾期满|挂账满/],
  ['逾期超过3天的', /逾期满 4 个工作日/],
  ['挂了半个月以上的', /挂账满 15 天/],
  ['一个月以上没动静的', /没有动静满/],
  ['报到分管领导的', /已上报分管领导/],
  ['惊动了主要领导的', /已上报主要领导/],
  ['延过期的', /延过期|批准延期/],
  ['三天还没签收的', /待签收满 3 天/],
  ['等着核验五天以上的', /待核验满 5 天|待核验/],
  ['催过两次以上的', /催办 2 次以上/],
  ['退回两次以上的', /退回 2 次以上/],
  ['延期两次以上的', /批准延期 2 次以上/],
  ['上周退回的', /上周退回过/],
  ['昨天报了进展的', /昨天报进展过/],
  ['本周签收的', /本周签收过/],
  ['本周变红的', /转红、现在还红/],
  ['上周由绿转黄的', /上周转黄、现在还逾期/],
  ['明天要变黄的', /明天将转黄/],
  ['红了三天以上的', /以前转红、现在还红/],
  ['快要变红的', /将转红/],
  ['没催过的', /从没催办/],
  ['上周没报进展的', /上周没有报进展/],
  ['一个月没更新过进展的', /没有报进展/],
  ['企业还没评价的', /企业还没评价/],
  ['昨天转下去还没签收的', /昨天转(?:办过|给)/],
];
const ENDS = [
  '有几个',
  '有哪些',
  '有多少问题',
  '一共有几件',
  '哪件最久',
  '分单位有几件',
  '哪个项目最多',
  '哪个单位最慢',
  '超过2件的单位有哪些',
  '各类各占多少',
  '平均每个单位几件',
  '最多的前两名单位',
  '哪个单位最少',
  '哪个项目最少',
  '按到期先后排',
  '最急的三件',
  '每个秘书几件',
  '按分管领导分一下',
  '每个产业几件',
  '各状态几件',
  '按来源分各几件',
];

const part = (from: readonly (readonly [string, RegExp])[], chance: number) =>
  fc.option(fc.constantFrom(...from), { nil: undefined, freq: chance });
const someone = fc.constantFrom(...PEOPLE);
const somewhere = fc.constantFrom('私聊', '私聊', '兴发', '兴发和楚能', '办公室');
const sentence = fc
  .tuple(part(NAMES, 3), part(SPANS, 1), part(STATES, 3), part(STATES, 1), fc.constantFrom(...ENDS))
  .map(([name, span, state, second, end]) => ({
    parts: [name, span, state, second].filter((one) => one !== undefined),
    end,
  }));

describe.each([1, 2])('in town %i', (seed) => {
  beforeAll(() => settle(seed));
  afterAll(drop);

  test('a figure is the count of what the title says, of what the asker may see, and every word is in it', async () => {
    let told = 0;
    await fc.assert(
      fc.asyncProperty(someone, somewhere, sentence, async (who, where, { parts, end }) => {
        const place = placeOf(who, where);
        const said = parts.map(([word]) => word).join('') + end;
        const answer = await ask(said, place);
        if (!checkFigures(answer, place, `${who}@${where}: ${said}`)) return;
        told++;
        const [head = ''] = answer.text.split('\n');
        for (const [word, title] of parts) expect(head, `${word} in ${said}`).toMatch(title);
      }),
      { numRuns: 100 },
    );
    expect(told).toBeGreaterThan(30);
  });

  test('rates, numbers of days, shares and comparisons are those of what the title says, each group apart', async () => {
    const told = new Map<string, number>();
    const measured = fc.tuple(part(NAMES, 2), fc.constantFrom(...MEASURES), part(PAST, 2));
    await fc.assert(
      fc.asyncProperty(someone, somewhere, measured, async (who, where, [name, measure, span]) => {
        const place = placeOf(who, where);
        const timed = span && !/比|占|期率|逾期/.test(measure[0]) ? span[0] : '';
        const said = `${name?.[0] ?? ''}${timed}${measure[0]}`;
        const answer = await ask(said, place);
        if (!checkFigures(answer, place, `${who}@${where}: ${said}`)) return;
        told.set(measure[0], (told.get(measure[0]) ?? 0) + 1);
        const [head = ''] = answer.text.split('\n');
        for (const one of [name, measure]) if (one) expect(head, `${one[0]} in ${said}`).toMatch(one[1]);
      }),
      { numRuns: 160 },
    );
    // What chance left out is asked of somebody who sees everything.
    for (const [word, title] of MEASURES) {
      if (told.has(word)) continue;
      const place = placeOf('唐志强', '私聊');
      const answer = await ask(word, place);
      if (checkFigures(answer, place, word)) told.set(word, 1);
      expect(answer.text.split('\n')[0], word).toMatch(title);
    }
    // Every measure was told at least once, or nothing was checked.
    expect([...told.keys()].toSorted()).toEqual(MEASURES.map(([word]) => word).toSorted());
  });

  test('any words of the vocabulary in any order', async () => {
    const words = [...queryWords().map(({ word }) => word), ...NAMES.map(([word]) => word), '本周', '上月'];
    const one = fc.nat(words.length - 1).map((at) => words[at]!);
    const any = fc.array(one, { minLength: 1, maxLength: 5 });
    const ends = fc.constantFrom(...ENDS, '', '的', '吗');
    await fc.assert(
      fc.asyncProperty(someone, somewhere, any, ends, async (who, where, some, end) => {
        const place = placeOf(who, where);
        const said = some.join('') + end;
        checkFigures(await ask(said, place), place, `${who}@${where}: ${said}`);
      }),
      { numRuns: 200 },
    );
  });

  test('with a word nobody knows in it there is no figure', async () => {
    const strange = fc.constantFrom('围墙', '不', '大概率', '不到三天', '张处长', '偏');
    await fc.assert(
      fc.asyncProperty(someone, sentence, strange, fc.nat(4), async (who, { parts, end }, word, at) => {
        const pieces = [...parts.map(([one]) => one), end];
        pieces.splice(at % pieces.length, 0, word);
        const answer = await ask(pieces.join(''), placeOf(who, '私聊'));
        expect(answer.text, `${pieces.join('')} → ${answer.text}`).not.toMatch(/\d+ 件/);
      }),
      { numRuns: 60 },
    );
  });
});
