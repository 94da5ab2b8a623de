import { describe, expect, it } from 'vitest';
import { matchPeople, matchProjects, matchUnits } from '../../../src/domain/ledger/match.ts';

const said = (...texts: string[]) => texts.map((text) => ({ text, where: [], count: 1 }));
const UNITS = [
  { id: 1, name: '住房和城乡建设局', shortNames: ['住建局'] },
  { id: 2, name: '自然资源和规划局', shortNames: ['自然资源局', '资规局'], formerNames: ['国土资源局'] },
  { id: 3, name: '供电公司', shortNames: ['电力公司'] },
  { id: 4, name: '经济和信息化局', shortNames: ['经信局'], closed: { successorId: 5 } },
  { id: 5, name: '工业和信息化局', shortNames: ['工信局'] },
  { id: 6, name: '征收办', shortNames: ['征拆办'] },
  { id: 7, name: '拆迁办', shortNames: ['征拆办'] },
];

describe('names of a ledger in the directory', () => {
  it('are found by name, short name, former name, alias, and through a merger', () => {
    const matched = matchUnits(
      said('住房和城乡建设局', '住建局', '国土资源局', '县住建', '经信局', '自然资源 局'),
      UNITS,
      new Map([['县住建', 1]]),
    );
    expect(matched.map(({ id, how }) => [id, how])).toEqual([
      [1, 'name'],
      [1, 'short-name'],
      [2, 'former-name'],
      [1, 'alias'],
      [5, 'short-name'],
      [2, 'short-name'],
    ]);
  });

  it('are asked with the nearest three when nobody bears them; a near name is never taken', () => {
    const [near, none] = matchUnits(said('县自然资源和规划局', '妇联'), UNITS);
    expect(near).toMatchObject({ id: null, how: 'asked', nearest: [{ id: 2 }] });
    expect(near?.nearest.length).toBeLessThanOrEqual(3);
    expect(none).toMatchObject({ id: null, how: 'asked' });
  });

  it('are asked when two bear them', () => {
    expect(matchUnits(said('征拆办'), UNITS)[0]).toMatchObject({ id: null, several: [6, 7] });
  });

  it('of people count within the unit of their row; two of one name elsewhere are asked', () => {
    const people = [
      { id: 1, name: '张伟', unitId: 1 },
      { id: 2, name: '张伟', unitId: 3 },
      { id: 3, name: '李娜', unitId: 2 },
    ];
    const unitOf = (unit: string) => matchUnits(said(unit), UNITS)[0]?.id ?? null;
    const of = (text: string, unit?: string) =>
      matchPeople([{ text, where: [], count: 1, ...(unit !== undefined && { unit }) }], people, unitOf)[0];
    expect(of('张伟', '住建局')).toMatchObject({ id: 1, text: '张伟' });
    expect(of('张伟', '供电公司')).toMatchObject({ id: 2 });
    expect(of('张伟')).toMatchObject({ id: null, several: [1, 2] });
    expect(of('李娜局长')).toMatchObject({ id: 3, text: '李娜局长' });
    expect(of('张县长')).toMatchObject({ id: null });
  });

  it('of projects are found by their enterprise, too', () => {
    const projects = [
      { id: 1, name: '精细磷化工项目', shortNames: ['兴发'], enterprise: '兴发集团' },
      { id: 2, name: '电子级磷酸项目', shortNames: [], enterprise: '兴福电子' },
      { id: 3, name: '硅材料项目', shortNames: [], enterprise: '兴发集团' },
    ];
    expect(matchProjects(said('兴福电子', '兴发', '兴发集团'), projects).map(({ id }) => id)).toEqual([
      2,
      1,
      null,
    ]);
  });
});
