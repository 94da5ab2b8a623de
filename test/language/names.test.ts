import { describe, expect, test } from 'vitest';
import { createDirectory } from '../../src/domain/directory.ts';
import { readNames } from '../../src/language/names.ts';
import { readPhrase } from '../../src/language/phrase.ts';
import { DATA } from '../commands/place.ts';

const extra = { ...DATA.units[0]!, shortNames: [] };
const directory = createDirectory({
  ...DATA,
  units: [
    ...DATA.units,
    { ...extra, id: 8, name: '民政局', shortNames: ['民政'] },
    { ...extra, id: 9, name: '行政审批局' },
    { ...extra, id: 10, name: '水利局' },
  ],
  projects: [
    ...DATA.projects,
    { ...DATA.projects[0]!, id: 15, name: '三峡光伏', shortNames: ['光伏'], enterprise: null },
  ],
});

const names = (text: string) => readNames(readPhrase(text), directory).map(({ name }) => name);
const units = (text: string) =>
  readNames(readPhrase(text), directory).flatMap(({ name, unitIds }) => (unitIds.length > 0 ? [name] : []));

describe('a name is a whole word', () => {
  test.each([
    '新兴发展大道路灯不亮',
    '新兴发电厂停机',
    '厂房楼顶光伏板被风刮落',
    '光伏组件破损',
    '老兴发厂房漏雨',
    '兴发路积水',
    '兴发大道积水',
    '兴发小区停电',
    '人民政府大院漏水',
    '民政优抚材料未交',
    '住建局长不在',
    '民政局长没签字',
    '水利局域网断了',
    '供电公司家属院停电',
    '供电公司宿舍漏水',
    '兴发集团大道路面破损',
    '2012月工程款未付',
  ])('no name in “%s”', (text) => {
    expect(names(text)).toEqual([]);
  });

  test.each<[string, string[]]>([
    ['隔壁兴发集团排水影响我厂', ['兴发集团']],
    ['兴发的围墙倒了', ['兴发']],
    ['兴发路灯不亮', ['兴发']],
    ['兴发厂停电', ['兴发']],
    ['兴发电厂停机', ['兴发']],
    ['美利信围墙被撞倒', ['美利信']],
    ['请住建局3天内解决', ['住建局']],
    ['厂区围墙裂缝住建局3个工作日', ['住建局']],
    ['门口积水住建局', ['住建局']],
    ['路灯不亮住建', ['住建']],
    ['道路未通行政审批局3天', ['行政审批局']],
    ['道路不通行政审批局3天', ['行政审批局']],
    ['住建局未批复施工许可', ['住建局']],
    ['住建局限期整改', ['住建局']],
    ['住建局长期不处理', ['住建局']],
    ['自然资源局已批但住建局未批', ['自然资源局', '住建局']],
    ['国网供电公司停电', ['国网供电公司']],
    ['宜都市住建局', ['宜都市', '住建局']],
    ['民政那边没回复', ['民政']],
    ['12月工程道路未通', ['12月工程']],
  ])('“%s”: %j', (text, wanted) => {
    expect(names(text)).toEqual(wanted);
  });

  test('a unit that only says where it is is nobody to act', () => {
    expect(units('供电公司门口积水')).toEqual([]);
    expect(units('住建局对面路灯不亮 供电公司')).toEqual(['供电公司']);
    expect(units('供电公司线路断了')).toEqual(['供电公司']);
  });
});
