import { describe, expect, test } from 'vitest';
import { readColor } from '../../../src/sim/page/card/color.ts';
import { readBox, readLength, readSpacing, readTextSize } from '../../../src/sim/page/card/measure.ts';
import { describeCall, describePush } from '../../../src/sim/page/log-words.ts';
import { parseInline } from '../../../src/sim/page/markdown/inline.ts';
import { groupOf } from '../../../src/sim/page/people.ts';
import { mentions, summarise } from '../../../src/sim/page/summary.ts';
import {
  readWallClock,
  writeClock,
  writeDateFormat,
  writeLocalDatetime,
  writeMessageTime,
} from '../../../src/sim/page/zoned-time.ts';
import type { SimMessage } from '../../../src/sim/types.ts';

const ZONE = 'Asia/Shanghai';
const MONDAY = Date.parse('2026-11-23T08:31:00+08:00');

const message = (msgType: string, content: unknown, more: Partial<SimMessage> = {}): SimMessage => ({
  messageId: 'om_1',
  chatId: 'oc_1',
  senderType: 'app',
  senderId: 'cli_1',
  msgType,
  content,
  text: '正文',
  mentions: [],
  createdAt: MONDAY,
  updatedAt: MONDAY,
  recalled: false,
  reactions: [],
  urgent: [],
  pinned: false,
  history: [],
  ...more,
});

describe('time', () => {
  test('the clock is written and read in the deployment zone, whatever zone the browser is in', () => {
    expect(writeClock(MONDAY, ZONE)).toBe('2026-11-23 周一 08:31');
    expect(readWallClock('2026-11-23T08:31', ZONE)).toBe(MONDAY);
    expect(readWallClock('2026-03-01T00:00', 'America/New_York')).toBe(Date.parse('2026-03-01T05:00:00Z'));
    expect(readWallClock('明天', ZONE)).toBeUndefined();
  });

  test('a message shows its time today, 昨天, its date, and its year only when another', () => {
    const now = Date.parse('2027-01-01T00:10:00+08:00');
    expect(writeMessageTime(now - 60_000, now, ZONE)).toBe('00:09');
    expect(writeMessageTime(now - 3_600_000, now, ZONE)).toBe('昨天 23:10');
    expect(writeMessageTime(MONDAY, now, ZONE)).toBe('2026年11月23日 08:31');
    expect(writeMessageTime(MONDAY, MONDAY + 5 * 86_400_000, ZONE)).toBe('11月23日 08:31');
  });

  test.each([
    ['date_num', '2026-11-23'],
    ['date_short', '11月23日'],
    ['date', '2026年11月23日'],
    ['week', '星期一'],
    ['week_short', '周一'],
    ['time', '08:31'],
    ['time_sec', '08:31:00'],
    ['timezone', 'GMT+08:00'],
  ])('local_datetime %s reads %s', (format, shown) => {
    expect(writeLocalDatetime(MONDAY, format, ZONE)).toBe(shown);
  });

  test('a date column follows its pattern', () => {
    expect(writeDateFormat(MONDAY, 'YYYY/MM/DD HH:mm', ZONE)).toBe('2026/11/23 08:31');
  });
});

describe('people and messages', () => {
  test.each([
    [{ note: '项目秘书', tenantKey: 'home' }, '项目秘书'],
    [{ note: '住建局 局长', tenantKey: 'home' }, '责任单位'],
    [{ note: '分管领导', tenantKey: 'home' }, '领导'],
    [{ note: '综合办', tenantKey: 'home' }, '综合办'],
    [{ note: '企业联系人', tenantKey: 'home' }, '企业'],
    [{ note: '领导', tenantKey: 'other' }, '企业'],
    [{ tenantKey: 'home' }, '责任单位'],
  ])('%o belongs to %s', (user, group) => {
    expect(groupOf(user, 'home')).toBe(group);
  });

  test('a chat shows the summary of a card, else its title, and never what was recalled', () => {
    const header = { title: { tag: 'plain_text', content: '标题' } };
    expect(summarise(message('interactive', { config: { summary: { content: '摘要' } }, header }))).toBe(
      '摘要',
    );
    expect(summarise(message('interactive', { header }))).toBe('[卡片] 标题');
    expect(summarise(message('text', { text: 'x' }, { recalled: true }))).toBe('[已撤回一条消息]');
  });

  test('a person is called by a mention, by an at in a card, and by @所有人; not by an id that merely appears', () => {
    const card = (content: string) =>
      message('interactive', { body: { elements: [{ tag: 'markdown', content }] } });
    expect(mentions(card('<at id=ou_1></at>'), 'ou_1')).toBe(true);
    expect(mentions(card('<at ids=ou_2,ou_1></at>'), 'ou_1')).toBe(true);
    expect(mentions(card('<at id=all></at>'), 'ou_1')).toBe(true);
    expect(mentions(card("<person id='ou_1'></person>"), 'ou_1')).toBe(false);
    expect(mentions(card('<at id=ou_12></at>'), 'ou_1')).toBe(false);
    expect(mentions(message('text', { text: '@_all 开会' }), 'ou_1')).toBe(true);
    const named = { key: '@_user_1', openId: 'ou_1', name: '张', type: 'user' as const };
    expect(mentions(message('text', { text: '@_user_1' }, { mentions: [named] }), 'ou_1')).toBe(true);
  });

  test('the log says in words what a call or a push was', () => {
    expect(describeCall('POST', '/open-apis/im/v1/messages?receive_id_type=chat_id')).toBe('发消息');
    expect(describeCall('PATCH', '/open-apis/im/v1/messages/om_1')).toBe('更新卡片');
    expect(describePush('card.action.trigger')).toBe('点了卡片');
    expect(describePush('constructor')).toBe('推送');
  });
});

describe('values from a card that reach a style', () => {
  test('only colours of the palette and rgba pass', () => {
    expect(readColor('red', 'text')).toMatch(/^#/);
    expect(readColor('blue-50', 'ground')).toMatch(/^color-mix/);
    expect(readColor('rgba(1, 2, 3, 0.5)', 'ground')).toBe('rgba(1, 2, 3, 0.5)');
    expect(readColor('mine', 'text', { color: { mine: { light_mode: 'rgba(1,2,3,1)' } } })).toBe(
      'rgba(1,2,3,1)',
    );
    for (const bad of ['red;background:url(//x)', 'url(x)', 'constructor', 'constructor-50', 'default', 7]) {
      expect(readColor(bad, 'text')).toBeUndefined();
    }
  });

  test('lengths keep their limits and anything else is dropped', () => {
    expect(readBox('4px 0 200px -5px')).toBe('4px 0px 99px -5px');
    expect(readBox('1px;color:red')).toBeUndefined();
    expect(readLength('900px', 16, 600)).toBe('600px');
    expect(readLength('120%', 16, 600)).toBe('100%');
    expect(readSpacing('extra_large')).toBe('16px');
    expect(readSpacing('constructor')).toBeUndefined();
    expect(readTextSize('constructor', {}, false)).toBe('15px');
    expect(readTextSize('own', { text_size: { own: { mobile: 'heading-1' } } }, true)).toBe('24px');
  });

  test('names every object carries are neither entities nor emoji', () => {
    expect(parseInline('&constructor; :constructor: :toString:')).toEqual([
      { type: 'text', text: '&constructor; :constructor: :toString:' },
    ]);
  });
});
