import { describe, expect, test } from 'vitest';
import { boardView, MOST_ACTUALS } from '../../../src/domain/plan/board.ts';
import { HOLDUP, sampleBoard, sampleFacts } from '../../support/board-sample.ts';

describe('what a wall chart shows', () => {
  test('every link of the project is a row, and 施工 stands after the link that allows it', () => {
    const { rows } = sampleBoard();
    expect(rows.map((row) => row.no)).toEqual([
      ...Array.from({ length: 18 }, (_, n) => n + 1),
      null,
      19,
      20,
      21,
      22,
    ]);
    expect(rows.find((row) => row.no === null)).toMatchObject({ name: '施工', state: null, critical: true });
  });

  test('both nodes are counted in days and in working days', () => {
    const [start, production] = sampleBoard().nodes;
    expect(start).toMatchObject({ name: '开工', plannedOn: '2026-12-29', days: 34, workingDays: 24 });
    expect(production).toMatchObject({ name: '投产', plannedOn: '2027-07-23' });
    expect(production?.workingDays).toBeLessThan(production?.days ?? 0);
  });

  test('a node that has happened counts no more days, one that was missed counts since when', () => {
    const facts = sampleFacts({ today: '2026-12-31' });
    expect(boardView(facts).nodes[0]).toMatchObject({ days: -2, workingDays: null });
    const happened = { name: '开工', plannedOn: '2026-12-29', actualOn: '2026-12-30' };
    expect(boardView({ ...facts, nodes: [happened, facts.nodes[1]!] }).nodes[0]).toMatchObject({
      actualOn: '2026-12-30',
      days: null,
    });
  });

  test('a node the project added stands beside the two', () => {
    const roof = { name: '封顶', plannedOn: '2027-03-10', actualOn: null };
    const { nodes } = boardView({ ...sampleFacts(), nodes: [...sampleFacts().nodes, roof] });
    expect(nodes.map((node) => node.name)).toEqual(['开工', '投产', '封顶']);
  });

  test('the forecast is told where it differs from the plan, and not where it does not', () => {
    const facts = sampleFacts();
    const reached = { start: '2027-01-06', production: facts.nodes[1]!.plannedOn };
    const { nodes } = boardView({ ...facts, forecast: { reached } });
    expect(nodes.map((node) => node.expectedOn)).toEqual(['2027-01-06', null]);
  });

  test('施工 that has begun is drawn from its real beginning until today, and no longer when it is over', () => {
    const siteOf = (finish: string | null) =>
      boardView({ ...sampleFacts(), site: { start: '2026-10-20', finish } }).rows.find(
        ({ name }) => name === '施工',
      );
    const { today } = sampleFacts();
    expect(siteOf(null)?.actual).toEqual([{ from: '2026-10-20', to: today, goesOn: true }]);
    expect(siteOf('2026-10-30')?.actual).toEqual([{ from: '2026-10-20', to: '2026-10-30', goesOn: false }]);
  });

  test('without a plan the rows show what was done, and no weather', () => {
    const view = sampleBoard({ unplanned: true });
    expect(view.weather).toBeNull();
    expect(view.rows.every((row) => row.planned === null && row.weather === null)).toBe(true);
    expect(view.rows[0]?.actual).toHaveLength(1);
  });

  test('a project without any link has a chart with no rows, and today within its range', () => {
    const view = boardView({ ...sampleFacts(), links: [], plan: null });
    expect(view.rows).toEqual([]);
    expect(view.range.from <= view.today && view.today <= view.range.to).toBe(true);
  });

  test('a pause parts the work in two bars; there are never more than three', () => {
    const row = sampleBoard({ paused: true }).rows[0];
    expect(row?.actual).toHaveLength(MOST_ACTUALS);
    expect(row?.actual.map(({ from, to, goesOn }) => [from, to, goesOn])).toEqual([
      ['2026-11-05', '2026-11-06', false],
      ['2026-11-08', '2026-11-10', false],
      ['2026-11-12', '2026-11-25', true],
    ]);
  });

  test('of more than three stretches the first ones are one bar, and no work is left out', () => {
    const facts = sampleFacts({ paused: true });
    const [link] = facts.links;
    const [first, second] = link?.item?.pauses ?? [];
    if (!link?.item || !first || !second) throw new Error('the sample has two pauses');
    const DAY = 86_400_000;
    const later = (days: number) => ({
      ...second,
      from: second.from + days * DAY,
      until: (second.until ?? 0) + days * DAY,
    });
    const item = { ...link.item, pauses: [first, second, later(4), later(8)] };
    const view = boardView({ ...facts, links: [{ ...link, item }] });
    expect(view.rows[0]?.actual).toEqual([
      { from: '2026-11-05', to: '2026-11-14', goesOn: false },
      { from: '2026-11-16', to: '2026-11-18', goesOn: false },
      { from: '2026-11-20', to: '2026-11-25', goesOn: true },
    ]);
  });

  test('不涉及 counts neither as done nor as to be done', () => {
    const view = sampleBoard();
    expect(view.concerned).toBe(21);
    expect(view.rows.find((row) => row.no === 16)).toMatchObject({
      state: 'unconcerned',
      weather: null,
      actual: [],
    });
  });

  test('what holds it back comes with the worst first', () => {
    const yellow = { ...HOLDUP, issueId: 11, color: 'yellow' as const, overdueDays: 2 };
    const worse = { ...HOLDUP, issueId: 13, overdueDays: 9 };
    const { holdups } = boardView({ ...sampleFacts(), holdups: [yellow, HOLDUP, worse] });
    expect(holdups.map((one) => one.issueId)).toEqual([13, 12, 11]);
  });

  test('a project has the worst weather of its critical chain, with the link it comes from', () => {
    const view = sampleBoard({ lateFrom: 12, today: '2026-12-30' });
    expect(view.weather).toMatchObject({ weather: 'rain', row: { no: 13 }, reason: { kind: 'late-finish' } });
  });
});
