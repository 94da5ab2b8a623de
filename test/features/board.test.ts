import { describe, expect, test } from 'vitest';
import { cardBytes } from '../../src/cards/card-fit.ts';
import { cardText } from '../../src/cards/card-text.ts';
import type { Chart } from '../../src/cards/element.ts';
import { boardCard, weatherCard } from '../../src/features/board/card.ts';
import { drawSheet } from '../../src/features/board/sheet.ts';
import { problemsOf } from '../cards/check.ts';
import { type SampleOptions, sampleBoard, ZONE } from '../support/board-sample.ts';

const HARD = '*磷石膏*_综合_`利用`[x](y)<at id=all></at>~项目|#1'.repeat(3).slice(0, 60);
const KINDS: Record<string, SampleOptions> = {
  'well on its way': {},
  late: { lateFrom: 12, today: '2026-12-30' },
  'without a plan': { unplanned: true },
  'of three bars a link': { paused: true },
  'with names of 60 characters full of markup': { name: HARD, linkName: HARD, paused: true },
};
const demo = { demo: false };

describe('挂图 in a card', () => {
  test.for(Object.entries(KINDS))('of a project %s is taken by the platform', ([, options]) => {
    const view = sampleBoard(options);
    expect(problemsOf(boardCard(view, demo))).toEqual([]);
    expect(problemsOf(weatherCard(view, demo))).toEqual([]);
  });

  test('with 22 links, three bars each and the hardest names is whole: chart, list and buttons', () => {
    const card = boardCard(sampleBoard(KINDS['with names of 60 characters full of markup'] ?? {}), demo);
    expect(cardBytes(card)).toBeLessThan(30 * 1024 - 512);
    const [chart] = card.body.elements.filter((element): element is Chart => element.tag === 'chart');
    const data = chart?.chart_spec.data as { id: string; values: object[] }[];
    expect(data.map(({ id, values }) => [id, values.length])).toEqual([
      ['planned', 21],
      ['critical', 2],
      ['actual', 63],
    ]);
    expect(card.body.elements.some((element) => element.tag === 'collapsible_panel')).toBe(true);
    expect(card.body.elements.at(-2)?.tag).toBe('column_set');
  });

  test('has the critical chain in a colour of its own with its name in the legend, each bar once', () => {
    const view = sampleBoard(KINDS.late ?? {});
    const chain = view.rows.filter(({ critical }) => critical).map(({ name }) => name);
    expect(chain).toEqual(expect.arrayContaining(['施工、监理发包', '建筑工程施工许可证', '施工']));
    const [chart] = boardCard(view, demo).body.elements.filter(
      (element): element is Chart => element.tag === 'chart',
    );
    const { data, series } = chart!.chart_spec as unknown as {
      data: { id: string; values: { n: string }[] }[];
      series: { dataId: string; name: string; bar: { style: { fill: string } } }[];
    };
    const barsOf = (wanted: string) => data.find(({ id }) => id === wanted)!.values.map(({ n }) => n);
    expect(barsOf('critical')).toHaveLength(chain.length);
    expect(barsOf('planned').filter((n) => barsOf('critical').includes(n))).toEqual([]);
    expect(series.map(({ name }) => name)).toEqual(['计划', '计划（关键线路）', '实际']);
    expect(new Set(series.map(({ bar }) => bar.style.fill)).size).toBe(3);
  });

  test('says in words all that the chart shows, for apps that draw none', () => {
    const text = cardText(boardCard(sampleBoard(KINDS.late ?? {}), demo));
    for (let no = 1; no <= 22; no++) expect(text).toMatch(new RegExp(`(^|[^\\d])${no} \\S`, 'm'));
    expect(text).toContain('11 建设工程规划许可证');
    expect(text).toContain('晚 18 个工作日');
    expect(text).toContain('开工 12月29日');
  });

  test('the sign of the weather never stands without its word, for machines whose fonts lack it', () => {
    const view = sampleBoard(KINDS.late ?? {});
    for (const card of [boardCard(view, demo), weatherCard(view, demo)]) {
      const text = cardText(card);
      expect(text).toMatch(/🌧 滞后/);
      expect(text.match(/[☀⛅🌧](?! (?:正常|有风险|滞后))/gu)).toBeNull();
    }
  });

  test('a project without links has a card without a chart', () => {
    const view = { ...sampleBoard(), rows: [], stages: [] };
    expect(boardCard(view, demo).body.elements.some((element) => element.tag === 'chart')).toBe(false);
  });
});

describe('晴雨表 of a project', () => {
  test('names the rule that made the weather, and how to appeal', () => {
    const text = cardText(weatherCard(sampleBoard(KINDS.late ?? {}), demo));
    expect(text).toContain('应完未完，晚 18 个工作日');
    expect(text).toContain('怎么定的');
    expect(text).toContain('申诉 #编号');
  });
});

describe('the sheet', () => {
  const at = { now: Date.parse('2026-11-25T10:00:00+08:00'), timeZone: ZONE };

  test('is a document whatever the names hold', () => {
    const name = `<script>&"'\u0000\ufffe\ud800${HARD}`;
    const svg = drawSheet(sampleBoard({ name, linkName: name }), at);
    expect(/<script|[\u0000\ufffe]/.test(svg)).toBe(false);
    expect(svg.match(/<text/g)?.length).toBe(svg.match(/<\/text>/g)?.length);
  });

  test('tells weather, nodes, states and what holds the project back', () => {
    const svg = drawSheet(sampleBoard(KINDS.late ?? {}), at);
    const said = [
      '滞后：13 施工、监理发包',
      '已过 1 天',
      '还有 205 天',
      '晚 18 个工作日',
      '不涉及',
      '红 1、黄 2',
    ];
    expect(said.filter((words) => !svg.includes(words))).toEqual([]);
  });

  test('of a project with a few links fills the page as one with 22 does', () => {
    const bottom = (svg: string) =>
      Math.max(
        ...[...svg.matchAll(/<line [^>]*y2="([\d.]+)"[^>]*stroke="#edeff2"/g)].map(([, y]) => Number(y)),
      );
    const view = sampleBoard();
    const few = view.rows.filter(({ no }) => no !== null && no > 9 && no < 16);
    const [whole, six] = [drawSheet(view, at), drawSheet({ ...view, rows: few }, at)];
    expect(few).toHaveLength(6);
    expect(bottom(whole)).toBeGreaterThan(1050);
    expect(bottom(six)).toBeGreaterThan(1050);
    expect(bottom(drawSheet({ ...view, rows: few.slice(0, 1) }, at))).toBeLessThan(1188);
  });

  test('names each problem on a line of its own with its light and the link it holds up, and how many more', () => {
    const view = sampleBoard(KINDS.late ?? {});
    const holdups = Array.from({ length: 6 }, (_, n) => ({
      ...view.holdups[0]!,
      issueId: n + 1,
      linkNos: [n + 1, 22],
    }));
    const svg = drawSheet({ ...view, holdups }, at);
    expect(svg).toContain(
      '卡第 1、22 环节：#1 红线内 10 千伏线路未迁改，进场道路断头（红，逾期 4 个工作日）',
    );
    expect(svg).toContain('卡第 3、22 环节');
    expect(svg).not.toContain('卡第 4、22 环节');
    expect(svg).toContain('另有 3 个问题卡住环节');
  });

  test('a name of 60 characters stands on two lines, whole', () => {
    const name = '湖北宜昌高新区生物医药产业园兴发集团磷石膏综合利用及新能源材料一体化项目一期工程二标段';
    const svg = drawSheet(sampleBoard({ name }), at);
    const lines = [...svg.matchAll(/<text[^>]*font-size="30"[^>]*>([^<]*)</g)].map(([, said]) => said);
    expect(lines.join('')).toBe(name);
  });

  test('both nodes and today are named with their day where their lines stand', () => {
    const svg = drawSheet(sampleBoard(KINDS.late ?? {}), at);
    for (const said of ['>今天 12月30日<', '>开工 12月29日<', '>投产 2027年7月23日<'])
      expect(svg).toContain(said);
    const view = sampleBoard(KINDS.late ?? {});
    const nodes = view.nodes.map((node, n) => ({ ...node, expectedOn: n === 1 ? '2027-08-03' : null }));
    expect(drawSheet({ ...view, nodes }, at)).toContain('>投产预计 2027年8月3日<');
  });

  test('of 60 links keeps every row on the sheet', () => {
    const view = sampleBoard();
    const rows = Array.from({ length: 60 }, (_, n) => ({ ...view.rows[n % 22]!, code: `X${n}`, no: n + 1 }));
    const svg = drawSheet({ ...view, rows }, at);
    const lowest = Math.max(...[...svg.matchAll(/<text[^>]* y="([\d.]+)"/g)].map(([, y]) => Number(y)));
    expect(lowest).toBeLessThanOrEqual(1188);
  });
});
