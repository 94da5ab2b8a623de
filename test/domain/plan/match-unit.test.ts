import { describe, expect, it } from 'vitest';
import type { Unit } from '../../../src/domain/model.ts';
import { DEFAULT_TEMPLATE } from '../../../src/domain/plan/default-template.ts';
import { matchUnit, unitOfLink } from '../../../src/domain/plan/match-unit.ts';
import {
  CITY,
  COUNTY,
  HOUSING,
  LAND,
  OTHER_COUNTY,
  PARK,
  POWER,
  TOWN,
  townWith,
} from '../../support/town.ts';

const unit = (id: number, areaId: number, name: string, facts: Partial<Unit> = {}): Unit => ({
  id,
  areaId,
  name,
  shortNames: [],
  headId: null,
  coordinatorId: null,
  ...facts,
});

/** Matched in the park, among the town's units and these. */
const match = (words: string[], units: Unit[] = [], areaId = PARK) =>
  matchUnit(words, areaId, townWith({ units: [...TOWN.units, ...units] }));

describe('matchUnit', () => {
  it.each<[string, string[], Unit[], number | null]>([
    ['by name', ['住建局'], [], HOUSING],
    ['by a word of the name', ['自然资源'], [], LAND],
    ['by the first word that fits', ['自然资源和规划局', '自然资源'], [], LAND],
    ['by short name', ['生态环境'], [unit(30, COUNTY, '县环境局', { shortNames: ['生态环境局'] })], 30],
    ['by former name', ['环保局'], [unit(30, COUNTY, '生态环境局', { formerNames: ['环保局'] })], 30],
    [
      'by name before a part of another',
      ['水利局'],
      [unit(30, COUNTY, '水利局'), unit(31, COUNTY, '水利局质监站')],
      30,
    ],
    [
      'by a word, the unit before its parts',
      ['人社'],
      [unit(30, COUNTY, '人社局'), unit(31, COUNTY, '人社局监察队')],
      30,
    ],
    [
      'not at all when two fit alike',
      ['水务'],
      [unit(30, COUNTY, '水务局'), unit(31, COUNTY, '水务公司')],
      null,
    ],
    [
      'by the next word when two fit alike',
      ['水务', '供电'],
      [unit(30, COUNTY, '水务局'), unit(31, COUNTY, '水务公司')],
      POWER,
    ],
    ['in the lowest area above', ['住建'], [unit(30, PARK, '园区住建办'), unit(31, CITY, '市住建局')], 30],
    ['above the area before below it', ['住建'], [unit(30, PARK, '园区住建办')], HOUSING],
    ['not in another county', ['林业'], [unit(30, OTHER_COUNTY, '林业局')], null],
    [
      'not a closed one, but its heir',
      ['建委'],
      [unit(30, COUNTY, '县建委', { closed: { at: 0, successorId: HOUSING } })],
      HOUSING,
    ],
    [
      'not an abolished one',
      ['建委'],
      [unit(30, COUNTY, '县建委', { closed: { at: 0, successorId: null } })],
      null,
    ],
    ['by the category that knows the word', ['用地'], [], LAND],
    ['not by one character', ['局'], [], null],
    ['not without words', [], [], null],
  ])('finds a unit %s', (what, words, units, expected) => {
    expect(match(words, units, what === 'above the area before below it' ? COUNTY : PARK)).toBe(expected);
  });

  it('finds below an area what it has not itself', () => {
    expect(match(['住建办'], [unit(30, PARK, '园区住建办')], CITY)).toBe(30);
  });

  it('gives every link of the shipped template a unit where the usual ones are there', () => {
    const names = [
      '发改局',
      '自然资源和规划局',
      '生态环境局',
      '水利局',
      '住建局',
      '供电公司',
      '不动产登记中心',
      '人防办',
    ];
    const units = names.map((name, at) => unit(50 + at, COUNTY, name));
    const directory = townWith({ units });
    const found = DEFAULT_TEMPLATE.links.map((link) => names[(unitOfLink(link, PARK, directory) ?? 0) - 50]);
    expect(found).toEqual([
      '发改局',
      '自然资源和规划局',
      '自然资源和规划局',
      '自然资源和规划局',
      '不动产登记中心',
      '发改局',
      '生态环境局',
      '水利局',
      '自然资源和规划局',
      '自然资源和规划局',
      '自然资源和规划局',
      '供电公司',
      '住建局',
      '住建局',
      '住建局',
      '人防办',
      '住建局',
      '住建局',
      '自然资源和规划局',
      '住建局',
      '住建局',
      '生态环境局',
    ]);
  });

  it('puts the unit an administrator chose before all words, as long as it is there', () => {
    const link = { unitId: POWER, authorities: ['住建'] };
    expect(unitOfLink(link, PARK, townWith({}))).toBe(POWER);
    const closed = TOWN.units.map((one) =>
      one.id === POWER ? { ...one, closed: { at: 0, successorId: null } } : one,
    );
    expect(unitOfLink(link, PARK, townWith({ units: closed }))).toBe(HOUSING);
  });
});
