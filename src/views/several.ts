/** Several figures in one answer, each counted as it would be alone. */
import { type FigureLine, severalCard } from '../cards/several-answer.ts';
import { addedText, NOT_ADDED } from '../cards/words-figures.ts';
import { PROJECTS_TITLE, projectsCountText } from '../cards/words-projects-asked.ts';
import { emptyBeforeText, partlySeenText } from '../cards/words-versus.ts';
import { countOfList } from '../db/issue-list.ts';
import type { Tx } from '../db/open.ts';
import type { Answer } from '../domain/answer.ts';
import { areDisjoint } from '../domain/disjoint.ts';
import type { IssueFilter } from '../domain/issue-filter.ts';
import type { Reading } from '../domain/reading.ts';
import { type DrawnAnswer, type Viewer, viewContext } from './context.ts';
import { drawnFigure } from './figures.ts';
import { moreInPrivate, type Narrowed, narrow, onlyHere, peopleIn } from './issue-list.ts';
import { findAsked } from './projects-asked.ts';
import { drawApart } from './several-apart.ts';

export async function drawSeveral(
  tx: Tx,
  { parts, compare, sum, lead }: Answer & { kind: 'several' },
  viewer: Viewer,
): Promise<DrawnAnswer> {
  const [first] = parts;
  if (first?.by) return drawApart(tx, parts, first.by, viewer, { lead, compare: compare === true });
  const context = await viewContext(tx, viewer, {
    personIds: parts.flatMap(({ filter }) => peopleIn(filter)),
  });
  const lines: FigureLine[] = [];
  for (const part of parts) {
    const narrowed = narrow(part.filter, viewer);
    if (!narrowed) return onlyHere(tx, viewer);
    lines.push(await lineOf(tx, part, narrowed, context, viewer));
  }
  const empty = withoutEmpty(lines);
  const more = moreInPrivate(viewer);
  // A part of one side says nothing about the other.
  const uneven = new Set(lines.map(({ place }) => place.whole)).size > 1;
  const counted = lines.some(({ count }) => count !== undefined);
  const before = empty > 0 ? emptyBeforeText(empty) : '';
  const says = uneven
    ? [lead ?? '', partlySeenText(compare === true && counted)].join('')
    : [lead ?? '', before].join('') || undefined;
  const added = sum && sumOf(lines);
  return {
    kind: 'card',
    card: severalCard(
      { lines, compare: compare === true && !(uneven && counted), uneven, added, lead: says, more },
      context,
    ),
  };
}

/** Months in a row: those ahead of the first with anything in it go, two are left at least. @returns how many went */
function withoutEmpty(lines: FigureLine[]): number {
  const first = lines.findIndex(({ count, value }) => (count ?? value ?? 0) > 0);
  const undated = new Set(
    lines.map(({ filter, measured }) => JSON.stringify([measured, withoutDays(filter)])),
  );
  const gone =
    lines.length < MONTHS || undated.size > 1
      ? 0
      : Math.min(first < 0 ? lines.length : first, lines.length - 2);
  lines.splice(0, gone);
  return gone;
}

/** Alike but for their days, they are a row of times. */
function withoutDays(filter: IssueFilter): [string, unknown][] {
  return Object.entries(filter).filter(([key]) => !/(?:From|To)$/.test(key));
}

/** So many figures in one answer are those of months, weeks or days. */
const MONTHS = 5;

/** Of numbers of problems none of which is counted twice; else that they are not added up. */
function sumOf(lines: readonly FigureLine[]): string {
  const counts = lines.flatMap(({ count }) => count ?? []);
  if (counts.length < lines.length) return NOT_ADDED.measured;
  if (!areDisjoint(lines.map(({ filter }) => filter))) return NOT_ADDED.overlap;
  return addedText(counts.reduce((sum, count) => sum + count, 0));
}

async function lineOf(
  tx: Tx,
  reading: Reading,
  narrowed: Narrowed,
  context: Awaited<ReturnType<typeof viewContext>>,
  viewer: Viewer,
): Promise<FigureLine> {
  const { filter, place, query } = narrowed;
  if (reading.measure === 'projects') {
    const { found, title } = await findAsked(tx, reading, viewer, context);
    const measured = title === '' ? PROJECTS_TITLE : title;
    // What narrows it is in its own title.
    return {
      filter: { statuses: [] },
      place,
      measured,
      text: projectsCountText(found.length),
      list: reading,
    };
  }
  if (reading.measure !== 'count') {
    const { measured, lines, value } = await drawnFigure(tx, reading, narrowed, context);
    const figure = value === undefined ? {} : { value, days: reading.measure === 'duration' };
    return { filter, place, measured, text: lines[0] ?? '', ...figure };
  }
  const { total, void: voided } = await countOfList(tx, query);
  const plain = filter.statuses === undefined && filter.asOf === undefined;
  return { filter, place, count: total, ...(plain && { voided }) };
}
