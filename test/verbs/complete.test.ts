/** Every verb is complete: what a person can tap, fill in, say and read fits together, whoever adds the next one. */
import { describe, expect, test } from 'vitest';
import { decodeAction, encodeAction, FORMS, TAP_VERBS } from '../../src/cards/actions.ts';
import { formCard } from '../../src/cards/form.ts';
import { issueButtons } from '../../src/cards/issue-buttons.ts';
import { REFUSAL_CODES, refusalText } from '../../src/cards/words-refusals.ts';
import type { Issue } from '../../src/domain/issue.ts';
import { NOTICE_REASONS } from '../../src/verbs/notices.ts';
import { formOf, isVerb, rowOfCall, VERBS, verbOf } from '../../src/verbs/verbs.ts';
import { BY_STATUS, PEOPLE, sampleContext, sampleIssue } from '../cards/samples.ts';
import { COMMANDS } from '../support/table.ts';

const ctx = sampleContext();
const CHINESE = /[\u4e00-\u9fff]/;

/** States in which some button of some verb shows. */
const STATES: Issue[] = [
  ...Object.values(BY_STATUS).map((change) => sampleIssue(change)),
  sampleIssue({ ...BY_STATUS.working, coUnits: [{ unitId: 12, doneAt: null, doneBy: null }] }),
  sampleIssue({ ...BY_STATUS.working, sourceRecalledAt: 1 }),
  sampleIssue({ ...BY_STATUS.working, imported: { file: '台账.xlsx', row: '第5行', at: 1, sleeping: true } }),
  sampleIssue({
    ...BY_STATUS.working,
    appeal: { byId: 2, at: 1, reason: '暴雨', decision: null, decidedBy: null, decidedAt: null },
  }),
  sampleIssue({
    ...BY_STATUS.working,
    pending: { kind: 'pause', byId: 2, at: 1, reason: '等', expected: '2026-12-20', chaserId: 2 },
  }),
];
const VIEWS = [undefined, ...NOTICE_REASONS].flatMap((reason) =>
  [true, false].map((askRating) => ({ reason, askRating, late: false })),
);
const everyButton = (verb: (typeof VERBS)[number]) =>
  STATES.flatMap((issue) => VIEWS.flatMap((view) => verb.buttons?.(issue, view) ?? []));

describe.each(VERBS.map((verb) => [verb.verb, verb] as const))('%s', (name, verb) => {
  test('is found by its name, and somebody may say it', () => {
    expect(isVerb(name)).toBe(true);
    expect(verbOf(name)).toBe(verb);
    expect(verb.may.length).toBeGreaterThan(0);
  });

  test('is called something Chinese in history and by 撤销', () => {
    expect(verb.history({}, ctx)).toMatch(CHINESE);
    if (verb.step !== null) expect(verb.step).toMatch(CHINESE);
  });

  test('every button says a tap or opens a form that exists, and comes back whole', () => {
    for (const button of everyButton(verb)) {
      if ('form' in button.by) {
        expect(verb.forms?.map((form) => form.form)).toContain(button.by.form);
        const action = { do: 'open-form', form: button.by.form, issueId: 12, seen: 3 } as const;
        expect(decodeAction(encodeAction(action))).toEqual(action);
      } else {
        const args = verb.tap?.args.parse(button.by.tap);
        expect(args).toBeDefined();
        expect(verb.tap?.command(args)).toMatchObject({ verb: name });
      }
    }
  });

  test('a tap no button of a card makes is refused', () => {
    if (!verb.tap) return;
    const forged = { v: 1, do: 'verb', verb: name, issueId: 12, seen: 3, args: { forged: true } };
    expect(decodeAction(forged)).toHaveProperty('invalid');
  });

  test('every form is drawn, stands in the list of forms and belongs to no other verb', () => {
    for (const form of verb.forms ?? []) {
      expect(FORMS).toContain(form.form);
      expect(formOf(form.form)).toBe(form);
      const card = formCard(form.form, { place: 'chat', issue: sampleIssue(), people: PEOPLE }, ctx);
      expect(JSON.stringify(card)).toContain(form.title);
    }
  });

  test('every row stands in the table of commands with help and an example that begins with its word', () => {
    for (const row of verb.says) {
      expect(rowOfCall(row.name)).toEqual({ verb, row });
      expect(COMMANDS).toContainEqual(expect.objectContaining({ name: row.name, usage: row.usage }));
      expect(row.summary).toMatch(CHINESE);
      for (const example of row.example)
        expect(row.words.some((word) => example.startsWith(word))).toBe(true);
    }
  });

  test('own notices and refusals are worded', () => {
    for (const reason of Object.keys(verb.notices ?? {})) expect(NOTICE_REASONS).toContain(reason);
    for (const code of Object.keys(verb.refusals ?? {})) {
      expect(REFUSAL_CODES).toContain(code);
      expect(refusalText({ code: code as (typeof REFUSAL_CODES)[number] })).toMatch(CHINESE);
    }
  });
});

test('whatever can be pressed on a card is shown on some card', () => {
  const shown = new Set(VERBS.filter((verb) => everyButton(verb).length > 0).map((verb) => verb.verb));
  const silent = TAP_VERBS.filter((verb) => isVerb(verb) && !shown.has(verb));
  // 上会 is said in words; older cards still carry its tap.
  expect(silent).toEqual(['put-on-agenda']);
});

test('a form no verb and no handler knows cannot be put on a button', () => {
  const action = { do: 'open-form', form: 'no-such-form', issueId: 1 } as const;
  expect(() => encodeAction(action)).toThrow();
});

test('a reader without any right is offered nothing but to read', () => {
  for (const issue of STATES) {
    const view = {
      reason: undefined,
      askRating: true,
      late: false,
      undoable: false,
      allowed: new Set<never>(),
    };
    const { main, small } = issueButtons(issue, view);
    expect(main).toEqual([]);
    expect(small.length).toBeLessThanOrEqual(2);
  }
});
