/** Words addressed to the bot that are no command: politeness, what is not built yet, problems told without 报. */
import { describe, expect, test } from 'vitest';
import { firstWordsFor, topicsOf } from '../../src/commands/suggest.ts';
import type { Actor } from '../../src/domain/actor.ts';
import { isComplaint } from '../../src/language/complaint.ts';
import { findUnits } from '../../src/language/names.ts';
import { fold, readPhrase } from '../../src/language/phrase.ts';
import { PLANNED, plannedIn } from '../../src/language/planned.ts';
import { smallTalkIn } from '../../src/language/small-talk.ts';
import { COMMANDS } from '../support/table.ts';
import { actor, directory, inGroup, say } from './place.ts';

describe('politeness is told from what is to be done', () => {
  test.each([
    ['您好', 'greeting'],
    ['你好！', 'greeting'],
    ['大家好', 'greeting'],
    ['早上好', 'greeting'],
    ['你好你好', 'greeting'],
    ['Hello', 'greeting'],
    ['谢谢', 'thanks'],
    ['谢谢您了', 'thanks'],
    ['收到，谢谢', 'thanks'],
    ['好的，谢谢', 'thanks'],
    ['非常感谢！', 'thanks'],
    ['好的', 'fine'],
    ['OK', 'fine'],
    ['ＯＫ', 'fine'],
    ['嗯嗯', 'fine'],
    ['行吧', 'fine'],
    ['没问题', 'fine'],
    ['明白了', 'fine'],
    ['辛苦了', 'hard'],
    ['大家辛苦了', 'hard'],
    ['在吗', 'there'],
    ['在吗？', 'there'],
    ['有人吗', 'there'],
    ['你是谁', 'who'],
    ['你能干什么', 'who'],
    ['你会做什么？', 'who'],
    ['不好意思', 'sorry'],
    ['发错了', 'sorry'],
    ['再见', 'bye'],
  ])('%j is %s', (text, talk) => expect(smallTalkIn(fold(text))).toBe(talk));

  test.each([
    '好的方案还没出',
    '谢谢住建局把路修好了',
    '你好像没登记',
    '在建项目停电了',
    '报 路灯不亮',
    '辛苦把材料补一下',
    '可以延期',
    '',
  ])('%j is more than that', (text) => expect(smallTalkIn(fold(text))).toBeUndefined());
});

describe('words of the specification that are not built yet', () => {
  const known = new Set(COMMANDS.flatMap((spec) => spec.words));
  test.each(PLANNED.map(({ words, instead }) => [words[0], words, instead] as const))(
    '%s: none is a command, and what is offered instead is one',
    (_, words, instead) => {
      for (const word of words) expect(known.has(word), `${word} is built`).toBe(false);
      for (const said of instead)
        expect(known.has(said.replace(/（.*$/, '').split(' ')[0]!), said).toBe(true);
    },
  );

  test.each([
    ['走访 美利信 用电不足', '走访'],
    ['会议 周调度', '会议'],
    ['议定', '议定'],
    ['怎么办 林地手续', '怎么办'],
    ['批示 #3 周五前解决', '批示'],
    ['建议 加个按钮', '建议'],
  ])('%j is named as %s', (text, word) => {
    expect(say(text).kind, text).not.toBe('call');
    expect(plannedIn(fold(text))?.word).toBe(word);
  });

  test.each(['会议室漏水，请住建局处理', '建议书还没批', '走访的人说路不通', '批示过的事没人办', '天气不错'])(
    '%j is something else',
    (text) => expect(plannedIn(fold(text))).toBeUndefined(),
  );
});

describe('a problem told without 报', () => {
  const told = (text: string) => isComplaint(fold(text), findUnits(readPhrase(text), directory).length > 0);
  test.each([
    '工地上今天停了三次电，请供电公司抓紧解决',
    '我们厂用电负荷不够，麻烦尽快协调',
    '会议室漏水，请住建局处理',
    '厂门口道路积水严重，车进不来',
    '环评批复迟迟下不来，影响开工',
    '麻烦水务局帮忙恢复供水',
    '让住建局周三前拿出方案',
  ])('%j is offered to be logged', (text) => {
    expect(say(text, { context: inGroup }).kind).toBe('unknown');
    expect(told(text)).toBe(true);
  });
  test.each([
    '工地今天停电了吗',
    '供电公司什么时候来解决停电',
    '今天天气不错适合开工剪彩',
    '停电了',
    '请住建局抓紧',
    '明天下午三点在会议室开调度会',
    '供电公司的王经理今天来过工地了',
  ])('%j is not', (text) => expect(told(text)).toBe(false));
});

describe('报 with nothing in it opens the form', () => {
  test.each([
    '报一个问题',
    '我要报一个问题',
    '我想报个问题',
    '我要上报一个问题',
    '我想上报问题',
    '上报一件事',
    '报个事',
    '登记一个问题',
    '记一下',
    '报问题',
    '报 可以吗',
    '我想报一个企业的问题',
  ])('%j', (text) => expect(say(text)).toEqual({ kind: 'call', call: { name: 'log-form' } }));

  test.each([
    '记一下明天开会',
    '记一下 明天的会',
    '上报用电负荷不足的情况',
    '登记用电负荷不足',
    '报 进度',
    '报进度',
    '报一下进度',
    '报 一下最新进展',
    '报一下数据',
    '报 各单位名单',
    '报 测试',
    '报 请问怎么登记',
  ])('%j is shown before it is logged', (text) =>
    expect(say(text)).toMatchObject({ call: { name: 'log', unsure: true } }),
  );
  test.each([
    '报 道路未通',
    '报 施工许可能不能提前办？',
    '报道路未通 住建局',
    '报厂区围墙裂缝住建局3个工作日',
    '记一下 路灯不亮 住建局',
    '报 进度款没有付',
    '报 测试车间漏水',
    '报 名单上的企业没通水',
  ])('%j is logged', (text) => expect(say(text)).not.toHaveProperty('call.unsure'));
});

describe('what is offered to whom was not understood', () => {
  const as = (change: Partial<Actor>): Actor => ({ ...actor, signsFor: [], ...change });
  const nobody = { ...actor.person, unitId: null };
  test.each<[string, Actor, string[]]>([
    ['a leader asks', as({ leaderOf: [11] }), ['红色的有几个', '我的']],
    ['a secretary logs', as({ secretaryOf: [11] }), ['报', '我的']],
    [
      'an enterprise logs and looks',
      as({ person: { ...nobody, home: false }, contactOf: [11] }),
      ['报', '清单'],
    ],
    ['a unit works', as({}), ['我的', '报']],
    ['a newcomer reads', as({ person: nobody }), ['报', '帮助']],
  ])('%s', (_, who, words) => expect(firstWordsFor(who, false)).toEqual(words));

  test('each is a command', () => {
    for (const words of ['红色的有几个', '我的', '清单', '报', '帮助'])
      expect(say(words).kind, words).toBe('call');
  });

  test('the words of the matter are left of a question', () => {
    expect(topicsOf('美利信那个用电的事办到哪了')).toEqual(['美利信', '用电']);
    expect(topicsOf('怎么样了？')).toEqual([]);
  });
});
