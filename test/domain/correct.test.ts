import { describe, expect, test } from 'vitest';
import type { IssueCommand } from '../../src/domain/issue.ts';
import { given, logged } from '../support/given.ts';
import { FAR, HOUSING, LAND, MEILIXIN, PARK, until, who, XINGFA } from '../support/town.ts';

const unsigned = logged();
const working = given(unsigned, [who.landCoordinator, '2026-11-23 11:00', { verb: 'sign' }]).issue;
const correct = (facts: Omit<Extract<IssueCommand, { verb: 'correct' }>, 'verb'>): IssueCommand => ({
  verb: 'correct',
  ...facts,
});

describe('改', () => {
  test('the unit by its reporter while not signed: the new unit is asked to sign', () => {
    given(unsigned)
      .when(who.secretary, '2026-11-23 10:01', correct({ unitId: HOUSING }))
      .becomes({ unitId: HOUSING, status: 'unsigned', assigneeId: null })
      .tells([who.housingCoordinator, 'to-sign'])
      .records('correct');
  });

  test('after signing only the office, before the end', () => {
    given(working)
      .when(who.secretary, '2026-11-23 12:00', correct({ unitId: HOUSING }))
      .thenRefused('may-not');
    given(working)
      .when(who.office, '2026-11-23 12:00', correct({ unitId: HOUSING }))
      .becomes({ unitId: HOUSING });
    given(unsigned)
      .when(who.landMember, '2026-11-23 12:00', correct({ text: '别的' }))
      .thenRefused('may-not');
    const closed = given(
      working,
      [who.landMember, '2026-11-25 11:00', { verb: 'report-done', result: '好了' }],
      [who.office, '2026-11-25 12:00', { verb: 'verify', confirmed: true }],
    );
    closed.when(who.office, '2026-11-25 13:00', correct({ text: '别的' })).thenRefused('wrong-status');
  });

  test('a misspelt unit goes from the title with the tap that names the right one, from the text never', () => {
    const heard = { ...unsigned, title: '门口积水 水力局', text: '门口积水 水力局 3个工作日' };
    given(heard)
      .when(who.secretary, '2026-11-23 10:01', correct({ unitId: HOUSING, misspelt: '水力局' }))
      .becomes({ unitId: HOUSING, title: '门口积水', text: '门口积水 水力局 3个工作日' })
      .records('correct');
    for (const [title, left] of [
      ['门口积水水力局', '门口积水'],
      ['水力局', '水力局'],
      ['水力局的门', '水力局的门'],
    ] as const) {
      given({ ...unsigned, title })
        .when(who.secretary, '2026-11-23 10:01', correct({ unitId: HOUSING, misspelt: '水力局' }))
        .becomes({ title: left });
    }
  });

  test('the history keeps old and new value', () => {
    const outcome = given(unsigned).when(
      who.secretary,
      '2026-11-23 10:01',
      correct({ text: '仓库漏雨。请修', deadline: until('2026-12-01') }),
    );
    outcome.becomes({ text: '仓库漏雨。请修', title: '仓库漏雨', deadline: until('2026-12-01') });
    expect(outcome.decision).toMatchObject({
      events: [
        {
          detail: {
            from: { text: '磷石膏仓库堆放不下', deadline: '2026-11-27' },
            to: { text: '仓库漏雨。请修', deadline: '2026-12-01' },
          },
        },
      ],
    });
    expect(outcome.issue.ladder.generation).toBe(unsigned.ladder.generation + 1);
  });

  test('a deadline must lie ahead, and waits for the office when a request does', () => {
    given(unsigned)
      .when(who.secretary, '2026-11-23 10:01', correct({ deadline: until('2026-11-20') }))
      .thenRefused('deadline-past');
    const asked = given(working, [
      who.landMember,
      '2026-11-24 10:00',
      { verb: 'request-extension', to: until('2026-12-04'), reason: '等' },
    ]);
    asked
      .when(who.office, '2026-11-24 11:00', correct({ deadline: until('2026-12-01') }))
      .thenRefused('request-pending');
    asked.when(who.office, '2026-11-24 11:00', correct({ unitId: HOUSING })).thenRefused('request-pending');
  });

  test('nothing changed is said', () => {
    given(unsigned)
      .when(who.secretary, '2026-11-23 10:01', correct({ unitId: LAND, projectId: XINGFA }))
      .thenRefused('already-done');
    given(unsigned).when(who.secretary, '2026-11-23 10:01', correct({})).thenRefused('already-done');
    given(unsigned)
      .when(who.secretary, '2026-11-23 10:01', correct({ text: '  ' }))
      .thenRefused('text-needed');
  });

  test('the project within own rights; its area comes along', () => {
    const free = logged({ projectId: null, by: who.office, unitId: null });
    given(free)
      .when(who.office, '2026-11-23 10:01', correct({ projectId: MEILIXIN }))
      .becomes({ projectId: MEILIXIN, areaId: PARK });
    given(free)
      .when(who.office, '2026-11-23 10:01', correct({ projectId: 999 }))
      .thenRefused('no-project');
    given(unsigned)
      .when(who.office, '2026-11-23 10:01', correct({ projectId: FAR }))
      .thenRefused('may-not');
    given(unsigned)
      .when(who.secretary, '2026-11-23 10:01', correct({ projectId: null }))
      .becomes({ projectId: null });
  });

  test('an enterprise contact cannot move an issue out of the own projects', () => {
    const mine = logged({ by: who.contact });
    given(mine)
      .when(who.contact, '2026-11-23 10:01', correct({ projectId: MEILIXIN }))
      .thenRefused('may-not');
    given(mine)
      .when(who.contact, '2026-11-23 10:01', correct({ projectId: null }))
      .thenRefused('may-not');
    given(mine)
      .when(who.contact, '2026-11-23 10:01', correct({ text: '说清楚些' }))
      .becomes({ title: '说清楚些' });
  });

  test('a frozen issue gets its unit from the office only', () => {
    const frozen = { ...logged({ unitId: null }), frozen: true };
    given(frozen)
      .when(who.secretary, '2026-11-23 10:01', correct({ unitId: HOUSING }))
      .thenRefused('frozen-office-only');
    given(frozen)
      .when(who.office, '2026-11-23 10:01', correct({ unitId: HOUSING }))
      .becomes({ unitId: HOUSING });
  });

  test('unit and deadline stay while somebody verifies', () => {
    const verifying = given(working, [
      who.landMember,
      '2026-11-25 11:00',
      { verb: 'report-done', result: '好了' },
    ]);
    verifying.when(who.office, '2026-11-25 12:00', correct({ unitId: HOUSING })).thenRefused('wrong-status');
    verifying
      .when(who.office, '2026-11-25 12:00', correct({ deadline: until('2026-12-01') }))
      .thenRefused('wrong-status');
  });
});

describe('附件 and 同步', () => {
  const file: IssueCommand = {
    verb: 'attach',
    attachment: { kind: 'image', key: 'img_1', messageId: 'om_1' },
  };

  test('a file is recorded for whoever may see the issue', () => {
    given(working)
      .when(who.contact, '2026-11-24 10:00', file)
      .becomes({ status: 'working' })
      .tells()
      .records('attach');
    given(working).when(who.housingHead, '2026-11-24 10:00', file).thenRefused('may-not');
  });

  test('a further group gets its own card', () => {
    const outcome = given(working).when(who.secretary, '2026-11-24 10:00', {
      verb: 'show-in',
      chatId: 'oc_2',
    });
    expect(outcome.decision).toMatchObject({ effects: [{ kind: 'show-in', chatId: 'oc_2' }] });
    given(working)
      .when(who.landMember, '2026-11-24 10:00', { verb: 'show-in', chatId: 'oc_2' })
      .thenRefused('may-not');
  });
});
