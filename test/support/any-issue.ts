/** Issues and rules of every kind that can be, for properties of lights and ladder. */
import fc from 'fast-check';
import type { Issue, PendingRequest, Status } from '../../src/domain/issue.ts';
import { longTermDeadline } from '../../src/domain/long-term.ts';
import type { Rules } from '../../src/domain/model.ts';
import { checkRules, POSTS, RUNGS } from '../../src/domain/rules.ts';
import { logged } from './given.ts';
import { at, HOLLOW, LAND, MEILIXIN, POWER, town, until, who, XINGFA } from './town.ts';

const posts = fc.subarray([...POSTS], { minLength: 1 });

/** Rules an administrator could confirm. */
export const anyRules: fc.Arbitrary<Rules> = fc
  .record({
    nearDueDays: fc.integer({ min: 0, max: 6 }),
    yellowDays: fc.integer({ min: 0, max: 6 }),
    deepRedDays: fc.integer({ min: 1, max: 12 }),
    yellowRepeatDays: fc.constantFrom(0, 7, 30, 90),
    unsignedDays: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 2, max: 6 })),
    acknowledgeLapseDays: fc.integer({ min: 1, max: 4 }),
    maxPauses: fc.constant(2),
    bounceLimit: fc.constant(2),
    lookBackDays: fc.constant(10),
    hears: fc.record(Object.fromEntries(RUNGS.map((rung) => [rung, posts]))) as fc.Arbitrary<Rules['hears']>,
  })
  .filter((rules) => checkRules(rules) === undefined);

const HOUR = 3_600_000;
/** Autumn with 国庆 and its make-up days, so that working days are uneven. */
const START = at('2026-09-14 00:00');
const instants = fc.integer({ min: 0, max: 60 * 24 }).map((hours) => START + hours * HOUR);
/** Around the deadline, where colours change. */
export const anyNow = fc.integer({ min: 0, max: 75 * 24 * 12 }).map((steps) => START + (steps * HOUR) / 12);

export const anyIssue: fc.Arbitrary<Issue> = fc
  .record({
    status: fc.constantFrom<Status>(
      'unrouted',
      'unsigned',
      'working',
      'paused',
      'verifying',
      'closed',
      'void',
    ),
    start: instants,
    length: fc.integer({ min: 1, max: 20 * 24 }),
    unitId: fc.constantFrom(LAND, POWER, HOLLOW),
    projectId: fc.constantFrom(XINGFA, MEILIXIN),
    rules: anyRules,
    yellows: fc.array(fc.integer({ min: 1, max: 60 * 24 }), { maxLength: 2 }),
    appeal: fc.constantFrom(null, 'exempt', 'refused', 'waiting'),
    pending: fc.option(fc.record({ kind: fc.constantFrom('extension', 'pause'), after: fc.nat(30 * 24) })),
    acknowledged: fc.option(fc.nat(30 * 24)),
    special: fc.constantFrom('no', 'no', 'no', 'no', 'long-term', 'asleep'),
  })
  .map(({ status, start, length, unitId, projectId, rules, ...facts }): Issue => {
    const deadlineAt = start + length * HOUR;
    const asked = start + (facts.pending?.after ?? 0) * HOUR;
    const running = status === 'unsigned' || status === 'working';
    const request: PendingRequest | null = !facts.pending
      ? null
      : facts.pending.kind === 'pause'
        ? { kind: 'pause', byId: 1, at: asked, reason: '等', expected: '2026-12-01', chaserId: who.landHead }
        : {
            kind: 'extension',
            byId: 1,
            at: Math.min(asked, deadlineAt),
            reason: '等',
            to: { ...until('2026-12-31') },
          };
    const decision = facts.appeal === 'waiting' ? null : facts.appeal;
    const base = logged({ by: who.office, projectId, unitId });
    const day = new Date(deadlineAt + 8 * HOUR).toISOString().slice(0, 10);
    return {
      ...base,
      status,
      rules,
      unitId: status === 'unrouted' ? null : unitId,
      loggedAt: start,
      routedAt: status === 'unrouted' ? null : start,
      changedAt: start,
      deadline:
        facts.special === 'long-term'
          ? longTermDeadline('长期坚持', start, town)
          : { ...base.deadline, at: deadlineAt, day },
      ...(facts.special === 'asleep' && {
        imported: { file: '台账.xlsx', row: '第3行', at: start, sleeping: true as const },
      }),
      pastYellows: facts.yellows.map((hours) => deadlineAt + 1 - hours * HOUR),
      appeal:
        facts.appeal === null
          ? null
          : { byId: 1, at: start, reason: '暴雨', decision, decidedBy: 1, decidedAt: start },
      pending: running ? request : null,
      ladder: {
        ...base.ladder,
        startedAt: start,
        acknowledgedAt: facts.acknowledged === null ? null : start + facts.acknowledged * HOUR,
        acknowledgedBy: facts.acknowledged === null ? null : who.landHead,
      },
    };
  });
