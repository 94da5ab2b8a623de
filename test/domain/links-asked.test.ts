/** In which order projects stand that a question asks for by one of their links. */
import { expect, test } from 'vitest';
import { byLinks, type LinkFacts, plannedDay } from '../../src/domain/links-asked.ts';

const link = (day: string | null, state: LinkFacts['state'] = 'open'): LinkFacts => ({
  ...{ no: 20, name: '消防验收', synonyms: [], unitId: null, state, held: 0, day, late: 0 },
});
const SOON = { said: '消防验收', order: 'soon' } as const;

test('by the planned day of what is not done: the earliest first, none planned last', () => {
  const projects = [[link(null)], [link('2027-07-09')], [link('2026-01-01', 'done')], [link('2027-01-22')]];
  const days = projects.toSorted((a, b) => byLinks(a, b, SOON)).map((links) => plannedDay(links, SOON));
  expect(days).toEqual(['2027-01-22', '2027-07-09', null, null]);
});
