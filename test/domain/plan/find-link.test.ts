import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_TEMPLATE } from '../../../src/domain/plan/default-template.ts';
import { findLinkList, findLinks, takeLink } from '../../../src/domain/plan/find-link.ts';

const { links } = DEFAULT_TEMPLATE;
const find = (words: string) => findLinks(words, links).map((link) => link.no);
const take = (text: string) => {
  const found = takeLink(text, links, /^(?:完成|开始)/);
  return found && [found.links.map((link) => link.no), found.rest];
};
const CHINESE = '零一二三四五六七八九';
const inChinese = (no: number) =>
  `${no >= 20 ? CHINESE[Math.floor(no / 10)] : ''}${no >= 10 ? '十' : ''}${no % 10 ? CHINESE[no % 10] : ''}`;

describe('findLinks', () => {
  it('finds a link by its number however the number is said', () => {
    for (const { no } of links)
      for (const words of [
        `第${no}环节`,
        `第 ${no} 环节`,
        `第${inChinese(no)}环节`,
        `${no}号环节`,
        `环节 ${no}`,
        `环节${inChinese(no)}`,
        `第${no}个环节`,
        String(no),
        `１${no}`.replace('１', ''),
      ])
        expect(find(words), words).toEqual([no]);
  });

  it('finds exactly the links that bear a name, every name and old name of every link', () => {
    for (const link of links)
      for (const name of [link.name, ...link.synonyms]) {
        const bearers = links.filter((other) => [other.name, ...other.synonyms].includes(name));
        expect(find(name), name).toEqual(bearers.map((other) => other.no));
        expect(find(`环节 ${name}`), name).toEqual(bearers.map((other) => other.no));
      }
  });

  it.each([
    ['环评', [7]],
    ['环评手续', [7]],
    ['报告表', [7]],
    ['环评环节', [7]],
    ['施工许可', [18]],
    ['施工许可证', [18]],
    ['规划许可证', [4, 11]],
    ['不动产证', [5, 22]],
    ['消防', [15, 20]],
    ['备案', [1, 21]],
    ['土地核验', [19]],
    ['通信报装', [12]],
    ['水电气热报装', [12]],
    ['接入', [12]],
    ['验收', [19, 20, 21, 22]],
  ])('understands %s', (words, nos) => {
    expect(find(words)).toEqual(nos);
  });

  it.each(['', '环节', '第0环节', '第23环节', '23', '1-2', '1.5', '11 12', '磷石膏', '证', '划许', '？'])(
    'finds nothing in %s',
    (words) => {
      expect(find(words)).toEqual([]);
    },
  );

  it('never throws and never names a link twice, whatever is said', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (words) => {
        const found = find(words);
        expect(new Set(found).size).toBe(found.length);
      }),
    );
  });
});

describe('takeLink', () => {
  it('takes the longest name a text begins with and leaves the rest, for every name', () => {
    const names = links.flatMap((link) => [link.name, ...link.synonyms]);
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.constantFrom(' 完成 12月3日', '完成', '，开始', ' 承诺 5个工作日'),
        (name, rest) => {
          expect(take(`${name}${rest}`)).toEqual([find(name), rest.replace(/^[ ，]/, '')]);
        },
      ),
    );
  });

  it.each([
    ['11 承诺 5个工作日', [[11], '承诺 5个工作日']],
    ['第十一环节 完成', [[11], '完成']],
    ['第11环节完成', [[11], '完成']],
    ['施工图审查 3 完成', [[14], '3 完成']],
    ['环节 环评，开始', [[7], '开始']],
    ['消防验收 完成', [[20], '完成']],
  ])('reads %s', (text, taken) => {
    expect(take(text)).toEqual(taken);
  });

  it.each(['', '完成', '消防员 完成', '环评师 完成', '110 完成'])('takes nothing from %s', (text) => {
    expect(take(text)).toBeUndefined();
  });
});

describe('findLinkList', () => {
  const list = (words: string) => findLinkList(words, links).map(({ found }) => found.map((link) => link.no));

  it.each<[string, number[][]]>([
    ['第13、14环节', [[13], [14]]],
    ['第13环节、第14环节', [[13], [14]]],
    ['第13环节和第14环节', [[13], [14]]],
    ['13，14', [[13], [14]]],
    ['13 14 18', [[13], [14], [18]]],
    ['13/14', [[13], [14]]],
    ['第十三、十四环节', [[13], [14]]],
    ['第十三和第十四环节', [[13], [14]]],
    ['环节 13、14', [[13], [14]]],
    ['第13环节，第14环节以及第15环节', [[13], [14], [15]]],
    ['第13到15环节', [[13], [14], [15]]],
    ['第13-15环节、18', [[13], [14], [15], [18]]],
    ['第十三至十五环节', [[13], [14], [15]]],
    ['环评和施工许可', [[7], [18]]],
    ['施工许可、第13环节', [[18], [13]]],
    ['第14环节、14、第十四环节', [[14]]],
    // A name that is a list itself is one link.
    ['规划核实、土地核验', [[19]]],
    ['水、电、气、热、通信报装与接入方案', [[12]]],
    ['第13环节和水、电、气、热、通信报装与接入方案', [[13], [12]]],
    ['施工 许可', [[18]]],
    // What is not certain is left to be asked back.
    ['第13、99环节', [[13], []]],
    ['备案、第13环节', [[1, 21], [13]]],
    ['第15到13环节', [[]]],
    ['无此事', [[]]],
  ])('%s', (words, nos) => {
    expect(list(words)).toEqual(nos);
  });

  it('finds every link of any list, however its entries and what stands between them are written', () => {
    const anyEntry = fc.tuple(fc.constantFrom(...links), fc.nat({ max: 3 })).map(([{ no, name }, way]) => ({
      no,
      said: [`第${no}环节`, `第${inChinese(no)}环节`, `环节${no}`, name][way]!,
    }));
    const anyMark = fc.constantFrom('、', '，', '和', ' ', ' 和 ', '以及', '及', '；', '还有');
    fc.assert(
      fc.property(fc.array(anyEntry, { minLength: 1, maxLength: 6 }), anyMark, (entries, mark) => {
        const words = entries.map(({ said }) => said).join(mark);
        expect(list(words), words).toEqual([...new Set(entries.map(({ no }) => no))].map((no) => [no]));
      }),
    );
  });
});
