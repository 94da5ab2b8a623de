import { describe, expect, test } from 'vitest';
import { peopleBeside } from '../../src/language/lexicon/people-beside.ts';
import { withoutPeopleFrames } from '../../src/language/lexicon/people-frames.ts';
import { type Known, withWholeNames } from '../../src/language/people-said.ts';
import { toLeader } from './demo-place.ts';
import { OF_PEOPLE, OF_SPEAKER, PEOPLE } from './questions-people.ts';
import { readingLine } from './reading-line.ts';

const KNOWN: readonly Known[] = [
  { name: '周正', standings: ['head'], unit: '自然资源局' },
  { name: '冯刚', standings: ['head'], unit: '供电公司' },
  { name: '吕方', standings: ['head'], unit: '消防救援大队' },
  { name: '陶然', standings: ['contact'] },
  { name: '金鑫', standings: ['contact'] },
  { name: '钱进', standings: ['liaison'] },
  { name: '王建国', standings: ['secretary'] },
  { name: '唐志强', standings: ['leader'] },
  { name: '吴斌', standings: ['head'], unit: '住建局' },
  { name: '吴杰', standings: ['head'], unit: '水利局' },
];

describe('somebody by name', () => {
  test.each(OF_PEOPLE)('%s → %s', (said, means) => {
    const people = PEOPLE.filter((name) => said.includes(name));
    expect(readingLine(said, { ...toLeader, people })).toBe(means);
  });
  test.each(OF_SPEAKER)('%s → %s', (said, means) => {
    expect(readingLine(said, toLeader)).toBe(means);
  });
});

describe('by post, age or courtesy', () => {
  test.each([
    ['资规的周局名下红几个', '资规的周正名下红几个'],
    ['冯总那边还有几件', '冯刚那边还有几件'],
    ['陶总那边还满意不', '陶然那边还满意不'],
    ['吕大队那边', '吕方那边'],
    ['报到志强同志那一级的', '报到唐志强同志那一级的'],
    ['老王那两个项目', '王建国那两个项目'],
    // Part of other words, or of two.
    ['资金总额多少', '资金总额多少'],
    ['补贴的钱总共多少', '补贴的钱总共多少'],
    ['上周局里没办完的', '上周局里没办完的'],
    ['老问题有几个', '老问题有几个'],
    ['吴局那边', '吴局那边'],
    ['马局那边', '马局那边'],
    ['周主任那边', '周正那边'],
    ['王局那边', '王局那边'],
  ])('%s → %s', (said, whole) => {
    expect(withWholeNames(said, KNOWN).text).toBe(whole);
  });
});

describe('who asks, whom it is for', () => {
  test.each([
    ['周正问 我们有没有红的', '我们有没有红的', '周正问'],
    ['给冯刚汇报用 各项目逾期件数', '各项目逾期件数', '给冯刚汇报用'],
    ['麻烦周正帮我看一下红的', '帮我看一下红的', '麻烦周正'],
    ['秘书冯刚那两个项目', '冯刚那两个项目', ''],
    ['到冯刚那里的呢', '报到冯刚那一级的有几件', ''],
    ['周正同志批的那几件落实了没', '周正同志批示的那几件落实了没', ''],
    ['周正批的延期有几个', '周正批的延期有几个', ''],
    ['周正手上几件', '周正手上几件', ''],
  ])('%s → %s', (said, text, unused) => {
    expect(withoutPeopleFrames(said, ['周正', '冯刚'])).toEqual({
      text,
      unused: unused === '' ? [] : [unused],
    });
  });
});

describe('several people, one question each', () => {
  test.each([
    ['李航和赵磊哪个手里的活多', ['李航名下有几件', '赵磊名下有几件']],
    ['孙倩那里压几件 我这儿又压几件', ['孙倩名下压几件', '我名下压几件']],
    ['两个秘书名下李航跟孙倩哪个的红灯多', ['李航名下红灯的有几件', '孙倩名下红灯的有几件']],
    ['孙倩那几个项目和我这两个比 谁的红灯多', ['孙倩名下红灯的有几件', '我名下红灯的有几件']],
    ['赵磊手上没办完的多还是李航的多', ['赵磊名下没办完的有几件', '李航名下没办完的有几件']],
    ['李航和孙倩这个月各报了几件', ['李航这个月报了几件', '孙倩这个月报了几件']],
    ['李航手上几件', undefined],
  ])('%s', (said, questions) => {
    const names = ['李航', '赵磊', '孙倩'].filter((name) => said.includes(name));
    expect(peopleBeside(said, names)?.questions).toEqual(questions);
  });
});
