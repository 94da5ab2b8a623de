/** Rules and cards of links, without a chat. */
import { describe, expect, test } from 'vitest';
import { cardBytes, countElements } from '../../src/cards/card-fit.ts';
import { cardText } from '../../src/cards/card-text.ts';
import { createCalendar } from '../../src/domain/calendar.ts';
import { DEFAULT_TEMPLATE } from '../../src/domain/plan/default-template.ts';
import { daysUsed, linkDeadline, missingFor } from '../../src/domain/plan/link-rules.ts';
import { linkStates } from '../../src/domain/plan/link-state.ts';
import type { LinkDefinition, ProjectLink } from '../../src/domain/plan/model.ts';
import { readSaidDay } from '../../src/domain/plan/said-day.ts';
import { readHistoryLine } from '../../src/features/links/history.ts';
import { linkCard } from '../../src/features/links/link-card.ts';
import { mapCard } from '../../src/features/links/map-card.ts';
import { materialsCard } from '../../src/features/links/materials-card.ts';
import type { Board } from '../../src/features/links/store.ts';
import { readTail } from '../../src/features/links/tail.ts';
import type { LinkView } from '../../src/features/links/view.ts';
import { problemsOf } from '../cards/check.ts';
import { DATA, sampleContext, sampleIssue } from '../cards/samples.ts';
import { at, town } from '../support/town.ts';

const TODAY = '2026-11-23';

describe('the day something was done', () => {
  test.for([
    ['今天', '2026-11-23'],
    ['昨天', '2026-11-22'],
    ['12月3日', '2026-12-03'],
    ['１１月２０日', '2026-11-20'],
    ['11.20', '2026-11-20'],
    ['十一月二十日', '2026-11-20'],
    ['2026-05-01', '2026-05-01'],
    ['2026年5月1日', '2026-05-01'],
    ['20号', '2026-11-20'],
    ['25号', '2026-10-25'],
    ['上个月25号', '2026-10-25'],
    ['周五', '2026-11-20'],
    ['上周五', '2026-11-20'],
    ['5月1日', '2026-05-01'],
    ['去年12月1日', '2025-12-01'],
    ['2月30日', 'impossible'],
    ['13月1日', 'impossible'],
    ['施工许可', undefined],
    ['3天内', undefined],
    ['', undefined],
  ] as const)('%s is %s', ([said, day]) => {
    expect(readSaidDay(said, TODAY)).toBe(day);
  });

  test('in January, a day of last December is last year’s', () => {
    expect(readSaidDay('12月20日', '2027-01-05')).toBe('2026-12-20');
  });
});

describe('what stands behind 完成', () => {
  test.for([
    ['', { day: null, allThere: false, note: '' }],
    ['12月3日', { day: '2026-12-03', note: '' }],
    ['11月20日 已领证', { day: '2026-11-20', note: '已领证' }],
    ['已领证', { day: null, note: '已领证' }],
    ['材料已齐', { day: null, allThere: true, note: '' }],
    ['11月20日，材料都齐了', { day: '2026-11-20', allThere: true, note: '' }],
    ['昨天 理由 系统延迟', { day: '2026-11-22', force: '系统延迟' }],
    ['理由', { force: '' }],
  ] as const)('%s', ([said, read]) => {
    expect(readTail(said, TODAY)).toMatchObject(read);
  });

  test.for(['2月30日', '12月3日4号', '3日内'])('%s is asked back, not passed over', (said) => {
    expect(readTail(said, TODAY)).toHaveProperty('problem');
  });
});

const links = DEFAULT_TEMPLATE.links.map((definition, n) => linkOf(definition, n + 1));

function linkOf(definition: LinkDefinition, id: number, facts: Partial<ProjectLink> = {}): ProjectLink {
  return {
    id,
    projectId: 1,
    definition,
    unitId: null,
    contactId: null,
    unconcerned: null,
    startedOn: null,
    reportedOn: null,
    finishedOn: null,
    ticked: [],
    subUnits: null,
    item: null,
    ...facts,
  };
}

describe('a line of 补录', () => {
  test.for([
    ['1 2 3 2026-05-01', ['filing', 'site-opinion', 'land-supply']],
    ['1-3、6 5月1日', 4],
    ['第1环节 第2环节 完成 2026-05-01', 2],
    ['环评 完成 2026-05-01', 1],
    ['立项 完成 2026-05-01', 1],
    ['1 2 3', undefined],
    ['1 99 2026-05-01', undefined],
    ['1 2 2027-05-01', undefined],
    ['1 大概 2026-05-01', undefined],
    ['', undefined],
  ] as const)('%s', ([line, codes]) => {
    const read = readHistoryLine(line, { links }, TODAY);
    if (codes === undefined) expect(read).toBeUndefined();
    else if (typeof codes === 'number') expect(read).toHaveLength(codes);
    else expect(read).toHaveLength(codes.length);
  });
});

test('a name that several links bear is no link of 补录: they are listed', () => {
  expect(readHistoryLine('备案 完成 2026-05-01', { links }, TODAY)).toMatchObject({
    heard: '备案',
    several: [{ no: 1 }, { no: 21 }],
  });
});

const byCode = (all: readonly ProjectLink[]) => new Map(all.map((link) => [link.definition.code, link]));

describe('what holds 完成 back', () => {
  const permit = links.find((link) => link.definition.no === 11)!;

  test('are open hard predecessors and papers that cannot come later; a producer that is done brings its paper', () => {
    const missing = missingFor(permit, byCode(links));
    expect(missing.before.map((link) => link.definition.no)).toEqual([5, 10]);
    expect(missing.materials.every(({ deferrable }) => !deferrable)).toBe(true);
    const done = links.map((link) => (link === permit ? link : { ...link, finishedOn: '2026-11-02' }));
    const left = missingFor(permit, byCode(done));
    expect(left.before).toEqual([]);
    expect(left.materials.every(({ producedBy }) => producedBy === null)).toBe(true);
    const ticked = left.materials.map(({ name }) => name);
    expect(missingFor({ ...permit, ticked }, byCode(done)).materials).toEqual([]);
  });

  test('不涉及 counts as done for what follows', () => {
    const unconcerned = { reason: '', byId: 1, at: 0 };
    const off = links.map((link) => ([5, 10].includes(link.definition.no) ? { ...link, unconcerned } : link));
    expect(missingFor(permit, byCode(off)).before).toEqual([]);
  });
});

describe('the clock of a link', () => {
  const now = at('2026-11-23 10:00');
  const of = (no: number) => links.find((link) => link.definition.no === no)!;

  test('runs to the finish of the agreed plan, else as long as promised', () => {
    const step = {
      code: of(11).definition.code,
      duration: of(11).definition.promised,
      start: TODAY,
      finish: '2026-12-04',
      float: 0,
      actual: null,
    };
    const plan = { version: 2, payload: { steps: [step] } } as unknown as Parameters<typeof linkDeadline>[1];
    expect(linkDeadline(of(11), plan, TODAY, { now, directory: town }).day).toBe('2026-12-04');
    const promised = linkDeadline(of(11), undefined, TODAY, { now, directory: town });
    expect(promised.day).toBe(createCalendar().addWorkingDays(TODAY, 7));
    expect(promised.phrase).toBe('承诺7个工作日');
  });

  test('即办 is today until the end of work, then the next working day', () => {
    const sameDay = {
      ...of(1),
      definition: { ...of(1).definition, promised: { n: 1, unit: 'same-day' } as const },
    };
    expect(linkDeadline(sameDay, undefined, TODAY, { now, directory: town }).day).toBe(TODAY);
    const evening = at('2026-11-23 19:00');
    expect(linkDeadline(sameDay, undefined, TODAY, { now: evening, directory: town }).day).toBe('2026-11-24');
  });

  test('days used are working days since the first, up to the day it was done', () => {
    const begun = { ...of(11), startedOn: '2026-11-19' };
    expect(daysUsed(begun, TODAY, town)).toEqual({ n: 2, unit: 'working-days' });
    expect(daysUsed({ ...begun, finishedOn: '2026-11-20' }, TODAY, town)?.n).toBe(1);
    expect(daysUsed(of(11), TODAY, town)).toBeNull();
  });
});

describe('cards', () => {
  const ctx = sampleContext();
  const [project] = DATA.projects;
  const long = '特'.repeat(200);
  const fat = DEFAULT_TEMPLATE.links.map((definition, n) =>
    linkOf(
      {
        ...definition,
        name: `${definition.name}<at id=all></at>**${long}`,
        materials: Array.from({ length: 20 }, (_, m) => ({
          name: `${m}${long}`,
          deferrable: true,
          producedBy: null,
        })),
      },
      n + 1,
      n < 5 ? { finishedOn: '2025-11-02' } : {},
    ),
  );
  const boardOf = (all: ProjectLink[], taken = true): Board => {
    const { links: _links, ...basis } = DEFAULT_TEMPLATE;
    return {
      project: project!,
      taken,
      basis,
      links: all,
      byCode: byCode(all),
      states: linkStates(all),
      plan: undefined,
    };
  };
  const viewOf = (board: Board, no: number): LinkView => ({
    board,
    link: board.links[no - 1]!,
    deferrals: [],
    blocks: [],
    bearing: [],
    holds: new Map(),
    works: true,
    confirms: false,
    weather: undefined,
    ctx,
  });

  test.for([
    ['as shipped', links],
    ['with names as long as can be', fat],
  ] as const)('the map %s fits the platform and a phone', ([_, all]) => {
    const holds = new Map(
      all.map(({ definition }) => [definition.code, [1, 2, 3, 4].map(() => sampleIssue())]),
    );
    const card = mapCard({ board: boardOf([...all]), holds, ctx });
    expect(problemsOf(card)).toEqual([]);
    expect(cardBytes(card)).toBeLessThan(30 * 1024);
    expect(countElements(card)).toBeLessThanOrEqual(200);
    for (const { no } of DEFAULT_TEMPLATE.links) expect(JSON.stringify(card)).toContain(`"第${no}环节"`);
  });

  test.for(DEFAULT_TEMPLATE.links.map(({ no }) => no))('link %i fits, with and without a project', (no) => {
    for (const view of [
      viewOf(boardOf(links), no),
      viewOf(boardOf(links, false), no),
      viewOf(boardOf(fat), no),
    ]) {
      expect(problemsOf(linkCard(view))).toEqual([]);
      expect(problemsOf(materialsCard(view))).toEqual([]);
    }
    expect(cardText(linkCard(viewOf(boardOf(links), no)))).toContain('请综合办指定');
  });

  test('the weather says by which rule; a link that is done, or without a plan, has none', () => {
    const late = { weather: 'rain', reason: { kind: 'late-finish', days: 3 } } as const;
    const board = boardOf([...links]);
    const open = board.links.find((link) => link.finishedOn === null);
    if (!open) throw new Error('all are done');
    const { no } = open.definition;
    const said = (view: Partial<LinkView>) => JSON.stringify(linkCard({ ...viewOf(board, no), ...view }));
    expect(said({ weather: late })).toContain('应完未完，晚 3 个工作日');
    expect(said({})).not.toMatch(/应完未完|滞后/);
    const done = JSON.stringify(linkCard({ ...viewOf(boardOf([...fat]), 1), weather: late }));
    expect(done).not.toMatch(/应完未完|滞后/);
  });

  test('what is only usual practice says 待确认 until an administrator confirmed it', () => {
    const usual = DEFAULT_TEMPLATE.links.find(({ grade }) => grade === 'C')!;
    const at = usual.no;
    expect(cardText(linkCard(viewOf(boardOf(links), at)))).toContain('待确认');
    const confirmed = links.map((link) => ({
      ...link,
      definition: { ...link.definition, confirmedOn: TODAY },
    }));
    expect(cardText(linkCard(viewOf(boardOf(confirmed), at)))).not.toContain('待确认');
  });
});
