/** Several figures of each unit, project or kind: a line for each with all of them, in the order of the first. */
import { groupName, rankedGroups } from '../cards/issue-groups.ts';
import { type ApartRow, severalApartCard } from '../cards/several-apart.ts';
import { COUNT_SHORT, changeText, mostChangedText } from '../cards/words-figures.ts';
import { PAST_NOTE } from '../cards/words-over-time.ts';
import type { Tx } from '../db/open.ts';
import type { GroupBy, GroupKey } from '../domain/issue-filter.ts';
import { cutTo } from '../domain/ranking.ts';
import type { Reading } from '../domain/reading.ts';
import type { ViewContext } from '../text/view.ts';
import { type DrawnAnswer, type Viewer, viewContext } from './context.ts';
import { drawnFigure } from './figures.ts';
import { namedOf } from './group-rows.ts';
import { groupsFound, moreInPrivate, type Narrowed, narrow, onlyHere, peopleIn } from './issue-list.ts';

interface Column {
  narrowed: Narrowed;
  measured?: string;
  total: string;
  cells: Map<GroupKey | null, { text: string; value: number }>;
}

export async function drawApart(
  tx: Tx,
  parts: readonly Reading[],
  by: GroupBy,
  viewer: Viewer,
  { lead, compare }: { lead: string | undefined; compare: boolean },
): Promise<DrawnAnswer> {
  const context = await viewContext(tx, viewer, {
    personIds: parts.flatMap(({ filter }) => peopleIn(filter)),
  });
  const columns: Column[] = [];
  for (const part of parts) {
    const narrowed = narrow(part.filter, viewer);
    if (!narrowed) return onlyHere(tx, viewer);
    columns.push(await columnOf(tx, part, by, narrowed, context, viewer));
  }
  const [first] = parts;
  const named = columns[0] ? namedOf(columns[0].narrowed.filter, by, columns[0].narrowed.place) : [];
  const change = compare ? changesOf(columns) : undefined;
  const inOrder = orderOf(columns, first?.most === 'least' || first?.most === 'low', named);
  const ids = change ? inOrder.toSorted((a, b) => change(a) - change(b)) : inOrder;
  const top = first?.top;
  const value = (id: GroupKey | null) => columns[0]?.cells.get(id)?.value ?? 0;
  const level = (a: GroupKey | null, b: GroupKey | null) => value(a) === value(b);
  const told =
    top === undefined
      ? ids
      : cutTo(
          ids.filter((id) => id !== null),
          top,
          level,
        );
  const rows = told.map(
    (id): ApartRow => ({
      name: groupName(by, id, context),
      cells: columns.map(
        ({ cells, measured }) => cells.get(id)?.text ?? (measured ? undefined : COUNT_SHORT(0)),
      ),
      ...(change && { change: changeText(change(id)) }),
    }),
  );
  const figures = columns.map(({ narrowed: { filter, place }, measured, total }, i) => ({
    filter,
    place,
    total,
    ...(measured !== undefined && { measured }),
    list: parts[i] as Reading,
  }));
  const order = first?.most && top !== undefined ? { most: first.most, top } : {};
  const changed = change && mostChanged(ids, change, (id) => groupName(by, id, context));
  const past = parts.some(({ filter }) => filter.asOf !== undefined) ? [PAST_NOTE] : [];
  const notes = [...past, moreInPrivate(viewer) ?? ''].filter((one) => one !== '');
  const more = notes.length > 0 ? notes.join('\n') : undefined;
  const card = severalApartCard({ by, figures, rows, ...order, lead, changed, more }, context);
  return { kind: 'card', card };
}

/** Of two numbers of each the later one, which stands first, less the earlier; undefined: not numbers of problems. */
function changesOf(columns: readonly Column[]): ((id: GroupKey | null) => number) | undefined {
  const [later, earlier, third] = columns;
  if (!later || !earlier || third || later.measured !== undefined || earlier.measured !== undefined)
    return undefined;
  return (id) => (later.cells.get(id)?.value ?? 0) - (earlier.cells.get(id)?.value ?? 0);
}

/** @param ids in the order of their change */
function mostChanged(
  ids: readonly (GroupKey | null)[],
  change: (id: GroupKey | null) => number,
  name: (id: GroupKey | null) => string,
): string {
  const known = ids.filter((id) => id !== null);
  const [least, most] = [known[0], known.at(-1)].map((id) => (id === undefined ? 0 : change(id)));
  const those = (by = 0) => known.filter((id) => change(id) === by).map(name);
  return mostChangedText(those(least), least ?? 0, those(most), most ?? 0);
}

async function columnOf(
  tx: Tx,
  part: Reading,
  by: GroupBy,
  narrowed: Narrowed,
  context: ViewContext,
  viewer: Viewer,
): Promise<Column> {
  if (part.measure === 'count') {
    const groups = rankedGroups(await groupsFound(tx, narrowed, by, viewer), 'count');
    const total = groups.reduce((sum, { counts }) => sum + counts.total, 0);
    return {
      narrowed,
      total: COUNT_SHORT(total),
      cells: new Map(
        groups.map(({ id, counts }) => [id, { text: COUNT_SHORT(counts.total), value: counts.total }]),
      ),
    };
  }
  const { top: _, most: __, ...whole } = part;
  const { measured: titled, lines, groups } = await drawnFigure(tx, whole, narrowed, context);
  // The figure stands in every line.
  const measured = titled.replace(/ [\d.]+%$/, '');
  const rows = groups?.rows ?? [];
  return {
    narrowed,
    measured,
    total: lines[0] ?? '',
    cells: new Map(rows.map(({ id, text }, i) => [id, { text, value: rows.length - i }])),
  };
}

/** By the first figure, then by the second; what has no unit or project at the end. */
function orderOf(
  columns: readonly Column[],
  least: boolean,
  named: readonly GroupKey[],
): (GroupKey | null)[] {
  const all = [...new Set<GroupKey | null>([...columns.flatMap(({ cells }) => [...cells.keys()]), ...named])];
  const values = (id: GroupKey | null) => columns.map(({ cells }) => cells.get(id)?.value ?? 0);
  return all.toSorted((a, b) => {
    if ((a === null) !== (b === null)) return a === null ? 1 : -1;
    const [left, right] = [values(a), values(b)];
    const at = left.findIndex((value, i) => value !== right[i]);
    const difference = at < 0 ? 0 : (right[at] ?? 0) - (left[at] ?? 0);
    return least ? -difference : difference;
  });
}
