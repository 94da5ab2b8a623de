import { describe, expect, it } from 'vitest';
import { readNameCell, stripPhones } from '../../../src/domain/ledger/name-cell.ts';

const of = (text: string, personFirst = false) => {
  const { lead = '', co, people } = readNameCell(text, undefined, personFirst);
  return [lead, co.join(','), people.join(',')];
};

describe('a cell of units', () => {
  it.each([
    ['住建局、财政局，发改局', ['住建局', '财政局,发改局', '']],
    ['住建局 财政局', ['住建局', '财政局', '']],
    ['住建局／财政局', ['住建局', '财政局', '']],
    ['自然资源 局', ['自然资源局', '', '']],
    ['住建局/张三丰', ['住建局', '', '张三丰']],
    ['住建局（张三）', ['住建局', '', '张三']],
    ['住建局：张三', ['住建局', '', '张三']],
    ['牵头:住建局 配合:财政局,发改局', ['住建局', '财政局,发改局', '']],
    ['牵头单位：住建局；配合单位：财政局、发改局', ['住建局', '财政局,发改局', '']],
    ['配合单位：财政局；牵头单位：住建局', ['住建局', '财政局', '']],
    ['财政局、住建局（牵头）', ['住建局', '财政局', '']],
    ['自然资源和规划局', ['自然资源和规划局', '', '']],
    ['各镇（街道）', ['各镇(街道)', '', '']],
    ['财政局、发改局按职责分工负责', ['财政局', '发改局', '']],
    ['住建局等相关单位', ['住建局', '', '']],
    ['东圣化工', ['东圣化工', '', '']],
    ['/', ['', '', '']],
  ])('%s names %j', (text, expected) => {
    expect(of(text)).toEqual(expected);
  });
});

describe('a cell of people', () => {
  it.each([
    ['张三丰 13812345678', ['', '', '张三丰']],
    ['李四、王五', ['', '', '李四,王五']],
    ['张 三', ['', '', '张三']],
    ['住建局 张三', ['住建局', '', '张三']],
    ['张三（住建局）', ['住建局', '', '张三']],
    ['张县长', ['', '', '张县长']],
  ])('%s names %j', (text, expected) => {
    expect(of(text, true)).toEqual(expected);
  });

  it.each([
    ['张三13812345678', '张三', 1],
    ['张三 138 1234 5678', '张三', 1],
    ['张三，联系电话：0717-3812345', '张三', 1],
    ['张三（3812345）、李四15912345678', '张三、李四', 2],
    ['+86 13812345678', '', 1],
    ['S224改线', 'S224改线', 0],
    ['鄂（2022）0001号', '鄂（2022）0001号', 0],
  ])('%s without its telephones is %s', (text, rest, phones) => {
    const stripped = stripPhones(text);
    expect(stripped.phones).toBe(phones);
    expect(stripped.text.replace(/\s+(?=、)|\s+$/g, '')).toBe(rest);
  });
});
