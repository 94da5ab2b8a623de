/** The short names of lists: as short as they can be without meaning another. */
import { expect, test } from 'vitest';
import { shortProjectName } from '../../src/text/names.ts';
import { TOWN, town } from '../support/town.ts';

test('a short name that two projects bear is used for neither of them', () => {
  const [first, second, ...rest] = TOWN.projects;
  if (!first || !second) throw new Error('a town without projects');
  const directory = town.withData({
    projects: [
      { ...first, name: '楚能锂电池一期', shortNames: ['楚能', '楚能一期'] },
      { ...second, name: '楚能锂电池二期', shortNames: ['楚能'] },
      ...rest,
    ],
  });
  const short = (id: number) => shortProjectName({ directory } as never, id);
  expect([short(first.id), short(second.id)]).toEqual(['楚能一期', '楚能锂电池二期']);
});
