/** Orders in plain words, made of their parts: each is one, and its question is none. */
import { describe, expect, test } from 'vitest';
import { HANDS_OVER, OBJECT, TELLS, WATCHES } from '../../src/language/lexicon/said-orders.ts';
import { ordersSaid, toldTo } from '../../src/language/said-order.ts';

const TELL = ['让', '叫', '请', '通知', '喊', '要求', '告诉', '请通知'];
const WHOM = ['钱进', '水利局', '他们', '各单位', '这几家'];
const DO = [
  '今天回个话',
  '抓紧去谈',
  '说下情况',
  '快点',
  '下班前报进展',
  '亲自抓',
  '把手续办了',
  '明天之前拿出方案',
];
const FRAME = ['', '麻烦', '帮我', '你', '那就', '顺便'];

describe('somebody is told to do something', () => {
  for (const tell of TELL)
    test(`${tell}…`, () => {
      for (const whom of WHOM)
        for (const does of DO)
          for (const frame of FRAME) {
            const said = `${frame}${tell}${whom}${does}`;
            const heard = ordersSaid(said).some(
              (order) =>
                order.kind === 'tell' &&
                order.before === '' &&
                order.rest.startsWith(whom) &&
                toldTo(order.rest.slice(whom.length)) === '',
            );
            expect(heard, said).toBe(true);
          }
    });

  test.each(['签收', '抓紧办一下', '尽快处理', '今天去看一下', '报一下'])(
    '%s…那件 is of that one',
    (does) => {
      for (const [object, what] of [
        ['路灯那件', '路灯那件'],
        ['供水压力的事', '供水压力的事'],
        ['排污许可那个问题', '排污许可那个问题'],
      ] as const)
        expect(toldTo(`${does}${object}`), object).toBe(what);
      expect(toldTo(`${does}这件`)).toBe('');
    },
  );

  test.each(['让李航办的有几件', '让李航办了没有', '通知发了没有', '请问逾期的有几件', '告诉我逾期的'])(
    '%s is asked',
    (said) => {
      const told = ordersSaid(said).filter(
        (order) => order.kind === 'tell' && toldTo(order.rest.slice(2)) !== undefined,
      );
      expect(told).toEqual([]);
    },
  );
});

test.each([
  ['路灯那个延三天', { kind: 'extend', what: '路灯那个', until: undefined }],
  ['往后推两周', { kind: 'extend', what: '', until: undefined }],
  ['延几天', { kind: 'extend', what: '', until: undefined }],
  ['把路灯那个延到下周五', { kind: 'extend', what: '路灯那个', until: '下周五' }],
  ['挂一下账', { kind: 'pause', what: '' }],
  ['路灯那个先挂起来', { kind: 'pause', what: '路灯那个' }],
  ['退回去', { kind: 'return', what: '' }],
  ['这件别催了', { kind: 'quiet', what: '' }],
  ['报给唐市长', { kind: 'raise', what: '' }],
  ['转给钱进看一下', { kind: 'route', what: '', to: '钱进' }],
  ['逾期的都转给赵磊', { kind: 'route', what: '逾期的', to: '赵磊' }],
  ['水压不够的事催一下水利局', { kind: 'urge', what: '水压不够的事', whom: '水利局' }],
  ['催催那几家没签的', { kind: 'watch', what: '那几家没签的' }],
])('%s', (said, order) => {
  expect(ordersSaid(said)[0]).toEqual(order);
});

test.each([
  '延了三天',
  '延到哪天',
  '拖延三天',
  '哪些别催',
  '转给谁了',
  '派给水利局的有几件',
  '退回过几次',
  '挂账的有几件',
  '延期的有几个',
])('%s is no order', (said) => {
  expect(ordersSaid(said).filter(({ kind }) => kind !== 'watch')).toEqual([]);
});

test('long repetition is read in time', () => {
  const began = performance.now();
  for (const part of ['让他们', '今天', '把', '都', '转给', '有的话', '延', '催一下', ' ,'])
    for (const frame of [TELLS, OBJECT, WATCHES, HANDS_OVER]) part.repeat(2000).search(frame);
  for (const part of ['让他们', '今天', '把', '都', '有的话', '催']) ordersSaid(part.repeat(20));
  expect(performance.now() - began).toBeLessThan(2000);
});
