import { describe, expect, test } from 'vitest';
import { linkAspects } from '../../src/language/lexicon/link-aspects.ts';
import { toLeader } from './demo-place.ts';
import { ASPECTS, LINKS_CALLED, LINKS_FREE, OF_ONE_LINK } from './questions-links.ts';
import { readingLine } from './reading-line.ts';

describe('links and nodes by all their names', () => {
  test.each(LINKS_FREE)('%s → %s', (said, means) => {
    expect(readingLine(said, toLeader)).toBe(means);
  });

  test.each(OF_ONE_LINK)('of one project, every link is one: %s', (asked) => {
    const said = LINKS_CALLED.flatMap((name) => [`楚能${name}${asked}`, `${name}${asked}，楚能的`]);
    const read = said.map((one) => [one, readingLine(one, toLeader)]);
    expect(read.filter(([, means]) => means !== 'link-state')).toEqual([]);
  });

  test.each(ASPECTS)('%s (of all links: %s) asks for %s', (said, many, asks) => {
    expect(linkAspects(said, many).join()).toBe(asks);
  });
});
