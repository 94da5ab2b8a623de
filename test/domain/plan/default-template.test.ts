import { describe, expect, it } from 'vitest';
import { DEFAULT_TEMPLATE } from '../../../src/domain/plan/default-template.ts';

const { links, stages, construction, nodes } = DEFAULT_TEMPLATE;
const byNo = new Map(links.map((link) => [link.no, link]));
const noOf = (code: string) => links.find((link) => link.code === code)?.no ?? NaN;

/** A second, simple reckoning: every day counts, one link follows another, links in the order of their numbers. */
function forward(nos: readonly number[]) {
  const before = (no: number) => (byNo.get(no)?.dependencies ?? []).map(({ on }) => noOf(on));
  const n = (no: number) => byNo.get(no)?.promised.n ?? NaN;
  const finish = new Map<number, number>();
  for (const no of nos) finish.set(no, Math.max(0, ...before(no).map((on) => finish.get(on) ?? NaN)) + n(no));
  const end = Math.max(...finish.values());
  const latest = new Map<number, number>();
  for (const no of [...nos].reverse()) {
    const after = nos.filter((other) => before(other).includes(no));
    latest.set(no, Math.min(end, ...after.map((other) => (latest.get(other) ?? NaN) - n(other))));
  }
  return nos.map((no) => [no, finish.get(no), (latest.get(no) ?? NaN) - (finish.get(no) ?? NaN)]);
}

describe('the template every deployment starts with', () => {
  it('reaches 开工 on working day 59, each link finishing and floating as published', () => {
    const nos = Array.from({ length: 18 }, (_, index) => index + 1);
    const table = forward(nos);
    expect(table).toEqual([
      [1, 1, 0],
      [2, 6, 53],
      [3, 23, 0],
      [4, 28, 0],
      [5, 26, 9],
      [6, 8, 48],
      [7, 11, 45],
      [8, 6, 50],
      [9, 11, 45],
      [10, 35, 0],
      [11, 42, 0],
      [12, 45, 14],
      [13, 50, 3],
      [14, 49, 0],
      [15, 56, 0],
      [16, 45, 11],
      [17, 53, 3],
      [18, 59, 0],
    ]);
    expect(table.filter(([, , float]) => float === 0).map(([no]) => no)).toEqual([
      1, 3, 4, 10, 11, 14, 15, 18,
    ]);
    for (const no of nos) {
      const { unit } = byNo.get(no)?.promised ?? {};
      expect(no === 1 ? 'same-day' : 'working-days', `${no}`).toBe(unit);
    }
  });

  it('has 22 links numbered in order, each in one of four stages, by codes that are unique', () => {
    expect(links.map((link) => link.no)).toEqual(Array.from({ length: 22 }, (_, index) => index + 1));
    expect(new Set(links.map((link) => link.code)).size).toBe(22);
    expect(new Set(links.map((link) => link.name)).size).toBe(22);
    const counts = stages.map(({ code }) =>
      links.filter((link) => link.stage === code).map((link) => link.no),
    );
    expect(counts.map((nos) => [nos[0], nos.at(-1)])).toEqual([
      [1, 8],
      [9, 12],
      [13, 18],
      [19, 22],
    ]);
  });

  it('names only links there are, and none before its predecessors', () => {
    const codes = new Set(links.map((link) => link.code));
    for (const link of links) {
      for (const { on } of link.dependencies) expect(noOf(on), `${link.no}`).toBeLessThan(link.no);
      for (const { producedBy } of link.materials)
        if (producedBy !== null) expect(noOf(producedBy), `${link.no}`).toBeLessThan(link.no);
    }
    for (const code of [construction.after, ...construction.before, nodes.start, nodes.production])
      expect(codes).toContain(code);
    expect([noOf(nodes.start), noOf(nodes.production)]).toEqual([18, 22]);
  });

  it('says what, whom, how long, what it costs and where that is known from, and confirms nothing itself', () => {
    for (const link of links) {
      for (const text of [link.name, link.task, link.fee, link.source])
        expect(text.length).toBeGreaterThan(1);
      expect(link.authorities.length, link.name).toBeGreaterThan(0);
      expect(link.materials.length, link.name).toBeGreaterThan(0);
      expect(new Set(link.materials.map(({ name }) => name)).size).toBe(link.materials.length);
      expect(new Set([link.name, ...link.synonyms]).size, link.name).toBe(link.synonyms.length + 1);
      expect(link.promised.n).toBeGreaterThan(0);
      if (link.statutory) expect(link.statutory.law).toMatch(/《|令/);
      expect([link.confirmedOn, link.unitId, link.contactId]).toEqual([null, null, null]);
    }
  });

  it('names no person and no phone, and calls what is not read by its grade', () => {
    const text = JSON.stringify(DEFAULT_TEMPLATE);
    expect(text).not.toMatch(/\d{7,}/);
    const open = links.filter((link) => link.grade === 'C').map((link) => link.no);
    expect(open).toEqual([3, 5, 12, 13, 14, 19, 20, 21, 22]);
    for (const link of links)
      if (/未核对|通常做法/.test(link.source) && link.no !== 6) expect(link.grade, link.name).toBe('C');
  });

  it('writes every text in the punctuation of GB/T 15834', () => {
    expect(JSON.stringify(DEFAULT_TEMPLATE).match(/\p{sc=Han}[,:;?!()]|[,:;?!(]\p{sc=Han}/gu)).toBeNull();
  });
});
