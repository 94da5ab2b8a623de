/** What is said one after the other in a message is cut where something new is asked, and nowhere else. */
import { describe, expect, test } from 'vitest';
import { partsOf } from '../../src/language/parts.ts';

const FIRST = [
  '住建局有几件快到期',
  '没人接的件有哪些',
  '尾矿库那件还剩几天',
  '10月份办结了几件',
  '安琪什么时候投产',
];
const SECOND = ['哪天到', '是哪几个单位的', '让蒋平抓紧办', '比计划晚几天'];
const BETWEEN = ['，', ',', ' ', '？', '? ', '；', '。', '\n', '，另外', '，还有就是', '，顺便问一下'];

describe('parts', () => {
  test.each(BETWEEN)('%j stands between two', (between) => {
    for (const first of FIRST)
      for (const second of SECOND) expect(partsOf(`${first}${between}${second}`)).toEqual([first, second]);
  });

  test.each([
    '住建局、供电公司、水利局逾期几件',
    '3,5号什么情况',
    '我在邦普现场，他们的问题有几件',
    '帮我看一下，住建局逾期几件',
    '那个谁 让尤佳今天给个说法',
    '红的有几个，高新区的',
    '路灯那个事，交通局接了吗',
  ])('%s is one', (said) => {
    expect(partsOf(said).length).toBeLessThan(2);
  });

  test('a story is not cut', () => {
    expect(partsOf('几件，'.repeat(4))).toEqual([]);
    expect(partsOf('住建局有几件没办完，'.repeat(9))).toEqual([]);
  });
});
