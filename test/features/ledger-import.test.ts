import { describe, expect, it } from 'vitest';
import type { Person, Project, Unit } from '../../src/domain/model.ts';
import {
  compareItem,
  type KnownItem,
  type SaidOfItem,
} from '../../src/features/ledger-import/rules-compare.ts';
import { type Alias, makeNameBook } from '../../src/features/ledger-import/rules-names.ts';

const unit = (id: number, name: string, shortNames: string[] = [], more: object = {}) =>
  ({ id, name, shortNames, ...more }) as Unit;
const UNITS = [
  unit(1, '住房和城乡建设局', ['住建局']),
  unit(2, '自然资源和规划局', ['自然资源局', '资规局'], { formerNames: ['国土资源局'] }),
  unit(3, '供电公司', ['电力公司']),
  unit(4, '经济和信息化局', ['经信局'], { closed: { at: 0, successorId: 5 } }),
  unit(5, '工业和信息化局', ['工信局']),
  unit(6, '征收办', ['征拆办']),
  unit(7, '拆迁办', ['征拆办']),
  unit(8, '电力公司', []),
];
const project = (id: number, name: string, shortNames: string[] = [], enterprise: string | null = null) =>
  ({ id, name, shortNames, enterprise, archived: null }) as unknown as Project;
const person = (id: number, name: string, unitId: number | null) =>
  ({ id, name, unitId, home: true }) as Person;
const book = (aliases: Alias[] = []) =>
  makeNameBook({
    units: UNITS,
    projects: [
      project(1, '精细磷化工项目', ['兴发'], '兴发集团'),
      project(2, '电子级磷酸项目（一期）', [], '兴福电子'),
      project(3, '年产1.5万吨硅材料项目', [], '兴发集团'),
    ],
    people: [person(1, '张伟', 1), person(2, '张伟', 3), person(3, '李娜', 2)],
    aliases,
  });

describe('names of a ledger in the directory', () => {
  it('are found by name, short name, former name, alias, and through a merger', () => {
    const { unit: of } = book([
      { kind: 'unit', heard: '县住建', targetId: 1 },
      { kind: 'unit', heard: '经信委', targetId: 4 },
    ]);
    const said = ['住房和城乡建设局', '住建局', '国土资源局', '县住建', '经信局', '自然资源 局', '经信委'];
    expect(said.map(of)).toEqual([1, 1, 2, 1, 5, 2, 5]);
  });

  it('mean whom they are the whole name of before whom they are a short name of', () => {
    expect(book().unit('电力公司')).toBe(8);
  });

  it('in full are never those a choice of before was made for, and whoever belongs to another unit is asked', () => {
    const { unit: of, person } = book([
      { kind: 'unit', heard: '住房和城乡建设局', targetId: 4 },
      { kind: 'person', heard: '李娜', targetId: 3 },
    ]);
    expect(of('住房和城乡建设局')).toBe(1);
    expect([person('李娜', 1), book().person('李娜', 1), book().person('李娜')]).toEqual([3, undefined, 3]);
  });

  it('are asked with the nearest three when nobody bears them or two do; a near name is never taken', () => {
    const { unit: of, nearest } = book();
    for (const heard of ['县自然资源和规划局', '妇联', '征拆办', '住建局（人防办）'])
      expect(of(heard)).toBeUndefined();
    expect(nearest('unit', '县自然资源和规划局')[0]).toEqual({ id: 2, name: '自然资源和规划局' });
    expect(nearest('unit', '征拆办').map(({ id }) => id)).toEqual([6, 7]);
    expect(nearest('unit', '自资局')[0]?.id).toBe(2);
    expect(nearest('unit', '妇联')).toEqual([]);
  });

  it('with the area in front are offered first, not taken', () => {
    const { unit: of, likely } = book();
    for (const heard of ['市住建局', '华江市住建局', '区自然资源和规划局']) {
      expect(of(heard)).toBeUndefined();
      expect(likely('unit', heard)).toBe(heard.includes('住建') ? 1 : 2);
    }
    expect(likely('unit', '市民中心')).toBeUndefined();
  });

  it('said twice in one cell are one unit', () => {
    expect(book().unit('住建局（住房和城乡建设局）')).toBe(1);
  });

  it('of people count within the unit of their row, with or without an office; 张县长 is nobody', () => {
    const { person: of } = book();
    expect([of('张伟', 1), of('张伟', 3), of('张伟'), of('李娜局长'), of('李娜（副局长）')]).toEqual([
      1,
      2,
      undefined,
      3,
      3,
    ]);
    expect([of('张县长', 1), of('李局长', 2)]).toEqual([undefined, undefined]);
  });

  it('of projects are found by their enterprise when it has only one; another phase or size is another project', () => {
    const said = [
      '兴福电子',
      '兴发',
      '兴发集团',
      '电子级磷酸项目(一期)',
      '电子级磷酸项目（二期）',
      '年产15万吨硅材料项目',
    ];
    expect(said.map(book().project)).toEqual([2, 1, undefined, 2, undefined, undefined]);
  });
});

describe('what a row says anew of an item', () => {
  const said: SaidOfItem = {
    text: '资金缺口1.5亿元',
    unitId: 1,
    deadlineDay: '2026-12-01',
    longTerm: false,
    progress: '正在施工',
    closed: false,
  };
  const known = (more: Partial<KnownItem> = {}): KnownItem => ({
    id: 1,
    version: 1,
    kind: 'problem',
    projectId: 1,
    title: said.text,
    text: said.text,
    unitId: 1,
    deadlineDay: '2026-12-01',
    longTerm: false,
    undated: false,
    status: 'working',
    progress: said.progress,
    base: said,
    key: null,
    ...more,
  });

  it.each<[string, Partial<KnownItem>, Partial<SaidOfItem>, object]>([
    ['nothing, when nothing changed', {}, {}, { verdict: 'same' }],
    [
      'nothing, where its cells are empty',
      {},
      { unitId: null, deadlineDay: null, progress: '' },
      { verdict: 'same' },
    ],
    [
      'its progress, where only the file went on',
      {},
      { progress: '已送电' },
      { verdict: 'changed', progress: true },
    ],
    ['nothing, where only we went on', { progress: '已送电' }, {}, { verdict: 'same' }],
    [
      'a conflict, where both went on',
      { progress: '已送电' },
      { progress: '停工' },
      { verdict: 'conflict', why: 'progress' },
    ],
    [
      'a conflict, where no file spoke of it before',
      { base: undefined, unitId: 2 },
      {},
      { verdict: 'conflict', why: 'unit' },
    ],
    ['15亿 is shown beside 1.5亿', {}, { text: '资金缺口15亿元' }, { verdict: 'conflict', why: 'text' }],
    [
      'what is struck off is not opened',
      { status: 'closed' },
      { progress: '已送电' },
      { verdict: 'conflict', why: 'over' },
    ],
  ])('%s', (_name, ours, theirs, verdict) => {
    expect(compareItem(known(ours), { ...said, ...theirs })).toMatchObject(verdict);
  });
});
