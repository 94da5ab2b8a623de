import { describe, expect, test } from 'vitest';
import { PROJECTS } from '../../src/demo/zone.ts';
import { type Candidate, rankDescribed } from '../../src/domain/described.ts';
import { verdictOf } from '../../src/domain/described-verdict.ts';
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

  const asked = PROBLEMS.flatMap(([id, , text]) =>
    FRAMES.map((frame) => [frame.replace('~', text.split('，')[0] ?? ''), id] as const),
  );
  test.each(asked)('%s → #%i', (said, id) => {
    expect(meantBy(said)).toBe(id);
  });
});
