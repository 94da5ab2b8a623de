/** Links as the rows of a question, within the projects the asker may see here: listed, counted apart, or averaged. */
import { filterTitle } from '../cards/filter-title.ts';
import { type LinkLine, linkRowsCard } from '../cards/link-rows.ts';
import * as words from '../cards/words-link-rows.ts';
import { linkName } from '../cards/words-links-asked.ts';
import type { Tx } from '../db/open.ts';
import { ownUnits } from '../domain/access.ts';
import { dayMeant, keyOf, type LinkRow, namedRows, rowsMeant } from '../domain/link-rows.ts';
import type { LinkRowsAsked } from '../domain/link-rows-asked.ts';
import type { LinksAsked } from '../domain/links-asked.ts';
import { findLinks } from '../domain/plan/find-link.ts';
import type { Reading } from '../domain/reading.ts';
import { dayOf } from '../domain/time.ts';
import { dayText } from '../text/moments.ts';
import { shortProjectName, shortUnitName } from '../text/names.ts';
import { spanText } from '../text/period.ts';
import type { ViewContext } from '../text/view.ts';
import { type DrawnAnswer, type Viewer, viewContext } from './context.ts';
import { loadLinkFacts } from './links-across.ts';
import { loadOutlooks } from './outlook.ts';
import { findAsked } from './projects-asked.ts';
import { isOfPlace } from './projects-seen.ts';

const ROWS_PER_PAGE = 10;
const GROUPS_PER_PAGE = 30;
/** An outlook holds all links of a project in memory. */
const MOST_OUTLOOKS = 40;
/** Where none is so, the one that is planned first is told. */
const NEAREST: readonly LinkRowsAsked['is'][] = [undefined, 'begun', 'open', 'working', 'next', 'ready'];

/** What is expected of them is told where they are of few projects. */
async function loadRows(
  tx: Tx,
  projectIds: readonly number[],
  viewer: Omit<Viewer, 'features'>,
): Promise<LinkRow[]> {
  const { directory, now } = viewer;
  const today = dayOf(now, directory.settings.timeZone);
  const rows = [...(await loadLinkFacts(tx, projectIds, today, directory.calendar)).values()].flat();
  if (projectIds.length > MOST_OUTLOOKS) return rows;
  const outlooks = await loadOutlooks(tx, projectIds, viewer);
  return rows.map((row) => {
    const outlook = outlooks.get(row.projectId)?.outlook;
    const step = outlook?.steps.find(({ step: { code } }) => code === row.code);
    if (!step) return row;
    if (row.state === 'done') return row;
    const { planned } = row;
    const late = planned !== null && planned < step.finish;
    const behind = late ? directory.calendar.workingDaysBetween(planned, step.finish) : 0;
    return { ...row, critical: step.critical, expected: step.finish, behind };
  });
}

/** Privately a unit sees its links in every project, as it may open each of them. */
async function ownElsewhere(
  tx: Tx,
  reading: Reading,
  seen: readonly number[],
  viewer: Omit<Viewer, 'features'>,
): Promise<LinkRow[]> {
  const { actor, chat, directory } = viewer;
  const units = chat === undefined && actor.person.home ? ownUnits(actor) : [];
  const others = directory.liveProjects.filter(
    (project) => units.length > 0 && !seen.includes(project.id) && isOfPlace(project, reading, viewer),
  );
  if (others.length === 0) return [];
  const rows = await loadRows(
    tx,
    others.map(({ id }) => id),
    viewer,
  );
  return rows.filter(({ unitId }) => unitId !== null && units.includes(unitId));
}

/** The links that are meant, in their order; with all of the same place, the stage and name aside. */
export async function findLinkRows(tx: Tx, reading: Reading, viewer: Omit<Viewer, 'features'>) {
  const { filter, projects: { links: asked = {} } = {} } = reading;
  const context = { directory: viewer.directory, now: viewer.now, people: new Map(), demo: false };
  const { place } = await findAsked(tx, { ...reading, projects: {} }, viewer, context);
  const ids = place.map(({ project }) => project.id);
  const seen = await loadRows(tx, ids, viewer);
  const all = [...seen, ...(await ownElsewhere(tx, reading, ids, viewer))];
  const theirs = all.filter(
    ({ unitId }) => filter.unitIds === undefined || filter.unitIds.includes(unitId ?? -1),
  );
  // What comes after a link is found by all of them, whose ever they are.
  const meant = rowsMeant(asked.rows?.after ? all : theirs, asked).filter((row) => theirs.includes(row));
  return { ids, all, theirs, meant, asked };
}

const countsOf = (rows: readonly LinkRow[]): words.Counts => ({
  all: rows.length,
  done: rows.filter(({ state }) => state === 'done').length,
  working: rows.filter(({ state }) => state === 'working' || state === 'reported').length,
  open: rows.filter(({ state }) => state === 'open').length,
  late: rows.filter(({ state, late }) => state !== 'done' && late > 0).length,
});

function meanOf(rows: readonly LinkRow[]): { days: number; count: number } {
  const taken = rows.flatMap(({ state, taken: days }) => (state === 'done' && days !== null ? [days] : []));
  const sum = taken.reduce((all, days) => all + days, 0);
  return {
    days: taken.length === 0 ? 0 : Math.round((sum / taken.length) * 10) / 10,
    count: taken.length,
  };
}

export async function drawLinkRows(
  tx: Tx,
  reading: Reading,
  page: number,
  lead: string | undefined,
  viewer: Viewer,
): Promise<DrawnAnswer> {
  const { filter } = reading;
  const context = await viewContext(tx, viewer, {
    personIds: [filter.leaderId ?? null, filter.secretaryId ?? null],
  });
  const { ids, all, theirs, meant, asked } = await findLinkRows(tx, reading, viewer);
  const { rows: { by, is } = {}, from, to } = asked;
  const today = dayOf(viewer.now, viewer.directory.settings.timeZone);
  const whole = viewer.chat?.kind === 'project' || ids.length === viewer.directory.liveProjects.length;
  const named = filterTitle(
    { ...filter, statuses: [] },
    { whole: whole || filter.projectIds !== undefined, readerId: viewer.actor.person.id },
    context,
  );
  const span = from === undefined && to === undefined ? '' : spanText(from, to, today);
  const title = [named, words.linkRowsTitle(asked, span)].filter((part) => part !== '').join(' · ');
  const groups = by ? groupLines(meant, by, asked, context) : [];
  const lines = by ? groups : asked.rows?.mean ? [] : meant.map((row) => lineOf(row, asked, context));
  const perPage = by ? GROUPS_PER_PAGE : ROWS_PER_PAGE;
  const pages = Math.max(1, Math.ceil(lines.length / perPage));
  const shown = Math.min(page, pages);
  const has = (id: number, meets: (row: LinkRow) => boolean) =>
    all.some((row) => row.projectId === id && meets(row));
  const names = (those: readonly number[]) => those.map((id) => shortProjectName(context, id));
  const unset = ids.filter((id) => !has(id, () => true));
  const unplanned = ids.filter((id) => !unset.includes(id) && !has(id, ({ planned }) => planned !== null));
  const { order } = asked.rows ?? {};
  const lacks = (one: string) =>
    ids.filter(
      (id) =>
        !unset.includes(id) &&
        findLinks(
          one,
          all.filter((row) => row.projectId === id),
        ).length === 0,
    );
  const links = asked.said === undefined ? [] : [asked.said, ...(asked.also ?? [])];
  const unconcerned = links.flatMap((one) =>
    lacks(one).length > 0 ? [words.unconcernedText(names(lacks(one)), one)] : [],
  );
  const planned =
    /late|slipped|kept|critical/.test(is ?? '') ||
    /late|soon|last/.test(order ?? '') ||
    (span !== '' && is !== 'done');
  // Nothing there can be late by a plan that does not exist.
  const bare = planned && unplanned.length > 0 && unplanned.length + unset.length === ids.length;
  const beside =
    is === 'late'
      ? rowsMeant(theirs, { ...asked, rows: { ...asked.rows, is: 'slipped' } }).length - meant.length
      : 0;
  // 报装哪几个项目还没完: those that are through, in one line.
  const alone = asked.said !== undefined && !asked.also && !by && from === undefined && to === undefined;
  const done = is === 'open' && alone ? rowsMeant(theirs, { ...asked, rows: { is: 'done' } }) : [];
  const figures = [
    ...(all.length === 0 && unset.length > 0 ? [words.unsetText(names(unset))] : []),
    ...(bare ? [words.unplannedText(names(unplanned))] : []),
    ...(all.length === 0 || bare ? [] : figuresOf(meant, asked, context)),
    ...(meant.length === 0 && NEAREST.includes(is) ? nearestOf(theirs, asked, context) : []),
    ...(groups.length > 1 && !asked.rows?.mean && !order
      ? [
          words.mostText(
            groups.filter(({ count }) => count === groups[0]?.count).map(({ name }) => name),
            groups[0]?.count ?? 0,
          ),
        ]
      : []),
    ...(beside > 0 ? [words.slippedBesideText(beside)] : []),
    words.othersDoneText(done.map(({ projectId }) => shortProjectName(context, projectId))),
  ];
  const slipped: Reading = {
    ...reading,
    projects: { links: { ...asked, rows: { ...asked.rows, is: 'slipped' } } },
  };
  return {
    kind: 'card',
    card: linkRowsCard(
      {
        ...{ reading, title, total: meant.length, page: shown, pages },
        lines: lines.slice((shown - 1) * perPage, shown * perPage),
        ...(lead && { lead }),
        figures: figures.join(''),
        note: [
          words.noteText(asked, { planned, unset: names(unset), unplanned: names(unplanned) }),
          ...unconcerned,
        ].join(''),
        ...(beside > 0 && { offer: { said: words.LATE_DONE_BUTTON, reading: slipped } }),
      },
      context,
    ),
  };
}

function lineOf(row: LinkRow, { rows = {} }: LinksAsked, context: ViewContext): LinkLine {
  const project = shortProjectName(context, row.projectId);
  const unit = row.unitId === null ? words.NO_UNIT : shortUnitName(context, row.unitId);
  const taken = rows.mean === true || rows.order === 'long' || rows.order === 'short';
  return {
    name: `${project} · ${linkName(row.no, row.name)}（${unit}）`,
    text: words.rowText(row, (day) => dayText(day, context), taken),
    command: `第${row.no}环节 ${context.directory.project(row.projectId)?.name ?? project}`,
  };
}

/** The most first, or the longest average, or the latest. */
function groupLines(
  rows: readonly LinkRow[],
  by: NonNullable<LinkRowsAsked['by']>,
  { rows: asked = {} }: LinksAsked,
  context: ViewContext,
): (LinkLine & { count: number })[] {
  const keyOfRow = ({ unitId, projectId, name, stage }: LinkRow) =>
    by === 'unit' ? `${unitId}` : by === 'project' ? `${projectId}` : by === 'link' ? name : stage;
  const groups = Map.groupBy(rows, keyOfRow);
  const stages: Record<string, string> = words.STAGE_NAMES;
  const nameOf = ({ unitId, projectId, no, name, stage }: LinkRow) =>
    by === 'unit'
      ? unitId === null
        ? words.NO_UNIT
        : shortUnitName(context, unitId)
      : by === 'project'
        ? shortProjectName(context, projectId)
        : by === 'link'
          ? linkName(no, name)
          : (stages[stage] ?? words.OTHER_STAGE);
  const worst = (own: readonly LinkRow[]) => Math.max(0, ...own.map(({ slipped }) => slipped));
  const rank = (own: readonly LinkRow[]) =>
    asked.mean ? meanOf(own).days : asked.order === 'late' ? worst(own) : own.length;
  const told = (own: readonly LinkRow[]) => {
    const { days, count } = meanOf(own);
    if (asked.mean) return words.groupMeanText(days, count);
    const names =
      by === 'link'
        ? own.map(({ projectId }) => shortProjectName(context, projectId))
        : by === 'project'
          ? own.map(({ no, name }) => linkName(no, name))
          : [];
    return words.namedText(words.countsText(countsOf(own)), names);
  };
  return [...groups.values()]
    .toSorted((a, b) => rank(b) - rank(a))
    .flatMap((own) => (own[0] ? [{ name: nameOf(own[0]), text: told(own), count: own.length }] : []));
}

/** How many, and who stands first. */
function figuresOf(meant: readonly LinkRow[], asked: LinksAsked, context: ViewContext): string[] {
  const { rows = {} } = asked;
  const { days, count } = meanOf(meant);
  if (rows.mean) return [words.meanText(days, count)];
  if (meant.length === 0) return [words.NONE];
  const projects = new Set(meant.map(({ projectId }) => projectId)).size;
  const late =
    rows.is === 'late' || rows.is === 'slipped' || (rows.is === 'open' && asked.said !== undefined);
  const order = rows.order ?? (late ? 'late' : undefined);
  const [first] = order === undefined ? [] : rowsMeant(meant, { rows: { order } });
  const value = first && order ? keyOf(first, order) : null;
  const row = asked.first ? words.rowOrderText(meant) : '';
  // Of several links, how far each is.
  const each = Map.groupBy(asked.also && !rows.is ? meant : [], ({ name }) => name);
  const apart = [...each].map(([name, own]) => words.ofEachText(name, countsOf(own)));
  const sum = `${row}${words.sumText(countsOf(meant), projects)}${apart.join('')}`;
  if (!first || !order || value === null) return [sum];
  const level = meant.filter((row) => keyOf(row, order) === value);
  const text =
    order === 'late'
      ? words.lateText(Number(value))
      : order === 'soon' || order === 'last'
        ? dayText(String(value), context)
        : words.takenText(Number(value), first.state === 'done');
  return [words.firstText(order, calledOf(level, context), text), sum];
}

const calledOf = (rows: readonly LinkRow[], context: ViewContext) =>
  rows.map((link) => ({ link, project: shortProjectName(context, link.projectId) }));

/** 联合验收今年能走到吗, where none is planned then: the first that is planned at all. */
function nearestOf(all: readonly LinkRow[], asked: LinksAsked, context: ViewContext): string[] {
  const { from: _f, to: _t, rows: { stages } = {}, ...named } = asked;
  const open = namedRows(all, { ...named, rows: { ...(stages && { stages }) } }).filter(
    ({ state }) => state !== 'done',
  );
  const [first] = rowsMeant(open, { rows: { order: 'soon' } });
  const day = first && dayMeant(first, {});
  if (!first || day === null || day === undefined) return [];
  const level = open.filter(({ planned }) => planned === day);
  return [words.nearestText(calledOf(level, context), dayText(day, context))];
}
