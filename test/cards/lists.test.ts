import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeAction } from '../../src/cards/actions.ts';
import * as admin from '../../src/cards/admin.ts';
import { cardText } from '../../src/cards/card-text.ts';
import { groupDigestCard, leaderDigestCard, personDigestCard } from '../../src/cards/digest.ts';
import { explainCard } from '../../src/cards/explain.ts';
import { type HelpReader, type HelpRow, helpCard } from '../../src/cards/help.ts';
import { historyCard } from '../../src/cards/history.ts';
import { holidaysCard } from '../../src/cards/holiday.ts';
import { issueGroupsCard } from '../../src/cards/issue-groups.ts';
import { type IssueListView, issueListCard } from '../../src/cards/issue-list.ts';
import { mineCard } from '../../src/cards/mine.ts';
import { projectCard } from '../../src/cards/project.ts';
import { PROJECTS_PER_PAGE, projectsCard } from '../../src/cards/projects.ts';
import { rateCard } from '../../src/cards/rate.ts';
import { textCard } from '../../src/cards/text.ts';
import type { NoticeReason } from '../../src/domain/decision.ts';
import { createDirectory } from '../../src/domain/directory.ts';
import { type Issue, OPEN_STATUSES } from '../../src/domain/issue.ts';
import type { ToldNotice } from '../../src/domain/notice.ts';
import { instantAt } from '../../src/domain/time.ts';
import { NOTICE_REASONS } from '../../src/verbs/notices.ts';
import { buttonsOf, problemsOf, valuesOf } from './check.ts';
import { BY_STATUS, DATA, due, PEOPLE, sampleContext, sampleHistory, sampleIssue, ZONE } from './samples.ts';

const ctx = sampleContext();
const ATTACK = '<at id=all></at>[x](https://evil.example)';

function issues(count: number, change: Partial<Issue> = {}): Issue[] {
  return Array.from({ length: count }, (_, i) => sampleIssue({ id: 100 + i, title: `问题${i}`, ...change }));
}

function list(change: Partial<IssueListView> = {}) {
  const view: IssueListView = {
    issues: [sampleIssue({ deadline: due('2026-11-17') })],
    counts: { red: 3, yellow: 5, blue: 2, total: 18 },
    page: 2,
    pageSize: 5,
    total: 18,
    filter: { unitIds: [11], overdue: true },
    place: { whole: true, readerId: 30 },
  };
  return issueListCard({ ...view, ...change }, ctx);
}

describe('lists', () => {
  test('figures come before the rows', () => {
    const lines = cardText(list()).split('\n');
    expect(lines.slice(0, 4)).toEqual([
      '住建局 · 逾期 18 件',
      '红 3 · 黄 5 · 蓝 2',
      '● #12 磷石膏仓库堆放不下',
      '住建局 · 逾期 6 个工作日',
    ]);
  });

  test('pager buttons repeat the filter and stay within the pages', () => {
    expect(buttonsOf(list())).toEqual(['查', '上一页', '下一页']);
    expect(buttonsOf(list({ page: 1 }))).toEqual(['查', '下一页']);
    expect(buttonsOf(list({ page: 4 }))).toEqual(['查', '上一页']);
    expect(decodeAction(valuesOf(list()).at(-1))).toEqual({
      do: 'page',
      filter: { unitIds: [11], overdue: true },
      page: 3,
    });
  });

  test('an empty list says so', () => {
    const card = list({ issues: [], total: 0, page: 1, counts: { total: 0 } });
    expect(cardText(card)).toContain('没有符合条件的问题');
    expect(card.header.template).toBe('grey');
  });

  test('who is furthest behind is named first, with unit and days; when nobody is, that is said', () => {
    const filter = { overdue: true, sort: 'overdue' } as const;
    expect(
      cardText(list({ filter, page: 1 }))
        .split('\n')
        .slice(0, 2),
    ).toEqual(['逾期最久 18 件', '住建局 #12 逾期 6 个工作日']);
    const none = list({ filter, issues: [], total: 0, page: 1, counts: { total: 0 } });
    expect(cardText(none)).toContain('逾期最久：没有逾期的问题。');
  });

  test('figures do not say the title again, and say what is over apart', () => {
    const red = { counts: { red: 3, total: 3 }, total: 3, page: 1 };
    const lines = (change: Partial<IssueListView>) => cardText(list({ ...red, ...change })).split('\n');
    expect(lines({ filter: { colors: ['red'] } })[0]).toBe('红色 3 件');
    expect(lines({ filter: { colors: ['red'] } })[1]).toContain('#12');
    expect(lines({ filter: { statuses: ['unsigned'] } })[0]).toBe('待签收 3 件');
    const counts = { green: 10, closed: 3, void: 1, total: 14 };
    const logged = { filter: { loggedFrom: '2026-11-16', loggedTo: '2026-11-22' }, counts, total: 14 };
    expect(lines(logged).slice(0, 2)).toEqual([
      '上周登记 13 件（另有作废 1 件）',
      '正常 10 · 已销号 3 · 已作废 1',
    ]);
  });

  test('what a unit only helps with stands apart, with its tick', () => {
    const other = (doneAt: number | null) =>
      sampleIssue({ id: 77, unitId: 12, coUnits: [{ unitId: 11, doneAt, doneBy: null }] });
    const helped = (doneAt: number | null) =>
      cardText(
        list({
          filter: { unitIds: [11] },
          counts: { green: 7, total: 7 },
          total: 7,
          page: 1,
          pageSize: 10,
          helping: { issues: [other(doneAt)], total: 1 },
        }),
      );
    expect(helped(null)).toMatch(/^住建局 · 全部 7 件\n主办 7 · 协办 1\n/);
    expect(helped(null)).toMatch(/协办 1 件\n● #77 .*\n.*供电.*协办，未办完/);
    expect(helped(1)).toContain('协办，已办完');
  });

  test('figures of units stand apart, most overdue first by number and then by days', () => {
    const group = (id: number | null, overdue: number, overdueDays: number) => ({
      id,
      counts: { yellow: overdue, green: 1, total: overdue + 1 },
      overdue,
      overdueDays,
      longestDays: overdueDays,
    });
    const view = {
      by: 'unit' as const,
      filter: { statuses: [...OPEN_STATUSES] },
      place: { whole: true, readerId: 30 },
      most: 'overdue' as const,
      groups: [group(null, 9, 99), group(13, 1, 20), group(12, 2, 3), group(11, 2, 5)],
      total: 18,
    };
    const text = cardText(issueGroupsCard(view, ctx));
    expect(text.split('\n').slice(0, 2)).toEqual([
      '未销号 · 3 个单位 18 件',
      '住建局、供电逾期的一样多，各 2 件；按合计天数住建局最多，5 个工作日。',
    ]);
    expect([...text.matchAll(/^● (.+)$/gm)].map(([, name]) => name)).toEqual([
      '住建局',
      '供电',
      '环保局',
      '单位未定',
    ]);
    expect(problemsOf(issueGroupsCard(view, ctx))).toEqual([]);
  });

  test('is red when anything in it is red', () => {
    expect(list().header.template).toBe('red');
    expect(list({ counts: { blue: 1, total: 1 } }).header.template).toBe('blue');
  });

  test('long titles, many rows and a filter too large for a button still make a card', () => {
    const rows = issues(60, { title: ATTACK.repeat(20) });
    const card = list({ issues: rows, filter: { unitIds: Array.from({ length: 300 }, (_, i) => i + 1) } });
    expect(problemsOf(card)).toEqual([]);
    expect(buttonsOf(card).every((word) => word === '查')).toBe(true);
  });

  test('where no button can carry the filter on, the card says what is left', () => {
    const filter = { unitIds: Array.from({ length: 300 }, (_, i) => i + 1) };
    const said = '后面还有 13 件，条件太多不能翻页，请缩小范围。';
    expect(cardText(list({ page: 1, filter }))).toContain(said);
    expect(cardText(list({ page: 1 }))).not.toContain('后面还有');
    // All that is left stands on the last page.
    expect(cardText(list({ page: 4, filter }))).not.toContain('后面还有');
  });

  test('我的 lists what waits, most pressing kind first, and never more than fits', () => {
    const many = issues(40);
    const view = {
      toRoute: many,
      toSign: many,
      toWork: many,
      toVerify: many,
      toApprove: many,
      reported: many,
    };
    const card = mineCard(view, ctx);
    expect(problemsOf(card)).toEqual([]);
    expect(cardText(card)).toContain('待我签收 40 件');
    expect(cardText(card)).toContain('我登记的 40 件');
    expect(cardText(card)).toMatch(/另有 \d+ 件/);
    const none = { toRoute: [], toSign: [], toWork: [], toVerify: [], toApprove: [], reported: [] };
    expect(cardText(mineCard(none, ctx))).toContain('现在没有等您办的事项');
  });
});

const LEADER_NONE = {
  toApprove: [],
  toVerify: [],
  toRoute: [],
  toDo: [],
  reds: [],
  yellows: [],
  instructed: [],
};

describe('digests', () => {
  const none = { overdue: [], dueToday: [], toSign: [], toRoute: [], toApprove: [], toVerify: [] };

  test('a person reads what is overdue first, and signs from the digest', () => {
    const overdue = issues(1, { deadline: due('2026-11-17') });
    const card = personDigestCard({ ...none, overdue, toSign: issues(1, BY_STATUS.unsigned) }, ctx);
    expect(card.header.template).toBe('red');
    expect(buttonsOf(card)).toEqual(['办结', '签收']);
    expect(card.config.summary.content).toBe('晨报：已经逾期 1，待签收 1');
  });

  const told = (reason: NoticeReason, issue: Issue, note: string | null = null): ToldNotice => ({
    issue,
    notice: { personId: 1, reason, note, urgent: false, late: false, version: 1, auto: true },
  });

  test('the preview names what is inside, whatever stands there', () => {
    fc.assert(
      fc.property(fc.subarray(NOTICE_REASONS.slice(), { minLength: 1, maxLength: 4 }), (reasons) => {
        const notices = reasons.map((reason, n) => told(reason, issues(n + 1, BY_STATUS.working)[n]!));
        for (const made of [
          personDigestCard({ ...none, notices }, ctx),
          leaderDigestCard({ ...LEADER_NONE, counts: { total: 0 }, notices }, ctx),
        ]) {
          const preview = made.config.summary.content;
          const headlines = [...cardText(made).matchAll(/^(.+) \d+ 件$/gm)].map(([, head = '']) => head);
          expect(headlines.length).toBeGreaterThan(0);
          for (const head of headlines) expect(preview).toContain(head);
          expect(cardText(made)).not.toMatch(/没有待办|没有等您/);
        }
      }),
    );
  });

  test('an issue stands once: what is new about it beside its row', () => {
    const [red] = issues(1, { deadline: due('2026-11-17') });
    const notices = [
      told('rung-red', red!),
      told('rung-empty', red!, '单位负责人'),
      told('urged', red!),
      told('progress', red!),
    ];
    const text = cardText(personDigestCard({ ...none, overdue: [red!], notices }, ctx));
    expect(text.split(`#${red!.id} `)).toHaveLength(2);
    expect(text).toContain('【新转红、未设单位负责人、有人催办、有新进展】');
  });

  test('what waits for a decision says which, with 同意 and 不同意', () => {
    const pending = { kind: 'extension', to: due('2026-12-09'), reason: '等', byId: 1, at: ctx.now } as const;
    const [asked] = issues(1, { ...BY_STATUS.working, pending });
    const made = leaderDigestCard({ ...LEADER_NONE, counts: { total: 1 }, toApprove: [asked!] }, ctx);
    expect(cardText(made)).toContain('【延期到12月9日（周三）待批】');
    expect(buttonsOf(made)).toEqual(['查', '同意', '不同意']);
    const appeal = { byId: 1, at: ctx.now, reason: '雨', decision: null, decidedBy: null, decidedAt: null };
    const [appealed] = issues(1, {
      ...BY_STATUS.working,
      appeal: { ...appeal, note: null } as Issue['appeal'],
    });
    const second = leaderDigestCard({ ...LEADER_NONE, counts: { total: 1 }, toApprove: [appealed!] }, ctx);
    expect(cardText(second)).toContain('【申诉待裁定】');
    expect(buttonsOf(second)).toEqual(['查', '同意', '不同意']);
  });

  test('what a part leaves out is counted', () => {
    const card = personDigestCard({ ...none, toSign: { issues: issues(2), more: 7 } }, ctx);
    expect(cardText(card)).toContain('待签收 9 件');
    expect(cardText(card)).toContain('另有 7 件');
  });

  test('a late digest says 补发', () => {
    expect(cardText(personDigestCard({ ...none, toSign: issues(1), late: true }, ctx))).toContain('【补发】');
  });

  const group = {
    project: DATA.projects[0]!,
    counts: { red: 1, total: 4 },
    toVerify: [],
    toRate: [],
    overdue: issues(1),
    dueToday: issues(1),
    dueTomorrow: issues(1),
  };

  test('a group reads lights, both nodes in days and working days, and what is due', () => {
    const text = cardText(groupDigestCard(group, ctx));
    expect(text).toContain('红 1 · 共 4');
    expect(text).toContain('开工  2027年3月1日 还有 96 天（65 个工作日）');
    expect(text).toContain('明天到期 1 件');
  });

  test('a node just past says so, one long past is left out, and nobody is told that nothing is due', () => {
    const of = (startOn: string) =>
      cardText(
        groupDigestCard(
          { ...group, project: { ...group.project, startOn }, overdue: [], dueToday: [], dueTomorrow: [] },
          ctx,
        ),
      );
    expect(of('2026-11-23')).toContain('开工  11月23日（已过 2 天，请更新）');
    expect(of('2026-10-08')).not.toContain('开工');
    expect(of('2026-11-23')).not.toContain('没有');
  });

  test('on a Friday the next day is named, for it is not tomorrow', () => {
    const friday = { ...ctx, now: instantAt('2026-11-27', '08:35', ZONE) };
    expect(cardText(groupDigestCard(group, friday))).toContain('11月30日（周一）前到期 1 件');
  });

  test('a leader reads reds first; everything at once still fits', () => {
    const part = { issues: issues(10), more: 90 };
    const waiting = { toApprove: part, toVerify: part, toRoute: part, toDo: part };
    const digest = { ...waiting, reds: part, yellows: part, instructed: part };
    const card = leaderDigestCard({ ...digest, counts: { red: 100, yellow: 100, total: 500 } }, ctx);
    expect(problemsOf(card)).toEqual([]);
    expect(cardText(card)).toMatch(/红灯 100 件[\s\S]*黄灯 100 件[\s\S]*您交办的 100 件/);
  });
});

describe('history and reckoning', () => {
  test('history is newest first', () => {
    const text = cardText(historyCard({ issue: sampleIssue(), rows: sampleHistory() }, ctx));
    expect(text.indexOf('进展')).toBeLessThan(text.indexOf('王秘书登记'));
    expect(text).toContain('共 4 条');
  });

  test('a history of hundreds of rows fits and says what is missing', () => {
    const rows = Array.from({ length: 300 }, (_, i) => ({
      ...sampleHistory()[3]!,
      id: i,
      detail: { note: ATTACK.repeat(50) },
    }));
    const card = historyCard({ issue: sampleIssue(), rows }, ctx);
    expect(problemsOf(card)).toEqual([]);
    expect(cardText(card, undefined, 40_000)).toContain('更早的 220 条没有列出');
  });

  test('怎么算的 explains the deadline, the pauses and the light', () => {
    const rule = { kind: 'working-days', start: '2026-11-20', count: 5 } as const;
    const card = explainCard(
      sampleIssue({
        ...BY_STATUS.paused,
        deadline: { ...due('2026-11-27'), rule },
        originalDeadline: due('2026-11-20'),
      }),
      ctx,
    );
    const text = cardText(card);
    expect(text).toContain('5个工作日，从11月23日（周一）起算');
    expect(text).toContain('延期前的时限：11月20日（周五）');
    expect(text).toContain('第 1 次挂账：11-20 15:00 至今，预计 12月20日（周日）恢复，停表 3 个工作日');
    expect(text).toContain('逾期 3 个工作日内黄灯');
    expect(problemsOf(card)).toEqual([]);
  });

  test('a deadline moved by a pause says so', () => {
    const rule = { kind: 'day', start: '2026-11-20', day: '2026-11-25' } as const;
    expect(cardText(explainCard(sampleIssue({ deadline: { ...due('2026-11-30'), rule } }), ctx))).toContain(
      '停表后顺延，现时限：11月30日（周一）',
    );
  });
});

describe('projects', () => {
  test('one project shows counts, people and countdown', () => {
    const card = projectCard(
      { project: DATA.projects[0]!, counts: { red: 1, total: 4 }, issues: issues(2) },
      ctx,
    );
    const text = cardText(card);
    for (const fact of [
      '红 1 · 共 4',
      '兴发集团',
      '组长  陈县长',
      '项目秘书  王秘书',
      '企业联系人  孙厂长',
      '另有 2 件',
    ]) {
      expect(text).toContain(fact);
    }
    expect(problemsOf(card)).toEqual([]);
  });

  test('a page of projects with hostile names fits, says which page it is and leads to the others', () => {
    const rows = Array.from({ length: PROJECTS_PER_PAGE }, (_, i) => ({
      project: {
        ...DATA.projects[0]!,
        id: i + 1,
        name: `${ATTACK.repeat(10)}${i}`,
        weather: 'rain' as const,
      },
      counts: { red: 1, total: 2 },
    }));
    const view = { rows, total: 60, page: 2, words: '石盖塘', unread: [] };
    const card = projectsCard(view, ctx);
    expect(problemsOf(card)).toEqual([]);
    expect(cardText(card)).toContain('石盖塘：项目 60 个');
    expect(cardText(card)).toContain('第 2 页，共 3 页');
    expect(buttonsOf(card).filter((name) => name === '查')).toHaveLength(PROJECTS_PER_PAGE);
    expect(buttonsOf(card).slice(-2)).toEqual(['上一页', '下一页']);
    expect(valuesOf(card).at(-1)).toMatchObject({ do: 'answer', command: '项目 石盖塘 第3页' });
  });

  test('twenty names of 60 characters leave no row out', () => {
    const rows = Array.from({ length: PROJECTS_PER_PAGE }, (_, i) => ({
      project: { ...DATA.projects[0]!, id: i + 1, name: `${'磷'.repeat(58)}${i + 10}` },
      counts: { red: 1, yellow: 2, blue: 3, green: 4, total: 10 },
    }));
    const card = projectsCard({ rows, total: 20, page: 1, words: '', unread: [] }, ctx);
    expect(problemsOf(card)).toEqual([]);
    expect(buttonsOf(card)).toHaveLength(PROJECTS_PER_PAGE);
  });
});

describe('rating', () => {
  test('one tap for good, words for bad', () => {
    const card = rateCard(sampleIssue(BY_STATUS.closed), ctx);
    expect(buttonsOf(card)).toEqual(['满意', '基本满意', '不满意']);
    expect(decodeAction(valuesOf(card)[2])).toMatchObject({ do: 'open-form', form: 'unsatisfied' });
    expect(problemsOf(card)).toEqual([]);
  });

  test('a rated problem shows the rating and asks no more', () => {
    const satisfaction = { score: 'unsatisfied', reason: '还有异味', byId: 5, at: ctx.now } as const;
    const card = rateCard(sampleIssue({ ...BY_STATUS.closed, satisfaction }), ctx);
    expect(buttonsOf(card)).toEqual([]);
    expect(cardText(card)).toContain('还有异味');
  });
});

describe('help and plain answers', () => {
  const rows = [
    {
      words: ['报', '登记', '上报'],
      usage: '报 <事项> [单位] [时限]',
      summary: '登记问题',
      group: '登记',
      example: ['报 断电'],
    },
    { words: ['签收'], usage: '签收 #12', summary: '签收问题', group: '办理' },
    { words: ['核验'], usage: '核验 #12', summary: '是否解决', group: '办理', contact: true },
    { words: ['节假日'], usage: '节假日', summary: '日历', group: '管理', admin: true },
    { words: ['节假日'], usage: '节假日 导入 …', summary: '导入通知', group: '管理', admin: true },
  ];
  const official = { reader: 'official', demo: false } as const;

  test('help lists every command under its group', () => {
    expect(cardText(helpCard(rows, undefined, official))).toMatch(
      /登记\n报 登记问题[\s\S]*办理\n签收 签收问题/,
    );
  });

  test('everybody reads what they may use, a word that does several things once', () => {
    const read = (reader: HelpReader) => cardText(helpCard(rows, undefined, { reader, demo: false }));
    expect(read('official')).not.toContain('节假日');
    expect(read('administrator')).toContain('节假日 日历；导入通知');
    expect(read('contact')).toContain('核验');
    expect(read('contact')).not.toMatch(/签收|节假日/);
    expect(problemsOf(helpCard(rows, undefined, { reader: 'administrator', demo: true }))).toEqual([]);
  });

  test('a leader reads questions to ask first, and no step that is not a leader’s', () => {
    const more: HelpRow[] = [
      { words: ['签收'], usage: '签收 #12', summary: '签收问题', group: '办理', leader: false },
      { words: ['同意'], usage: '同意 #12', summary: '批复', group: '办理', leader: true },
      { words: ['问'], usage: '直接问', summary: '问数量', group: '查询', example: ['红色的有几个'] },
    ];
    const text = cardText(helpCard(more, undefined, { reader: 'leader', demo: false }));
    expect(text).toMatch(/例如：\n红色的有几个\n查询\n问 问数量[\s\S]*办理\n同意 批复/);
    expect(text).not.toContain('签收');
  });

  test('help on a word that does several things explains them all, to whoever asks', () => {
    expect(cardText(helpCard(rows, '节假日', official))).toMatch(/说法：节假日\n[\s\S]*说法：节假日 导入/);
  });

  test('help on one word explains it, by synonym too; an unknown word gives the table', () => {
    expect(cardText(helpCard(rows, '上报', official))).toBe(
      '帮助：报\n登记问题\n说法：报 <事项> [单位] [时限]\n例如：\n报 断电\n也可以说：登记、上报',
    );
    expect(cardText(helpCard(rows, '没有', official))).toContain('签收问题');
    expect(problemsOf(helpCard(rows, '报', { ...official, demo: true }))).toEqual([]);
  });

  test('a long answer is shortened, a short one framed', () => {
    expect(problemsOf(textCard('长'.repeat(30_000)))).toEqual([]);
    const card = textCard('已绑定', { tone: 'success', commands: { 清单: '清单' }, demo: true });
    expect(card.header.template).toBe('green');
    expect(buttonsOf(card)).toEqual(['清单']);
    expect(cardText(card)).toContain('演示数据');
  });
});

describe('administration', () => {
  const many = {
    ...DATA,
    units: Array.from({ length: 300 }, (_, i) => ({ ...DATA.units[0]!, id: i + 1, name: `${ATTACK}${i}` })),
    categories: Array.from({ length: 300 }, (_, i) => ({
      ...DATA.categories[0]!,
      id: i + 1,
      keywords: [ATTACK.repeat(9)],
    })),
  };
  const crowd = { ...ctx, directory: createDirectory(many) };
  const people = Array.from({ length: 300 }, () => ({ ...PEOPLE[0]!, name: ATTACK }));

  test.each([
    ['units', admin.unitsCard(ctx), admin.unitsCard(crowd)],
    ['categories', admin.categoriesCard(ctx), admin.categoriesCard(crowd)],
    ['people', admin.peopleCard(PEOPLE, ctx), admin.peopleCard(people, ctx)],
    ['roles', admin.rolesCard(ctx), admin.rolesCard(crowd)],
    ['areas', admin.areasCard(ctx), admin.areasCard(crowd)],
    [
      'holidays',
      holidaysCard({ dueByYear: new Map() }, ctx),
      holidaysCard({ dueByYear: new Map([[2027, 9]]) }, crowd),
    ],
    ['settings', admin.settingsCard(ctx), admin.settingsCard(crowd)],
  ])('%s fit a card, few or hundreds', (_, few, hundreds) => {
    expect(problemsOf(few)).toEqual([]);
    expect(problemsOf(hundreds)).toEqual([]);
  });

  test('what is missing is named', () => {
    expect(cardText(admin.unitsCard(ctx))).toContain('生态环境局（环保局） 未设联络员 · 未设负责人');
    expect(cardText(admin.rolesCard(ctx))).toContain('管理员 未设');
  });

  test('health puts what is wrong first', () => {
    const items = [
      { name: '数据库', value: '正常', ok: true },
      { name: '放假安排', value: '2027年尚未公布', ok: false },
    ];
    const card = admin.healthCard(items, ctx);
    expect(card.header.template).toBe('red');
    expect(cardText(card)).toBe('体检：1 项需要处理\n✘ 放假安排 2027年尚未公布\n✔ 数据库 正常');
  });
});
