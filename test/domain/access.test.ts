import { describe, expect, test } from 'vitest';
import {
  type Action,
  allows,
  MAY,
  ROLE_NAMES,
  type RoleCode,
  visibleScope,
} from '../../src/domain/access.ts';
import type { Actor } from '../../src/domain/actor.ts';
import type { Directory } from '../../src/domain/directory.ts';
import type { Issue, IssueVerb } from '../../src/domain/issue.ts';
import { maySay } from '../../src/verbs/decide.ts';
import { isVerb, VERBS } from '../../src/verbs/verbs.ts';
import { logged } from '../support/given.ts';
import {
  actorOf,
  CITY,
  COUNTY,
  ELSEWHERE,
  FAR,
  HOUSING,
  LAND,
  MEILIXIN,
  OTHER_COUNTY,
  PARK,
  TOWN,
  town,
  townWith,
  who,
  XINGFA,
} from '../support/town.ts';

const own: Issue = { ...logged(), reporterId: 999, status: 'verifying', doneBy: who.landMember };
const foreignUnit: Issue = { ...own, unitId: HOUSING, assigneeId: null };
const otherProject: Issue = { ...own, projectId: MEILIXIN, unitId: HOUSING };
const otherCounty: Issue = { ...own, areaId: OTHER_COUNTY, projectId: FAR, unitId: ELSEWHERE };

/** Verbs by their descriptors, everything else by the table. */
function rightOf(
  actor: Actor,
  action: Action | IssueVerb,
  issue: Issue | null,
  directory: Directory,
  where = {},
) {
  return issue && isVerb(action)
    ? maySay(actor, action, issue, directory, where)
    : allows(actor, action as Action, issue, directory, where);
}

const may = (person: number, action: Action | IssueVerb, issue: Issue | null, where = {}) =>
  rightOf(actorOf(person), action, issue, town, where) === true;

describe('the rights table, row by row (product.md §8)', () => {
  /** Columns: see, route, sign, verify, approve of an issue in reach; then the same of one out of reach. */
  const columns = ['see', 'route', 'sign', 'verify', 'decide-request'] as const;
  const rows: [string, number, Issue, string, Issue, string][] = [
    ['enterprise contact', who.contact, own, 'see verify', otherProject, ''],
    ['unit member', who.landMember, own, 'see route sign', foreignUnit, ''],
    ['unit coordinator', who.landCoordinator, own, 'see route sign', foreignUnit, ''],
    ['secretary', who.secretary, own, 'see route sign verify', otherProject, ''],
    ['office', who.office, own, 'see route sign verify decide-request', otherCounty, ''],
    [
      'office above',
      who.cityOffice,
      own,
      'see route sign verify decide-request',
      otherCounty,
      'see route sign verify decide-request',
    ],
    ['leader', who.leader, own, 'see route verify decide-request', otherCounty, ''],
    ['principal leader', who.principal, own, 'see route verify decide-request', otherCounty, ''],
    ['leader of the project', who.projectLeader, own, 'see route verify decide-request', otherProject, ''],
    ['administrator', who.administrator, own, '', otherCounty, ''],
    ['member of the project group', who.groupMember, own, 'see', otherProject, ''],
    ['contact of another project', who.otherContact, own, '', otherProject, ''],
    ['stranger of another tenant', who.stranger, own, '', otherProject, ''],
  ];
  test.each(rows)('%s', (_name, person, near, allowed, far, allowedFar) => {
    expect(columns.filter((action) => may(person, action, near)).join(' ')).toBe(allowed);
    expect(columns.filter((action) => may(person, action, far)).join(' ')).toBe(allowedFar);
  });

  const logs: [string, number, boolean, boolean][] = [
    ['enterprise contact', who.contact, true, false],
    ['enterprise contact of the own tenant', who.homeContact, true, false],
    ['unit member', who.landMember, true, true],
    ['secretary', who.secretary, true, true],
    ['office', who.office, true, true],
    ['leader', who.leader, true, true],
    ['administrator', who.administrator, false, false],
    ['contact of another project', who.otherContact, false, false],
    ['stranger of another tenant', who.stranger, false, false],
  ];
  test.each(logs)('logging: %s', (_name, person, ownProject, anyProject) => {
    expect(may(person, 'log', null, { projectId: XINGFA })).toBe(ownProject);
    expect(may(person, 'log', null, { projectId: MEILIXIN })).toBe(anyProject);
  });

  test('settings: a secretary those of the own project, the office those of its area, the administrator all', () => {
    const settings = (person: number, where: object) => may(person, 'settings', null, where);
    expect(settings(who.secretary, { projectId: XINGFA })).toBe(true);
    expect(settings(who.secretary, { projectId: MEILIXIN })).toBe(false);
    expect(settings(who.secretary, { areaId: COUNTY })).toBe(false);
    expect(settings(who.office, { projectId: XINGFA })).toBe(true);
    expect(settings(who.office, { areaId: PARK })).toBe(true);
    expect(settings(who.office, { areaId: CITY })).toBe(false);
    expect(settings(who.office, { areaId: OTHER_COUNTY })).toBe(false);
    expect(settings(who.office, {})).toBe(false);
    expect(settings(who.administrator, {})).toBe(true);
    expect(settings(who.administrator, { projectId: FAR })).toBe(true);
    expect(settings(who.leader, { areaId: COUNTY })).toBe(false);
    expect(settings(who.contact, { projectId: XINGFA })).toBe(false);
    expect(may(who.administrator, 'admin', null)).toBe(true);
    for (const person of Object.values(who).filter((id) => id !== who.administrator)) {
      expect(may(person, 'admin', null)).toBe(false);
    }
  });
});

describe('reach', () => {
  test('office rights reach down the tree, never up and never across', () => {
    const cityIssue: Issue = { ...own, areaId: CITY, projectId: null, unitId: null };
    expect(may(who.office, 'see', { ...own, areaId: PARK })).toBe(true);
    expect(may(who.office, 'see', cityIssue)).toBe(false);
    expect(may(who.office, 'see', otherCounty)).toBe(false);
    expect(may(who.otherOffice, 'decide-request', own)).toBe(false);
  });

  test('an administrator who is also the office has the office row', () => {
    const grants = [...TOWN.grants, { personId: who.administrator, role: 'office' as const, areaId: COUNTY }];
    const both = townWith({ grants });
    expect(rightOf(actorOf(who.administrator, both), 'route', own, both)).toBe(true);
  });

  test('people of other tenants have only the enterprise row, whatever roles a row may give them', () => {
    const actor = actorOf(who.contact);
    const loaded = {
      ...actor,
      grants: [{ personId: 40, role: 'office' as const, areaId: CITY }],
      secretaryOf: [XINGFA],
      signsFor: [LAND],
      standsInFor: [],
    };
    const verbs: (Action | IssueVerb)[] = [
      'route',
      'sign',
      'decide-request',
      'urge',
      'correct',
      'admin',
      'settings',
      'on-the-spot',
    ];
    for (const verb of verbs) expect(rightOf(loaded, verb, own, town, { projectId: XINGFA })).not.toBe(true);
    expect(rightOf(loaded, 'verify', own, town)).toBe(true);
    expect(rightOf(loaded, 'rate', own, town)).toBe(true);
    expect(rightOf(loaded, 'see', { ...otherProject, reporterId: 40 }, town)).not.toBe(true);
  });

  test('a stranger of another tenant sees and logs in the group of the project, and nowhere else', () => {
    const here = { chatProjectIds: [XINGFA] };
    expect(may(who.stranger, 'see', own, here)).toBe(true);
    expect(may(who.stranger, 'log', null, { ...here, projectId: XINGFA })).toBe(true);
    expect(may(who.stranger, 'verify', own, here)).toBe(false);
    expect(may(who.stranger, 'see', own)).toBe(false);
    expect(may(who.otherContact, 'see', own, here)).toBe(false);
  });

  test('a stranger of another tenant has the rights of the reporter as long as the group has them', () => {
    const mine: Issue = { ...own, reporterId: who.stranger };
    expect(may(who.stranger, 'see', mine)).toBe(true);
    expect(may(who.stranger, 'void', mine)).toBe(true);
    const left = { ...actorOf(who.stranger), groupProjectIds: [] };
    for (const verb of ['see', 'void', 'reopen', 'correct', 'attach'] as const)
      expect(rightOf(left, verb, mine, town)).not.toBe(true);
  });

  test('the person named may work although of another unit, a co-unit sees and ticks only', () => {
    const named: Issue = { ...own, assigneeId: who.housingCoordinator };
    expect(may(who.housingCoordinator, 'sign', named)).toBe(true);
    expect(may(who.housingCoordinator, 'sign', own)).toBe(false);
    const helped: Issue = { ...own, coUnits: [{ unitId: HOUSING, doneAt: null, doneBy: null }] };
    expect(may(who.housingHead, 'see', helped)).toBe(true);
    expect(may(who.housingHead, 'tick-co-unit', helped)).toBe(true);
    expect(may(who.housingHead, 'report-done', helped)).toBe(false);
  });

  test('void is for the reporter and the office only', () => {
    const mine: Issue = { ...own, reporterId: who.contact };
    const allowed = Object.values(who).filter((person) => may(person, 'void', mine));
    expect(allowed.sort()).toEqual([who.contact, who.office, who.cityOffice].sort());
  });
});

describe('refusals', () => {
  test('a refusal says who may, as codes and in words', () => {
    expect(rightOf(actorOf(who.landMember), 'decide-request', own, town)).toEqual({
      ok: false,
      refusal: { code: 'may-not', params: { who: 'office,leader', may: '综合办、分管领导' } },
    });
  });

  test('what a person may not see is refused as that', () => {
    expect(rightOf(actorOf(who.housingHead), 'see', { ...own, coUnits: [] }, town)).toMatchObject({
      refusal: { code: 'not-yours-to-see' },
    });
    expect(rightOf(actorOf(who.landMember), 'see', null, town)).toMatchObject({
      refusal: { code: 'issue-unknown' },
    });
  });

  test('every action names at least one role, and every role has a name', () => {
    const rows = [...Object.values(MAY), ...VERBS.map((one) => one.may)];
    const named = new Set<RoleCode>(rows.flat());
    expect(rows.every((roles) => roles.length > 0)).toBe(true);
    expect([...named].every((role) => ROLE_NAMES[role].length > 1)).toBe(true);
  });
});

describe('the scope of queries', () => {
  const strangers = { ...own, reporterId: who.stranger };
  const issues = [
    own,
    foreignUnit,
    otherProject,
    otherCounty,
    strangers,
    { ...otherProject, reporterId: who.stranger },
    { ...strangers, projectId: null },
  ];

  test.each(Object.entries(who))('%s finds in lists exactly what may be seen', (_name, person) => {
    const scope = visibleScope(actorOf(person), town);
    for (const issue of issues) {
      const listed =
        scope.all ||
        scope.areaIds.includes(issue.areaId) ||
        (issue.unitId !== null && scope.unitIds.includes(issue.unitId)) ||
        (issue.projectId !== null && scope.projectIds.includes(issue.projectId)) ||
        (scope.personIds.some((id) => [issue.reporterId, issue.assigneeId].includes(id)) &&
          (scope.personIn?.includes(issue.projectId ?? -1) ?? true));
      expect(listed).toBe(may(person, 'see', issue));
    }
  });

  test('everything for the office of the top area, nothing for the administrator', () => {
    expect(visibleScope(actorOf(who.cityOffice), town).all).toBe(true);
    const scope = visibleScope(actorOf(who.administrator), town);
    expect(scope).toEqual({
      all: false,
      areaIds: [],
      unitIds: [],
      projectIds: [],
      personIds: [who.administrator],
    });
  });
});
