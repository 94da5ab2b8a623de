/** How people put a question: what is said around it, by the way, and what is offered where a part is not understood. */
import { describe, expect, test } from 'vitest';
import type { CallOf } from '../../src/commands/call.ts';
import { matchCommand } from '../../src/commands/match.ts';
import { partsUnread, questionsNear } from '../../src/commands/question.ts';
import { FRAMINGS, withoutFraming } from '../../src/language/lexicon/framing.ts';
import { readPhrase } from '../../src/language/phrase.ts';
import { TABLE } from '../support/table.ts';
import { toLeader } from './demo-place.ts';
import { SPOKEN } from './questions-spoken.ts';
import { readingLine } from './reading-line.ts';

const asked = (said: string): CallOf<'ask'> => {
  const match = matchCommand({ text: said, mentions: [], context: toLeader }, TABLE);
  if (match.kind !== 'call' || match.call.name !== 'ask') throw new Error(JSON.stringify(match));
  return match.call;
};
const unreadOf = (said: string): string[] => {
  const match = matchCommand({ text: said, mentions: [], context: toLeader }, TABLE);
  return match.kind === 'call' ? (asked(said).unread ?? []) : (partsUnread(readPhrase(said), toLeader) ?? []);
};
const offers = (said: string): string[] => {
  const match = matchCommand({ text: said, mentions: [], context: toLeader }, TABLE);
  if (match.kind === 'unknown') return questionsNear(readPhrase(said), toLeader);
  return match.kind === 'call' && match.call.name === 'ask' ? (match.call.nearest ?? []) : [];
};

describe('what is said around a question is skipped where it can narrow nothing', () => {
  test('each class says why, and none is kept under two names', () => {
    expect(new Set(FRAMINGS.map(({ name }) => name)).size).toBe(FRAMINGS.length);
    for (const { why } of FRAMINGS) expect(why.length).toBeGreaterThan(20);
  });

  test.each([
    ['小王啊你帮我看看，红的有几个', 'count | 红色'],
    ['不好意思打扰一下，住建局逾期的有几个，辛苦了', 'count | 住建局 · 逾期'],
    ['顺便问一下资规局有几个红的', 'count | 资规局 · 红色'],
    ['我就问一句 供电公司还有几个没办完', 'count | 供电公司 · 未销号'],
    ['明天开会要用，逾期的有几件', 'count | 逾期'],
    ['住建局红的有几个，我下午现场要讲', 'count | 住建局 · 红色'],
    ['市里明天要来督查，没办完的有几个', 'count | 未销号'],
    ['领导等着要，本周办结了几个', 'count | 本周办结'],
    ['心里有个数，现在一共多少个没办', 'count | 未销号'],
    ['给我看一下黄灯的，免得又变红了', 'count | 黄色'],
    ['待核验的有哪些，我好催一下核验', 'list | 待核验'],
    ['我在车上，兴发红的几个', 'count | 兴发 · 红色'],
    ['水利局逾期的给我念一遍', 'count | 水利局 · 逾期'],
    ['你就告诉我红的有几个', 'count | 红色'],
    ['对了，红的有几个', 'count | 红色'],
    ['红的有几个，是真的吗', 'count | 红色'],
    ['差不多有多少个没办结', 'count | 未销号'],
    ['红的有几个哟', 'count | 红色'],
  ])('%s → %s', (said, means) => {
    expect(readingLine(said, toLeader)).toBe(means);
  });

  test.each([
    '会上要用的问题有几个',
    '明天督查的问题有几个',
    '差不多办完的有几个',
    '大约逾期的有几个',
    '领导要求的有几个没办',
    '汇报过的有几个红的',
    '急用的有几个红的',
    '上面等着要的问题有哪些',
    '书记督查的红灯有几个',
    '大家反映的红的有几个',
    '除了我好催的红的有几个',
    '对了账的逾期有几个',
    '另外几个红的有哪些',
  ])('%s: the same words inside the question are no frame, so it is asked back', (said) => {
    expect(readingLine(said, toLeader)).toBe('back');
  });

  test.each(['小刘手上还有几个没办', '老陈名下几个红的', '领导', '会上要用'])(
    '%s is not skipped away',
    (said) => {
      expect(withoutFraming(said)).toBe(said);
    },
  );

  test('a time that belongs to the meeting narrows nothing, one of the problems does', () => {
    expect(readingLine('明天要开会用，到期的有几个', toLeader)).toBe('back');
    expect(readingLine('开会要用，明天到期的有几个', toLeader)).toBe('count | 明天到期 · 未销号');
  });
});

describe('units, projects and kinds of matter by the way', () => {
  test.each([
    ['环保口还有多少没办', 'count | 环境局 · 未销号'],
    ['供电那块红的有几个', 'count | 供电类 · 红色'],
    ['水利上逾期的几个', 'count | 水利局 · 逾期'],
    ['人社口子上几个没办', 'count | 人社局 · 未销号'],
    ['财政那头逾期几个', 'count | 财政局 · 逾期'],
    ['住建他们局里还有几个没签收的', 'count | 住建局 · 待签收'],
    ['兴发那个厂有几个问题', 'count | 兴发 · 未销号'],
    ['邦普那家企业红的几个', 'count | 邦普 · 红色'],
    ['住建局跟环保局这两家各几个红的', 'count by unit | 住建局、环境局 · 红色'],
    ['兴发、楚能、邦普三家的未结问题放一起比一下', 'count by project | 兴发、楚能、邦普 · 未销号'],
  ])('%s → %s', (said, means) => {
    expect(readingLine(said, toLeader)).toBe(means);
  });

  test.each([
    ['住建局和环保局这三家各几个红的', '三家'],
    ['那块红的有几个', '那块'],
    ['口上有几个红的', '口上'],
    ['他们手里还有几件没办', '他们'],
    ['水利上次逾期的几个', '上次'],
  ])('%s: where it follows nothing, or not as many, it is asked back', (said) => {
    expect(readingLine(said, toLeader)).toBe('back');
  });
});

describe('where a part is not understood two whole questions are offered', () => {
  test.each<[string, string[]]>([
    ['哪类问题滞后', ['哪类问题逾期', '各类没办完的有几个']],
    ['住建局被点名的有几个', ['住建局没办完的有几个', '住建局逾期的有几个']],
    ['兴发今年接过多少', ['兴发今年新增了几个', '兴发今年办结了几个']],
  ])('%s', (said, near) => {
    expect(readingLine(said, toLeader)).toBe('back');
    expect(offers(said)).toEqual(near);
  });

  test.each(['住建局被点名的有几个', '重点的红灯有几个', '人社局今年约谈几次 办完几件'])(
    '%s: each is understood to the end, and they ask for different things',
    (said) => {
      const near = offers(said);
      expect(near).toHaveLength(2);
      const readings = near.map((one) => readingLine(one, toLeader));
      expect(readings).not.toContain('back');
      expect(new Set(readings).size).toBe(2);
    },
  );

  test('what would turn the question round is not cut out of it', () => {
    for (const said of ['不归住建局的红的有几个', '除开住建局红的有几个', '住建局没上报的红的有几个'])
      for (const near of offers(said)) expect(near).not.toBe(said.replace(/不归|除开|没上报/, ''));
  });

  test('talk that asks tells which part was not understood; talk that does not ask is left alone', () => {
    const parts = (said: string) => partsUnread(readPhrase(said), toLeader);
    expect(parts('楚能的门牌最近跌了没有')).toEqual(['门牌', '跌']);
    expect(parts('兴发的老总来了')).toBeUndefined();
    expect(parts('今天天气不错')).toBeUndefined();
  });
});

describe('a figure that would be of something else is asked back', () => {
  test.each([
    ['捅到高远那几件', undefined],
    ['昨天开会说的那几个重点的进度怎么样', undefined],
    ['咱们专班的项目红的有几个', '咱们专班'],
  ])('%s', (said, part) => {
    expect(readingLine(said, toLeader)).toBe('back');
    if (part) expect(unreadOf(said)).toContain(part);
  });

  test('the week before is compared with, not the last seven days', () => {
    expect(readingLine('上周我们办结几件，比前一周咋样', toLeader)).toBe(
      'trend 2026-11-02~2026-11-08 | 上周办结',
    );
    expect(readingLine('比前一周多了几个', toLeader)).toBe('trend 2026-11-09~2026-11-15 | 本周登记');
    expect(readingLine('10月比前一个月多了几个', toLeader)).toBe('trend 2026-09-01~2026-09-30 | 上月登记');
  });

  test('what was struck off this month says nothing of when what is open now fell due', () => {
    expect(readingLine('这个月销号了多少，还有多少超期的', toLeader)).toBe('count 本月办结 ‖ count 逾期');
    expect(readingLine('本周到期的几个，红的几个', toLeader)).toBe(
      'count 本周到期 · 未销号 ‖ count 本周到期 · 红色',
    );
  });

  test('a report of a figure is no problem to be logged, and a problem no figure', () => {
    expect(readingLine('报一下红灯数', toLeader)).toBe('count | 红色');
    expect(readingLine('报一下目前逾期多少', toLeader)).toBe('count | 逾期');
    expect(readingLine('报一下仓库堆放不下', toLeader)).toBe('log');
    expect(readingLine('报一下多少天都没人来修路', toLeader)).toBe('log');
  });
});

describe('questions as ten officials dictated and typed them', () => {
  test('at least 120, one in four of which must be asked back, or cannot be known', () => {
    expect(new Set(SPOKEN.map(([said]) => said)).size).toBe(SPOKEN.length);
    expect(SPOKEN.length).toBeGreaterThanOrEqual(120);
    expect(
      SPOKEN.filter(([, , means]) => means === 'back' || means === 'beyond').length,
    ).toBeGreaterThanOrEqual(30);
  });

  test.each(SPOKEN)('%s (%s) → %s', (said, _first, means) => {
    expect(readingLine(said, toLeader)).toBe(means);
  });
});

describe('words that narrow nothing in one place and do in another', () => {
  test.each([
    '主要的问题有哪些',
    '这几天新增几个',
    '归口的红的有几个',
    '三家红的有几个',
    '哪个月的红的有几个',
    '重点企业红的有几个',
    '超期的单独说一下，没办完的几个',
    '邦普电池厂二期红的有几个',
    '住建局和环保局这两家之外红的几个',
    '我记得是逾期的，住建局有几个',
    '电的红的有几个',
  ])('%s is asked back', (said) => {
    expect(readingLine(said, toLeader)).toBe('back');
  });
});
