import { describe, expect, test } from 'vitest';
import { PROJECTS } from '../../src/demo/zone.ts';
import { type Candidate, rankDescribed, sharedWords } from '../../src/domain/described.ts';
import { standsOut } from '../../src/domain/described-verdict.ts';
import { describedTogether, headsIn, restBehind } from '../../src/language/described-parts.ts';
import { descriptionIn, nameAtStart } from '../../src/language/description.ts';
import { POINTS_AT_ONE } from '../../src/language/lexicon/describing.ts';
import { extremeIn } from '../../src/language/lexicon/which-first.ts';
import { readPhrase, trim } from '../../src/language/phrase.ts';
import { toLeader } from './demo-place.ts';
import { PROBLEMS } from './questions-described.ts';
import { FIRST, HEADS, STANDING_OUT, TOGETHER } from './questions-described-apart.ts';

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
const phraseOf = (said: string) => trim(readPhrase(said));

/** All that stand out by what names them, up to the first pointer or mark that finds any. */
function standingOut(said: string, among: readonly Candidate[] = candidates): number[] {
  for (const { head } of headsIn(phraseOf(said))) {
    const pointed = POINTS_AT_ONE.test(head.folded);
    const glued = nameAtStart(head.folded, toLeader);
    for (const one of [glued && descriptionIn(head, toLeader, glued), descriptionIn(head, toLeader)]) {
      if (!one) continue;
      const description = { ...one, pointed, figure: false };
      const ranked = rankDescribed(description, among, { size: among.length, times: new Map() });
      const out = ranked.filter((found) => {
        const text = among.find(({ id }) => id === found.id)?.text ?? '';
        const apart = one.naming.every((part) => {
          const { held, missing } = sharedWords(part, text);
          return held.length === 0 || missing.length === 0;
        });
        return standsOut(description, found, apart);
      });
      if (out.length > 0) return out.map(({ id }) => id);
    }
  }
  return [];
}

describe('one problem stands out though not every word stands in it', () => {
  test.each(STANDING_OUT)('%s → #%i', (said, id) => {
    expect(standingOut(said)).toEqual(id === 0 ? [] : [id]);
  });

  test.each(STANDING_OUT.filter(([, id]) => id > 0))(
    '%s: nobody who may not see #%i is told another',
    (said, id) => {
      expect(
        standingOut(
          said,
          candidates.filter((one) => one.id !== id),
        ),
      ).toEqual([]);
    },
  );
});

test.each(HEADS)('%s: named by “%s”, asked “%s”', (said, head, rest) => {
  expect(headsIn(phraseOf(said))).toContainEqual({ head: expect.objectContaining({ text: head }), rest });
});

test('what stands behind a name begins behind its pointer', () => {
  expect(restBehind('楚能招工缺人那个 招到多少了', ['招工缺'], '用工缺口120人')).toBe(' 招到多少了');
  expect(restBehind('邦普那个灯装了吗', [], '门前道路夜间没有路灯')).toBe('装了吗');
});

test.each(TOGETHER)('%s: each of %j', (said, each) => {
  expect(describedTogether(phraseOf(said), toLeader)?.each ?? []).toEqual(each);
});

test.each(FIRST)('%s: by %s, last %s', (said, fact, last) => {
  const read = extremeIn(said);
  expect(read && [read.fact, read.last]).toEqual(fact === undefined ? undefined : [fact, last]);
});

test('one character between two words that it holds is no word of its own', () => {
  expect(sharedWords('高压线挨塔吊', '高压线距塔吊太近').missing).toEqual([]);
  expect(sharedWords('路灯太暗', '门前没有路灯').missing).toEqual(['暗']);
});
