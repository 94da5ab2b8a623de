/** What a reform of units makes of one open problem. */
import { describe, expect, test } from 'vitest';
import type { CoUnit } from '../../src/domain/issue.ts';
import { decideReform } from '../../src/features/unit-reform/rules.ts';
import { logged } from '../support/given.ts';
import { actorOf, at, HOUSING, LAND, POWER, town, who } from '../support/town.ts';

const open = (unitId: number): CoUnit => ({ unitId, doneAt: null, doneBy: null });
const done = (unitId: number): CoUnit => ({ unitId, doneAt: at('2026-11-24 10:00'), doneBy: 1 });
const context = { now: at('2026-11-25 10:00'), actor: actorOf(who.office), directory: town };

/** 供电公司 goes into 住建局; 自然资源局 leads. */
function helpersAfter(coUnits: CoUnit[]): CoUnit[] | undefined {
  return decideReform({ ...logged(), coUnits }, { unitId: POWER, successorId: HOUSING }, context)?.issue
    .coUnits;
}

describe('co-units of a merged unit', () => {
  test('its open part is the successor’s, and a part given stays with who gave it', () => {
    expect(helpersAfter([open(POWER)])).toEqual([open(HOUSING)]);
    expect(helpersAfter([done(POWER), open(POWER)])).toEqual([done(POWER), open(HOUSING)]);
  });

  test.each([
    ['first', [done(HOUSING), open(POWER)]],
    ['last', [open(POWER), done(HOUSING)]],
    ['open, too', [open(HOUSING), open(POWER)]],
  ])('an open part is never lost where the successor helps already (%s)', (_, coUnits) => {
    expect(helpersAfter(coUnits)).toEqual([open(HOUSING)]);
  });

  test('nobody helps beside itself as lead', () => {
    const issue = { ...logged(), unitId: LAND, coUnits: [open(POWER)] };
    const reformed = decideReform(issue, { unitId: POWER, successorId: LAND }, context);
    expect(reformed?.issue.coUnits).toEqual([]);
  });

  test('a lead whose last helper is abolished hears that it may report done', () => {
    const issue = { ...logged(), status: 'working' as const, signedAt: 1, coUnits: [open(POWER)] };
    const reformed = decideReform(issue, { unitId: POWER, successorId: null }, context);
    expect(reformed?.effects).toContainEqual(expect.objectContaining({ reason: 'co-units-done' }));
  });
});
