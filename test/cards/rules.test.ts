import { describe, expect, test } from 'vitest';
import { cardText } from '../../src/cards/card-text.ts';
import { rulesCard, rulesPreviewCard } from '../../src/cards/rules.ts';
import { readRulesForm } from '../../src/cards/rules-form.ts';
import { DEFAULT_RULES } from '../../src/domain/model.ts';
import { POSTS, RUNGS } from '../../src/domain/rules.ts';
import { buttonsOf, problemsOf } from './check.ts';
import { sampleContext } from './samples.ts';

const ctx = sampleContext();
const everybody = Object.fromEntries(RUNGS.map((rung) => [rung, [...POSTS]])) as typeof DEFAULT_RULES.hears;
const preview = (more: object) =>
  rulesPreviewCard(
    {
      draftId: 'd1',
      project: null,
      from: DEFAULT_RULES,
      to: { ...DEFAULT_RULES, yellowDays: 2 },
      running: false,
      open: 0,
      changed: [],
      ...more,
    },
    ctx,
  );

describe('the card of the rules', () => {
  test('is accepted with the default rules and with everybody on every rung', () => {
    for (const rules of [DEFAULT_RULES, { ...DEFAULT_RULES, hears: everybody }]) {
      const card = rulesCard({ project: { id: 21, name: '项'.repeat(100), own: true }, rules }, ctx);
      expect(problemsOf(card)).toEqual([]);
      expect(buttonsOf(card)).toEqual(['确认']);
    }
  });
});

describe('the preview', () => {
  test('lists the worst lights first, ten of them, and says how many more', () => {
    const changed = [
      { issueId: 1, now: 'green', under: 'blue' },
      ...Array.from({ length: 12 }, (_, i) => ({ issueId: 20 + i, now: 'yellow', under: 'red' })),
    ];
    const card = preview({ open: 5000, changed, running: true });
    expect(problemsOf(card)).toEqual([]);
    expect(buttonsOf(card)).toEqual(['确认', '取消']);
    const text = cardText(card);
    expect(text).toContain('在办 5000 件也改用，每件记入历史。按此规则，有 13 件在办的灯不同：');
    expect(text).toContain('#20 按此规则现在是红（现为黄）');
    expect(text).toContain('…另有 3 件');
    expect(text).not.toContain('#1 ');
  });

  test('says so when no light changes', () => {
    expect(cardText(preview({ open: 3 }))).toContain('在办 3 件仍按原来的规则。按此规则，在办的灯都不变。');
  });
});

describe('the form is read', () => {
  const sent = {
    nearDueDays: '2',
    yellowDays: ' ３ 个工作日',
    deepRedDays: '6天',
    yellowRepeatDays: '30',
    acknowledgeLapseDays: '2',
    unsignedFirst: '1',
    unsignedSecond: '2',
    ...Object.fromEntries(
      RUNGS.map((rung) => [`hears_${rung.replaceAll('-', '_')}`, DEFAULT_RULES.hears[rung]]),
    ),
  };

  test('as it is shown it says what it was made from; what it does not ask for stays', () => {
    const base = { ...DEFAULT_RULES, maxPauses: 7 };
    expect(readRulesForm({ ...sent, scope: 'running' }, base)).toEqual({ rules: base, running: true });
    expect(readRulesForm(sent, base)).toEqual({ rules: base, running: false });
  });

  test('a field left empty or missing is empty, not the old one', () => {
    for (const hears_red of [[], undefined]) {
      expect(readRulesForm({ ...sent, hears_red }, DEFAULT_RULES)).toMatchObject({
        rules: { hears: { red: [] } },
      });
    }
  });

  test('what our form cannot have sent is refused', () => {
    for (const wrong of [
      { hears_red: ['mayor'] },
      { hears_red: 'leader' },
      { scope: 'all' },
      { yellowDays: '1e3' },
      { nearDueDays: undefined },
    ]) {
      expect(readRulesForm({ ...sent, ...wrong }, DEFAULT_RULES)).toHaveProperty('wrong');
    }
    expect(readRulesForm('x', DEFAULT_RULES)).toHaveProperty('wrong');
  });
});
