import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeAction, FORMS } from '../../src/cards/actions.ts';
import { cardText } from '../../src/cards/card-text.ts';
import type { Form } from '../../src/cards/element.ts';
import { readFormValues } from '../../src/cards/field.ts';
import { formCard } from '../../src/cards/form.ts';
import { draftDoneCard, previewCard } from '../../src/cards/preview.ts';
import { bindCard, greetingCard } from '../../src/cards/welcome.ts';
import type { FormKind } from '../../src/domain/answer.ts';
import { createDirectory } from '../../src/domain/directory.ts';
import { fillForm } from '../../src/sim/card/form.ts';
import { buttonsOf, problemsOf, valuesOf } from './check.ts';
import { DATA, due, PEOPLE, sampleContext, sampleIssue } from './samples.ts';

const ctx = sampleContext();
/** What somebody may fill in, for every form there is. */
const FILLED = {
  log: { text: '仓库堆放不下', unitId: '11', day: '2026-12-20' },
  bounce: { reason: '不属于我局' },
  'report-done': { reason: '已协调仓库' },
  refute: { reason: '还是满的' },
  reopen: { reason: '又堆满了' },
  extension: { day: '2026-12-20', reason: '批复未到' },
  pause: { day: '2026-12-20', reason: '等省厅', personOpenId: 'ou_person7' },
  route: { unitId: '12', personOpenId: 'ou_person7' },
  progress: { reason: '已联系' },
  bind: { newProject: '新项目', enterprise: '某企业' },
  'correct-unit': { unitId: '12' },
  'correct-deadline': { day: '2026-12-20' },
  'correct-project': { projectId: '21' },
  unsatisfied: { reason: '太慢' },
  summon: { reason: '迟迟没有办法' },
  void: { reason: '与 #9 重复' },
  appeal: { reason: '连续暴雨' },
  'long-term': { reason: '须长期坚持' },
  refuse: { reason: '请先完成设计' },
  'refuse-appeal': { reason: '雨已停' },
  measure: { reason: '先做临时排水' },
};
const filled = (form: string): Record<string, string> => {
  if (!(form in FILLED)) throw new Error(`what is filled into ${form}?`);
  return FILLED[form as keyof typeof FILLED];
};

const KINDS = FORMS;
const aboutIssue = (form: FormKind) => form !== 'log' && form !== 'bind';

function draw(form: FormKind, change: Partial<Parameters<typeof formCard>[1]> = {}) {
  const issue = aboutIssue(form) ? { issue: sampleIssue() } : {};
  return formCard(form, { place: 'chat', people: PEOPLE, projects: DATA.projects, ...issue, ...change }, ctx);
}

const formOf = (card: ReturnType<typeof draw>) =>
  card.body.elements.find((e): e is Form => e.tag === 'form')!;

describe('forms', () => {
  test.each(KINDS)('%s is a form the platform takes, in a group and in private', (form) => {
    for (const change of [{}, { place: 'person' as const, people: [] }, { people: [] }]) {
      const card = draw(form, change);
      expect(problemsOf(card)).toEqual([]);
      expect(buttonsOf(card)).toEqual(['确认']);
    }
  });

  test.each(KINDS)('%s filled in by a client comes back with the same values', (form) => {
    const world = { members: PEOPLE.map((person) => person.openId), blank: 'empty' } as const;
    const element = JSON.parse(JSON.stringify(formOf(draw(form)))) as Record<string, unknown>;
    const sent = fillForm(element, filled(form), world);
    const read = readFormValues(sent);
    for (const [name, value] of Object.entries(filled(form))) {
      expect(read).toHaveProperty(name, /^(unitId|projectId|entry)$/.test(name) ? Number(value) : value);
    }
  });

  test.each(KINDS)('%s says which problem and version it is about', (form) => {
    const about = aboutIssue(form) ? { issueId: 12, seen: 3 } : {};
    expect(valuesOf(draw(form)).map(decodeAction)).toEqual([{ do: 'submit', form, ...about }]);
  });

  test('what was typed before stands in the fields, and a long text is kept, not cut', () => {
    const draft = { id: 'd1', text: '短的描述', unitId: 12, projectId: null, day: '2026-12-20' };
    const json = JSON.stringify(draw('log', { draft, lead: '“上周五”已经过了' }));
    for (const part of [
      '"default_value":"短的描述"',
      '"initial_option":"12"',
      '"initial_date":"2026-12-20"',
    ]) {
      expect(json).toContain(part);
    }
    const long = draw('log', { draft: { ...draft, text: '长'.repeat(1200) } });
    expect(JSON.stringify(long)).not.toContain('"name":"text"');
    expect(cardText(long)).toContain('描述（1200 字）');
    expect(decodeAction(valuesOf(long)[0])).toEqual({ do: 'submit', form: 'log', draftId: 'd1' });
  });

  test('hundreds of units and projects with long names fit, and the rest is counted', () => {
    const units = Array.from({ length: 300 }, (_, i) => ({
      ...DATA.units[0]!,
      id: i + 1,
      name: '局'.repeat(60),
    }));
    const projects = Array.from({ length: 700 }, (_, i) => ({ id: i + 1, name: '"项目"'.repeat(20) }));
    const crowd = { ...ctx, directory: createDirectory({ ...DATA, units }) };
    const draft = { id: 'd1', text: '"'.repeat(5000), unitId: null, projectId: null };
    const card = formCard('log', { place: 'person', projects, draft }, crowd);
    expect(problemsOf(card)).toEqual([]);
    expect(buttonsOf(card)).toEqual(['确认']);
    expect(cardText(card)).toMatch(/另有 2\d\d 个单位未列出[\s\S]*另有 6\d\d 个项目未列出/);
  });

  test('units of the project are offered first', () => {
    const element = JSON.stringify(formOf(draw('route')));
    expect(element.indexOf('供电公司')).toBeLessThan(element.indexOf('县项目服务中心'));
  });

  test('no project is named unless the caller says it may be', () => {
    expect(JSON.stringify(formCard('log', { place: 'chat', people: PEOPLE }, ctx))).not.toContain('兴发');
    expect(JSON.stringify(bindCard('welcome', [], ctx))).not.toContain('兴发');
  });
});

describe('form values', () => {
  test('blank, missing and unknown fields are left out', () => {
    expect(readFormValues({ reason: '  ', unitId: '', day: '', personOpenId: '', other: 'x' })).toEqual({});
    expect(readFormValues({})).toEqual({});
  });

  test('a day is read without the zone the platform adds', () => {
    expect(readFormValues({ day: '2026-12-20 +0800' })).toEqual({ day: '2026-12-20' });
  });

  test('a link is read with its project, and without one from a form that is old', () => {
    expect(readFormValues({ linkNo: '3-17' })).toEqual({ linkNo: { projectId: 3, no: 17 } });
    expect(readFormValues({ linkNo: '17' })).toEqual({ linkNo: { projectId: null, no: 17 } });
    for (const linkNo of ['3-', '-17', '3-17-1', '3-x', 17])
      expect(readFormValues({ linkNo })).toBeUndefined();
  });

  test('what our forms cannot have sent is refused', () => {
    for (const values of [
      { day: '2026-02-30' },
      { unitId: '1 or 1' },
      { personOpenId: 'all' },
      { reason: 5 },
      null,
      'x',
    ]) {
      expect(readFormValues(values)).toBeUndefined();
    }
  });

  test('garbage never throws', () => {
    const fields = fc.dictionary(
      fc.constantFrom('text', 'unitId', 'day', 'personOpenId', 'reason'),
      fc.anything(),
    );
    fc.assert(fc.property(fields, (values) => void readFormValues(values)));
  });
});

describe('several lines at once', () => {
  const draft = {
    text: '断电',
    title: '断电<at id=all></at>',
    projectId: 21,
    unitId: 12,
    assigneeId: null,
    categoryId: null,
    deadline: due('2026-11-30'),
    notices: ['11月28日（周六）是周末'],
  };

  test('are numbered with unit, deadline and project, and confirmed once', () => {
    const card = previewCard({ draftId: 'd1', drafts: [draft, { ...draft, unitId: null }] }, ctx);
    expect(problemsOf(card)).toEqual([]);
    expect(buttonsOf(card)).toEqual(['确认', '取消']);
    const text = cardText(card);
    expect(text).toContain(
      '1 断电<at id=all></at>\n供电公司 · 11月30日（周一） · 兴发磷石膏综合利用项目\n11月28日（周六）是周末',
    );
    expect(text).toContain('单位未定，由综合办转办');
  });

  test('a hundred lines keep their buttons', () => {
    const drafts = Array.from({ length: 100 }, () => ({
      ...draft,
      title: ':'.repeat(80),
      notices: ['!'.repeat(100)],
    }));
    const card = previewCard({ draftId: 'd1', drafts }, ctx);
    expect(problemsOf(card)).toEqual([]);
    expect(buttonsOf(card)).toEqual(['确认', '取消']);
    expect(cardText(card)).toContain('没有列出，确认后一并登记');
  });

  test('afterwards the card says what was logged and what was not', () => {
    const done = {
      logged: [{ id: 12, title: '断电' }],
      failed: [{ title: '断水', why: '这个时间已经过去了' }],
    };
    expect(cardText(draftDoneCard(done))).toBe(
      '已登记 1 件，1 件没有登记\n#12 断电\n未登记 断水\n这个时间已经过去了',
    );
    expect(cardText(draftDoneCard({ logged: [], failed: [] }))).toContain('已取消');
  });
});

test.each(['welcome', 'group-not-bound', 'asked'] as const)(
  'the card to bind a group (%s) is valid',
  (lead) => {
    const card = bindCard(lead, DATA.projects, { ...ctx, demo: true });
    expect(problemsOf(card)).toEqual([]);
    expect(cardText(card)).toContain('演示数据');
  },
);

test('the greeting offers the first three things to say', () => {
  const card = greetingCard(true);
  expect(problemsOf(card)).toEqual([]);
  expect(buttonsOf(card)).toEqual(['我的', '登记', '帮助']);
});
