/** Items of a ledger: nothing of them rings, nothing of ours is lost by the next file. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupDigest, leaderDigest, personDigest } from '../../src/domain/digest.ts';
import { digestRecipients } from '../../src/domain/digest-recipients.ts';
import { createImported, type ImportedFacts, updateImported } from '../../src/domain/import-item.ts';
import { type Issue, isAsleep } from '../../src/domain/issue.ts';
import { mustActNow } from '../../src/domain/issue-people.ts';
import { decideTick, planIssue } from '../../src/domain/ladder.ts';
import { lightOf } from '../../src/domain/lights.ts';
import { turns } from '../support/any-history.ts';
import { given, say } from '../support/given.ts';
import { actorOf, at, HOUSING, LAND, POWER, TOWN, town, until, who, XINGFA } from '../support/town.ts';

const NOW = at('2026-11-23 10:00');
const ROW: ImportedFacts = {
  title: '磷石膏仓库堆放不下',
  projectId: XINGFA,
  unitId: LAND,
  coUnitIds: [POWER, LAND],
  deadline: until('2026-10-31'),
  state: 'open',
  file: '台账.xlsx',
  row: '第5行',
};

function imported(facts: Partial<ImportedFacts> = {}): Issue {
  return { ...createImported({ ...ROW, ...facts }, who.office, town, NOW).issue, id: 12 };
}

const hears = (issue: Issue, when: string) => {
  const now = at(when);
  const digests = Object.values(who).map(
    (id) => personDigest([issue], actorOf(id), town, now) ?? leaderDigest([issue], actorOf(id), town, now),
  );
  const project = TOWN.projects.find(({ id }) => id === XINGFA)!;
  const group = groupDigest([issue], { ...project, startOn: null, productionOn: null }, town, now);
  return digests.filter((digest) => digest !== null).length + (group === null ? 0 : 1);
};

describe('an imported item whose deadline was over', () => {
  test('has its true light and rings for nobody: no notice, no rung, no line of any digest', () => {
    const created = createImported(ROW, who.office, town, NOW);
    expect(created.effects).toEqual([]);
    const issue = imported();
    expect(lightOf(issue, town, NOW).color).toBe('red');
    expect(planIssue(issue, town).nextAt).toBeNull();
    for (const when of ['2026-11-24 08:35', '2026-12-30 08:35', '2027-06-01 08:35']) {
      expect(decideTick(issue, { now: at(when), directory: town })).toBeNull();
      expect(hears(issue, when)).toBe(0);
    }
  });

  test('the office alone is told of it, on the first working day of a week', () => {
    const people = (when: string) => [...digestRecipients([imported()], town, at(when))];
    expect(people('2026-11-30 08:31')).toEqual([who.office]);
    for (const when of ['2026-11-24 08:31', '2026-11-27 08:31']) expect(people(when)).toEqual([]);
  });

  test.each([
    ['开始提醒', who.office, { verb: 'start-reminding' }],
    ['签收', who.landMember, { verb: 'sign' }],
    ['进展', who.landMember, { verb: 'progress', note: '已清运一半' }],
    ['催办', who.office, { verb: 'urge' }],
    ['改时限', who.office, { verb: 'correct', deadline: until('2026-12-31') }],
  ] as const)('%s wakes it: from then on it is reminded of like any other', (_, by, command) => {
    const { issue } = given(imported(), [by, '2026-11-24 10:00', command]);
    expect(isAsleep(issue)).toBe(false);
    expect(planIssue(issue, town).nextAt).not.toBeNull();
  });

  test('what takes nothing up leaves it asleep, and 撤销 of a step is what was before', () => {
    const file = { kind: 'image', key: 'k', messageId: 'om' };
    const { issue } = given(imported(), [
      who.landMember,
      '2026-11-24 10:00',
      { verb: 'attach', attachment: file },
    ]);
    expect(isAsleep(issue)).toBe(true);
  });

  test('开始提醒 is for who may route, and only while it sleeps', () => {
    given(imported())
      .when(who.contact, '2026-11-24 10:00', { verb: 'start-reminding' })
      .thenRefused('may-not');
    const awake = given(imported(), [who.secretary, '2026-11-24 10:00', { verb: 'start-reminding' }]).issue;
    given(awake).when(who.office, '2026-11-24 11:00', { verb: 'start-reminding' }).thenRefused('not-asleep');
  });

  test('whatever people say, the clock does nothing as long as it sleeps', () => {
    fc.assert(
      fc.property(turns, (history) => {
        let issue = imported();
        let now = NOW;
        for (const { by, say: word, later } of history) {
          now += later * 600_000;
          if (isAsleep(issue)) {
            expect(planIssue(issue, town).nextAt).toBeNull();
            expect(decideTick(issue, { now, directory: town })).toBeNull();
          }
          const when = new Date(now + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
          const decision = say(issue, [by, when, word(when.slice(0, 10))]);
          if (decision.ok) issue = decision.issue;
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('what else a row says', () => {
  test('a deadline to come runs as usual', () => {
    const issue = imported({ deadline: until('2026-12-31') });
    expect(isAsleep(issue)).toBe(false);
    expect(planIssue(issue, town).nextAt).not.toBeNull();
  });

  test('no deadline: the default, from the import; 长期坚持: none', () => {
    expect(imported({ deadline: 'default' }).deadline.day).toBe('2026-11-30');
    expect(lightOf(imported({ deadline: { longTerm: '长期坚持' } }), town, NOW).color).toBe('none');
  });

  test('with a 进展 it need not be signed for; without one it is; without a unit the office routes it', () => {
    const progress = { text: '正在整改', on: '2026-11-01' };
    expect(imported({ progress }).status).toBe('working');
    expect(imported().status).toBe('unsigned');
    expect(imported({ progress, unitId: null, assigneeId: who.landMember })).toMatchObject({
      status: 'unrouted',
      assigneeId: null,
    });
  });

  test('the history says file and row, the 进展 with its day, and the strike-off', () => {
    const progress = { text: '正在整改', on: '2026-11-01' };
    const state = { closedOn: '2026-11-02' };
    const { events } = createImported({ ...ROW, progress, state }, who.office, town, NOW);
    expect(events.map(({ verb, detail }) => [verb, detail.what, detail.row, detail.on])).toEqual([
      ['import', undefined, '第5行', undefined],
      ['import', 'progress', '第5行', '2026-11-01'],
      ['import', 'closed', '第5行', '2026-11-02'],
    ]);
  });

  test('measure, source, verifier and note are kept with the text', () => {
    const { text, title } = imported({ measure: '扩建堆场', source: '巡察', verifier: '李四', note: '急' });
    expect(title).toBe('磷石膏仓库堆放不下');
    expect(text.split('\n').slice(1)).toEqual(['措施：扩建堆场', '来源：巡察', '核验人：李四', '备注：急']);
  });

  test('co-units, but not the responsible one', () => {
    expect(imported().coUnits.map(({ unitId }) => unitId)).toEqual([POWER]);
  });
});

describe('struck off already', () => {
  test('on its day; nobody looks back at it, nobody is asked to rate it', () => {
    const issue = imported({ state: { closedOn: '2026-10-20', result: '已清运' } });
    expect(issue).toMatchObject({ status: 'closed', lookBackOn: null, result: '已清运' });
    expect(new Date(issue.closedAt! + 8 * 3_600_000).toISOString().slice(0, 10)).toBe('2026-10-20');
    expect(issue.loggedAt).toBeLessThanOrEqual(issue.closedAt!);
    expect(planIssue(issue, town).nextAt).toBeNull();
    expect(mustActNow(issue, town)).toMatchObject({ what: 'none', personIds: [] });
    expect(issue.imported?.unrated).toBeUndefined();
  });

  test('without a day it was on no day, so that no period counts it, and for no rate', () => {
    const issue = imported({ state: { closedOn: null } });
    expect(issue).toMatchObject({ closedAt: null, doneAt: null, imported: { unrated: true } });
  });

  test('reopened and struck off here it is rated like any other', () => {
    const issue = imported({ state: { closedOn: null } });
    const back = given(issue, [who.office, '2026-11-24 10:00', { verb: 'reopen', reason: '又堆满了' }]).issue;
    expect(back.imported).toEqual({ file: '台账.xlsx', row: '第5行', at: NOW });
  });
});

describe('the same file again', () => {
  const again = { file: '台账2.xlsx', row: '第6行' };
  const LATER = at('2026-12-01 10:00');

  test('a new deadline, unit and 进展 are rows of import in the history', () => {
    const progress = { text: '完成80%', on: '2026-11-30' };
    const found = updateImported(
      imported(),
      { ...again, deadline: until('2026-12-31'), unitId: HOUSING, progress },
      town,
      LATER,
    );
    expect(found?.events.map(({ verb, detail }) => [verb, detail.what])).toEqual([
      ['import', 'update'],
      ['import', 'update'],
      ['import', 'progress'],
    ]);
    expect(found?.issue).toMatchObject({ unitId: HOUSING, status: 'unsigned', version: 2 });
    expect(found?.issue.deadline.day).toBe('2026-12-31');
    expect(isAsleep(found!.issue)).toBe(false);
    expect(found?.effects).toEqual([]);
  });

  test('nothing new changes nothing', () => {
    expect(
      updateImported(imported(), { ...again, deadline: until('2026-10-31'), unitId: LAND }, town, LATER),
    ).toBeNull();
  });

  test('a 进展 older than what people said here is not taken', () => {
    const ours = given(imported(), [
      who.landMember,
      '2026-11-25 10:00',
      { verb: 'progress', note: '已完成' },
    ]).issue;
    const old = { ...again, progress: { text: '正在整改', on: '2026-11-20' } };
    expect(updateImported(ours, old, town, LATER)).toBeNull();
    const fresh = { ...again, progress: { text: '验收', on: '2026-11-30' } };
    expect(updateImported(ours, fresh, town, LATER)?.events).toHaveLength(1);
  });

  test('what still sleeps goes on sleeping when its new deadline is over, too', () => {
    const found = updateImported(imported(), { ...again, deadline: until('2026-11-20') }, town, LATER);
    expect(isAsleep(found!.issue)).toBe(true);
  });

  test('what is over here is left alone', () => {
    const closed = imported({ state: { closedOn: '2026-10-20' } });
    expect(updateImported(closed, { ...again, unitId: HOUSING }, town, LATER)).toBeNull();
  });
});
