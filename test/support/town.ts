/** A small town for rule tests: city › county A › park, and county B beside; people, units, projects, roles. */

import type { Actor } from '../../src/domain/actor.ts';
import { createDirectory, type Directory } from '../../src/domain/directory.ts';
import type { Deadline } from '../../src/domain/issue.ts';
import {
  DEFAULT_BULLETIN,
  DEFAULT_RULES,
  type DirectoryData,
  type Person,
  type Project,
} from '../../src/domain/model.ts';
import { dayOf, type Instant, instantAt } from '../../src/domain/time.ts';
import { DEFAULT_HOURS, DEFAULT_QUIET } from '../../src/domain/worktime.ts';
import { NO_FACTS } from './blank-project.ts';

export const ZONE = 'Asia/Shanghai';

export const CITY = 1;
export const COUNTY = 2;
export const PARK = 3;
export const OTHER_COUNTY = 4;

/** 自然资源局: coordinator and head. */
export const LAND = 10;
/** 住建局: coordinator and head. */
export const HOUSING = 11;
/** 供电公司: a head, no coordinator. */
export const POWER = 12;
/** Nobody stands in it. */
export const HOLLOW = 13;
/** Of the other county. */
export const ELSEWHERE = 20;

export const who = {
  landCoordinator: 101,
  landHead: 102,
  landMember: 103,
  housingCoordinator: 111,
  housingHead: 112,
  powerHead: 122,
  elsewhereCoordinator: 201,
  secretary: 30,
  contact: 40,
  otherContact: 41,
  stranger: 42,
  homeContact: 43,
  office: 50,
  cityOffice: 51,
  otherOffice: 52,
  leader: 60,
  principal: 61,
  projectLeader: 62,
  administrator: 70,
  groupMember: 80,
} as const;

/** With secretary, leader and contact, in the park. */
export const XINGFA = 100;
/** With nobody, on the green channel, in the park. */
export const MEILIXIN = 101;
/** In the other county. */
export const FAR = 102;

export const LAND_CATEGORY = 5;
export const OTHER_CATEGORY = 6;

function project(id: number, areaId: number, facts: Partial<Project>): Project {
  return {
    id,
    areaId,
    name: `项目${id}`,
    shortNames: [],
    enterprise: null,
    leaderId: null,
    secretaryId: null,
    leadUnitId: null,
    memberUnitIds: [],
    contactIds: [],
    startOn: null,
    productionOn: null,
    greenChannel: false,
    ...NO_FACTS,
    industries: [],
    ...facts,
  };
}

export const TOWN: DirectoryData = {
  version: 1,
  areas: [
    { id: CITY, parentId: null, name: '市' },
    { id: COUNTY, parentId: CITY, name: '甲县' },
    { id: PARK, parentId: COUNTY, name: '园区' },
    { id: OTHER_COUNTY, parentId: CITY, name: '乙县' },
  ],
  units: [
    { id: LAND, areaId: COUNTY, name: '自然资源局', shortNames: [], headId: 102, coordinatorId: 101 },
    { id: HOUSING, areaId: COUNTY, name: '住建局', shortNames: [], headId: 112, coordinatorId: 111 },
    { id: POWER, areaId: COUNTY, name: '供电公司', shortNames: [], headId: 122, coordinatorId: null },
    { id: HOLLOW, areaId: COUNTY, name: '某办', shortNames: [], headId: null, coordinatorId: null },
    {
      id: ELSEWHERE,
      areaId: OTHER_COUNTY,
      name: '乙县某局',
      shortNames: [],
      headId: null,
      coordinatorId: 201,
    },
  ],
  categories: [
    { id: LAND_CATEGORY, name: '用地', keywords: [], unitId: LAND, limitDays: 7 },
    { id: OTHER_CATEGORY, name: '其他', keywords: [], unitId: null, limitDays: 3 },
  ],
  projects: [
    project(XINGFA, PARK, {
      leaderId: 62,
      secretaryId: 30,
      leadUnitId: LAND,
      memberUnitIds: [LAND, HOUSING],
      contactIds: [40],
    }),
    project(MEILIXIN, PARK, { greenChannel: true }),
    project(FAR, OTHER_COUNTY, { contactIds: [41] }),
  ],
  grants: [
    { personId: 50, role: 'office', areaId: COUNTY },
    { personId: 51, role: 'office', areaId: CITY },
    { personId: 52, role: 'office', areaId: OTHER_COUNTY },
    { personId: 60, role: 'leader', areaId: COUNTY },
    { personId: 61, role: 'principal', areaId: COUNTY },
    { personId: 70, role: 'administrator', areaId: CITY },
  ],
  holidays: [],
  publishedYears: [],
  notices: [],
  standIns: [],
  unreachable: [],
  settings: {
    timeZone: ZONE,
    hours: DEFAULT_HOURS,
    quiet: DEFAULT_QUIET,
    limitDays: 5,
    unroutedClock: '17:00',
    urgentApp: false,
    undoMinutes: 2,
    staleMinutes: 10,
    boardHours: 12,
    rules: DEFAULT_RULES,
    bulletin: DEFAULT_BULLETIN,
  },
};

export const town: Directory = createDirectory(TOWN);

/** The town with some rows replaced. */
export function townWith(facts: Partial<DirectoryData>): Directory {
  return createDirectory({ ...TOWN, ...facts });
}

const UNIT_OF: Record<number, number> = {
  101: LAND,
  102: LAND,
  103: LAND,
  111: HOUSING,
  112: HOUSING,
  122: POWER,
  201: ELSEWHERE,
};
const FOREIGN: readonly number[] = [who.contact, who.otherContact, who.stranger];

/** The actor as the database would load it from the town's rows. */
export function actorOf(id: number, directory: Directory = town): Actor {
  const { projects, units, grants } = directory.data;
  const ids = (keep: (one: Project) => boolean) => projects.filter(keep).map((one) => one.id);
  const home = !FOREIGN.includes(id);
  const standsInFor = directory.data.standIns.flatMap((one) => (one.deputyId === id ? [one.personId] : []));
  const selves = [id, ...standsInFor];
  const isMe = (one: number | null) => one !== null && selves.includes(one);
  const person: Person = {
    id,
    openId: `ou_${id}`,
    name: `某${id}`,
    tenantKey: home ? 'home' : 'other',
    home,
    unitId: UNIT_OF[id] ?? null,
    mutedUntil: null,
    unreachableSince: null,
    digest: 'daily',
  };
  return {
    person,
    grants: grants.filter(
      (grant) => grant.personId === id || (isMe(grant.personId) && grant.role !== 'administrator'),
    ),
    secretaryOf: ids((one) => isMe(one.secretaryId)),
    leaderOf: ids((one) => isMe(one.leaderId)),
    contactOf: id === who.homeContact ? [XINGFA] : ids((one) => one.contactIds.some(isMe)),
    groupProjectIds: id === who.groupMember || id === who.stranger ? [XINGFA] : [],
    signsFor: units
      .filter(
        (unit) =>
          isMe(unit.headId) ||
          isMe(unit.coordinatorId) ||
          standsInFor.some((one) => UNIT_OF[one] === unit.id),
      )
      .map((unit) => unit.id),
    standsInFor,
  };
}

/** '2026-11-23 10:00' in the town's zone. 2026-11-23 is a Monday; no holiday is near. */
export function at(words: string): Instant {
  const [day, clock] = words.split(' ');
  return instantAt(day!, clock ?? '00:00', ZONE);
}

/** A deadline at the end of working time of a day, or at an hour of it. */
export function until(words: string): Deadline {
  const [day, hour] = words.split(' ');
  const instant = at(`${day} ${hour ?? DEFAULT_HOURS.end}`);
  const on = dayOf(instant, ZONE);
  const rule = { kind: 'day', start: '2026-11-23', day: on, ...(hour ? { hour } : {}) } as const;
  return { at: instant, day: on, phrase: words, rule, ...(hour ? { hour } : {}) };
}
