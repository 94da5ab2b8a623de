import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PROJECTS } from '../../src/demo/zone.ts';
import { type Candidate, rankDescribed, sharedWords } from '../../src/domain/described.ts';
import { isMeant, verdictOf } from '../../src/domain/described-verdict.ts';
import { descriptionsIn } from '../../src/language/description.ts';
import { readPhrase, trim } from '../../src/language/phrase.ts';
import { toLeader } from './demo-place.ts';
import { DESCRIBED, PROBLEMS } from './questions-described.ts';

const projectIds = new Map(PROJECTS.map(({ key }, i) => [key as string, 11 + i]));
const candidates = PROBLEMS.map(
  ([id, project, text, open]): Candidate => ({
    id,
    text,
    open,
    projectId: projectIds.get(project) ?? null,
    unitIds: [],
    categoryId: null,
  }),
);

/** The one that is told; 0: none, or several. */
function meantBy(said: string): number {
  for (const description of descriptionsIn(trim(readPhrase(said)), toLeader)) {
    const ranked = rankDescribed(description, candidates, { size: candidates.length, times: new Map() });
    const [only, second] = verdictOf(description, ranked) ?? [];
    if (only) return second ? 0 : only.id;
  }
  return 0;
}

/** Those that are told as meant, not only offered. */
function toldBy(said: string, among: readonly Candidate[]): number[] {
  return descriptionsIn(trim(readPhrase(said)), toLeader).flatMap((description) => {
    const ranked = rankDescribed(description, among, { size: among.length, times: new Map() });
    return (verdictOf(description, ranked) ?? []).flatMap((one) => {
      const text = among.find(({ id }) => id === one.id)?.text ?? '';
      const missing = description.naming.flatMap((part) => sharedWords(part, text).missing);
      return isMeant(one, missing) ? [one.id] : [];
    });
  });
}

const PLACES = '食堂后墙 北门岗亭 三号车间 污水泵站 职工澡堂 渣土场 冷却塔 装卸平台'.split(' ');
const FAULTS = '开裂 漏水 淤塞 积水 倒塌 失火 跳闸 扬尘'.split(' ');
const TOWN = PLACES.flatMap((place, i) =>
  FAULTS.map((fault, k) => ({
    id: 100 + i * FAULTS.length + k,
    text: `${place}${fault}`,
    open: true,
    projectId: null,
    unitIds: [],
    categoryId: null,
  })),
);

/** Whatever is asked of it, the title says which is meant. */
const FRAMES = [
  '~到哪一步了',
  '~怎么还是红的',
  '~为什么还没办',
  '~什么时候报的',
  '~，离到期还有几天，谁负责',
  '~在哪个局手里',
  '~那件催了几次',
  '我想问下~办得怎么样',
];

describe('a problem described in own words', () => {
  test.each(DESCRIBED)('%s → #%i', (said, id) => {
    expect(meantBy(said)).toBe(id);
  });

  test.each(PROBLEMS.map(([id, , text]) => [text, id] as const))('%s那件怎么样了 → #%i', (text, id) => {
    expect(meantBy(`${text.split('，')[0]}那件怎么样了`)).toBe(id);
  });

  test.each(FRAMES)('%s: who may not see it is told no other', (frame) => {
    for (const one of candidates) {
      const said = frame.replace('~', one.text.split('，')[0] ?? '');
      expect(
        toldBy(
          said,
          candidates.filter(({ id }) => id !== one.id),
        ),
        said,
      ).toEqual([]);
      expect(toldBy(said, candidates), said).toContain(one.id);
    }
  });

  test('of a town of titles only the one that was said is told', () => {
    const of = fc.record({
      one: fc.constantFrom(...TOWN),
      seen: fc.subarray(TOWN, { minLength: 1 }),
      frame: fc.constantFrom(...FRAMES),
    });
    fc.assert(
      fc.property(of, ({ one, seen, frame }) => {
        const told = new Set(toldBy(frame.replace('~', one.text), seen));
        expect([...told]).toEqual(seen.includes(one) ? [one.id] : []);
      }),
    );
  });

  const asked = PROBLEMS.flatMap(([id, , text]) =>
    FRAMES.map((frame) => [frame.replace('~', text.split('，')[0] ?? ''), id] as const),
  );
  test.each(asked)('%s → #%i', (said, id) => {
    expect(meantBy(said)).toBe(id);
  });
});
