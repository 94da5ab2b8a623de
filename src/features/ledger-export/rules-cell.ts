/** What a cell of a ledger says of an item, by what its column is about. Pure. */

import type { Issue } from '../../domain/issue.ts';
import type { LedgerField } from '../../domain/ledger/model.ts';
import { isLongTerm } from '../../domain/long-term.ts';
import type { Project } from '../../domain/model.ts';
import { type Day, dayOf } from '../../domain/time.ts';
import type { SheetValue } from '../../files/spreadsheet.ts';
import type { ViewContext } from '../../text/view.ts';
import type { TextParts } from './rules-text.ts';
import { CELLS, PARTS, PROJECT_PARTS } from './words.ts';

/** An item with all its cells are made of. */
export interface LedgerItem {
  issue: Issue;
  parts: TextParts;
  project: Project | undefined;
  /** What was said of its progress last; '' when nothing was. */
  progress: string;
}

export interface CellSource extends LedgerItem {
  /** From 1, in the file. */
  no: number;
  ctx: ViewContext;
}

/** Named parts of the note that have a column of their own, so that 备注 does not say them again. */
export type NamedColumns = ReadonlySet<string>;

/** The name of a field in the note of an imported item. */
export const NOTE_NAMES: Partial<Record<LedgerField, string>> = {
  module: PARTS.module,
  leader: PARTS.leader,
  person: PARTS.person,
  unit: PARTS.unit,
  project: PARTS.project,
};

/** @param header of the column, its last part; columns nobody has a field for are found in the note by it */
export function cellOf(
  field: LedgerField,
  header: string,
  source: CellSource,
  named: NamedColumns,
): SheetValue {
  const { issue, parts, project, ctx, no } = source;
  const noted = (name: string | undefined) => (name === undefined ? '' : noteOf(parts.notes, name));
  const name = (id: number | null | undefined) => (id == null ? '' : (ctx.people.get(id)?.name ?? ''));
  switch (field) {
    case 'serial':
      return no;
    case 'project':
      return project?.name ?? noted(PARTS.project);
    case 'item':
      return parts.body;
    case 'unit':
      return unitName(issue.unitId, ctx) || noted(PARTS.unit);
    case 'coUnit':
      return issue.coUnits
        .map(({ unitId }) => unitName(unitId, ctx))
        .filter(Boolean)
        .join(CELLS.joined);
    case 'person':
      return name(issue.assigneeId) || noted(PARTS.person);
    case 'leader':
      return noted(PARTS.leader) || name(project?.leaderId);
    case 'deadline':
      return isLongTerm(issue) ? issue.deadline.phrase || CELLS.longTerm : issue.deadline.day;
    case 'measure':
      return parts.measure;
    case 'progress':
      return source.progress;
    case 'closedTick':
      return issue.status === 'closed' ? CELLS.tick : '';
    case 'openTick':
      return issue.status === 'closed' ? '' : CELLS.tick;
    case 'state':
      return stateOf(issue, header);
    case 'closedOn':
      return closedOn(issue, ctx);
    case 'verifier':
      return parts.verifier || name(issue.closedBy);
    case 'source':
      return parts.source;
    case 'category':
      return issue.categoryId === null ? '' : (ctx.directory.category(issue.categoryId)?.name ?? '');
    case 'raisedOn':
      // A ledger that did not say when: the moment of the import stands for no day.
      return issue.imported?.at === issue.loggedAt ? '' : dayIn(issue.loggedAt, ctx);
    case 'note':
      return [...parts.notes].flatMap(([of, said]) => leftOver(of, said, named)).join('；');
    default:
      return projectCell(field, source) ?? noted(NOTE_NAMES[field] ?? header);
  }
}

/** What a column about the project says, in a table of projects with their items: never what the item says. */
export function projectsOwn(field: LedgerField, header: string, source: CellSource): SheetValue {
  const { project, ctx } = source;
  if (!project) return '';
  const noted = (name: string) => noteLine(project.note ?? '', name);
  switch (field) {
    case 'unit':
      return unitName(project.leadUnitId, ctx) || noted(header);
    case 'leader':
      return (project.leaderId !== null && ctx.people.get(project.leaderId)?.name) || noted(header);
    default:
      return projectCell(field, source) || noted(PROJECT_NOTES[field] ?? header);
  }
}

/** Columns a project has no field for stand in its note under these names. */
const PROJECT_NOTES: Partial<Record<LedgerField, string>> = PROJECT_PARTS;

function noteLine(note: string, name: string): string {
  const start = `${name}：`;
  return (
    note
      .split('\n')
      .find((line) => line.startsWith(start))
      ?.slice(start.length) ?? ''
  );
}

/** 拆除建筑面积(㎡) and 拆除建筑面积（平方米）: one column, measured as its file calls it. */
const withoutMeasure = (header: string) => header.replace(/[（(][^（()）]*[)）]\s*$/, '').trim();

function noteOf(notes: ReadonlyMap<string, string>, name: string): string {
  const bare = withoutMeasure(name);
  const alike = () => [...notes].find(([of]) => of !== '' && withoutMeasure(of) === bare)?.[1];
  return notes.get(name) ?? alike() ?? '';
}

function leftOver(of: string, said: string, named: NamedColumns): string[] {
  if (of === '') return [said];
  const alike = [...named].some((name) => withoutMeasure(name) === withoutMeasure(of));
  return named.has(of) || alike ? [] : [`${of}：${said}`];
}

function unitName(id: number | null, { directory }: ViewContext): string {
  return id === null ? '' : (directory.unit(id)?.name ?? '');
}

function dayIn(at: number, { directory }: ViewContext): Day {
  return dayOf(at, directory.settings.timeZone);
}

/** Every state but the last is 否: what is reported done is not struck off before somebody has verified it. */
function stateOf({ status }: Issue, header: string): string {
  const asked = header === '' || /是否|与否|[?？]$/.test(header);
  if (asked) return status === 'closed' ? CELLS.yes : CELLS.no;
  return status === 'closed' ? CELLS.closed : CELLS.open;
}

/** Empty when the file it came from did not say. */
function closedOn({ status, closedAt }: Issue, ctx: ViewContext): Day | '' {
  return status !== 'closed' || closedAt === null ? '' : dayIn(closedAt, ctx);
}

/** Columns about the project an item belongs to; undefined: it is about something else. */
function projectCell(field: LedgerField, { project, ctx }: CellSource): SheetValue | undefined {
  if (!project) return undefined;
  switch (field) {
    case 'enterprise':
      return project.enterprise ?? '';
    case 'secretary':
      return (project.secretaryId !== null && ctx.people.get(project.secretaryId)?.name) || '';
    case 'area':
      return ctx.directory.area(project.areaId)?.name ?? '';
    case 'level':
      return project.level ?? '';
    case 'industry':
      return project.industries.join(CELLS.joined);
    case 'land':
      return project.land ?? '';
    case 'bucket':
      return project.bucket ?? '';
    case 'park':
      return project.park ?? '';
    case 'startOn':
      return project.startOn ?? '';
    case 'productionOn':
      return project.productionOn ?? '';
    case 'investTotal':
      return project.investTotal ?? '';
    default:
      return undefined;
  }
}
