import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawMonths, placeFlags } from '../../src/files/gantt-axis.ts';
import { scaleOf, textWidth } from '../../src/files/gantt-scale.ts';

const SIZE = 20;

describe('flags above a chart', () => {
  const flags = fc.array(
    fc.record({
      x: fc.integer({ min: 440, max: 1450 }),
      said: fc.constantFrom('今天 12月30日', '开工 12月29日', '投产预计 2027年8月3日', '封顶 3月1日'),
    }),
    { maxLength: 8 },
  );

  test('no line passes through the words of another, and no words lie on others', () => {
    fc.assert(
      fc.property(flags, (some) => {
        const placed = placeFlags(some);
        for (const one of placed)
          for (const other of placed) {
            if (one === other) continue;
            const from = one.x - textWidth(one.said) * SIZE;
            // A line reaches from its own lane down to the chart.
            const passes = other.lane >= one.lane && other.x > from && other.x < one.x;
            const touches = other.lane === one.lane && other.x === one.x;
            expect(passes || touches, JSON.stringify(placed)).toBe(false);
          }
      }),
    );
  });

  test('flags far apart share the lane nearest the chart', () => {
    const lanes = placeFlags([
      { x: 1400, said: '投产 7月1日' },
      { x: 700, said: '开工 12月29日' },
    ]).map(({ lane }) => lane);
    expect(lanes).toEqual([0, 0]);
  });
});

describe('months above a chart', () => {
  const namesOf = (from: string, to: string) => {
    const { scale, shown } = scaleOf({ from, to }, 1010);
    const at = (day: string) => 440 + scale(day);
    return drawMonths(shown, at, 190, { x: 440, right: 1450, y: 270, end: 1000 })
      .flatMap((drawn) => {
        const [, x, y, said] = /<text x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]*)</.exec(drawn) ?? [];
        return said === undefined ? [] : [{ x: Number(x), y: Number(y), said }];
      })
      .sort((a, b) => a.x - b.x);
  };

  test.for([
    ['2026-10-09', '2027-07-23'],
    ['2026-12-28', '2026-12-30'],
    ['2026-12-20', '2027-01-10'],
    ['2026-10-09', '2028-07-23'],
    ['2026-01-01', '2033-12-31'],
    ['2026-11-29', '2027-12-02'],
  ] as const)('of %s to %s no name lies on another, and the year is told', ([from, to]) => {
    const names = namesOf(from, to);
    expect(names.some(({ said }) => said.endsWith('年'))).toBe(true);
    for (const y of new Set(names.map((one) => one.y))) {
      const row = names.filter((one) => one.y === y);
      row.forEach(({ x, said }, i) => {
        const next = row[i + 1];
        if (next) expect(x + textWidth(said) * SIZE, said).toBeLessThanOrEqual(next.x);
        expect(x + textWidth(said) * SIZE).toBeLessThanOrEqual(1460);
      });
    }
  });

  test('every January tells its year, the month the chart begins within too', () => {
    const names = namesOf('2026-10-09', '2027-07-23').map(({ said }) => said);
    expect(names).toEqual(expect.arrayContaining(['2026年', '10月', '2027年', '1月', '7月']));
  });
});
