/** The demo's zone for reading tests, with two areas below it; Wednesday 2026-11-18, 10:00 in Shanghai. */
import { CATEGORIES, PROJECTS, UNITS } from '../../src/demo/zone.ts';
import { createDirectory } from '../../src/domain/directory.ts';
import type { ReadContext } from '../../src/language/definition.ts';
import { actor, DATA, inPrivate, ME } from './place.ts';

const COUNTY = 2;
const [ZONE, PARK] = [3, 5];
const [blank] = DATA.projects;
const units = UNITS.filter(({ key }) => key !== 'enterprise');
const idOf = new Map(units.map(({ key }, i) => [key, i + 1]));

export const demoDirectory = createDirectory({
  ...DATA,
  areas: [...DATA.areas, { id: PARK, parentId: COUNTY, name: '枝城园区' }],
  units: units.map(({ name, shortNames }, i) => ({
    id: i + 1,
    areaId: COUNTY,
    name,
    shortNames: shortNames ?? [],
    headId: null,
    coordinatorId: null,
  })),
  categories: CATEGORIES.map(({ name, keywords, unit, limitDays }, i) => ({
    id: 21 + i,
    name,
    keywords,
    unitId: idOf.get(unit) ?? null,
    limitDays,
  })),
  projects: PROJECTS.map(({ name, shortNames, enterprise, industries }, i) => ({
    ...blank!,
    id: 11 + i,
    name,
    shortNames,
    enterprise,
    industries,
    areaId: i % 2 ? ZONE : PARK,
  })),
});

/** To a leader of the whole of it. */
export const toLeader: ReadContext = {
  ...inPrivate,
  directory: demoDirectory,
  actor: { ...actor, grants: [{ personId: ME, role: 'leader', areaId: 1 }] },
};
