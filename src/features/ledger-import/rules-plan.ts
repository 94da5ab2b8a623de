/** What a ledger that was read would write: every row with its verdict. Pure; nothing is decided a second time. */
import type { NameKind } from '../../domain/ledger/import.ts';
import type { LedgerTable } from '../../domain/ledger/model.ts';
import { foldName } from './rules-names.ts';
import { planItems } from './rules-plan-items.ts';
import { planHolidays, planPeople, planUnits } from './rules-plan-master.ts';
import { planInvestments, planLinks, planProjects } from './rules-plan-projects.ts';
import type { ImportPlan, PlanEntry, PlanInput, Planning, UnknownName } from './rules-planning.ts';
import { areaOfImporter } from './rules-rights.ts';

export function makePlan(input: PlanInput): ImportPlan {
  const { reading, choices, actor, directory, book } = input;
  const choice = new Map(
    (choices.names ?? []).map(({ kind, heard, to }) => [`${kind}:${foldName(heard)}`, to]),
  );
  const chosen = (kind: NameKind, heard: string) => choice.get(`${kind}:${foldName(heard)}`);
  const made = new Map<string, string>();
  const planning: Planning = {
    ...input,
    areaId: areaOfImporter(actor, directory),
    made,
    chosen,
    target(kind, heard) {
      if (heard.trim() === '') return null;
      const to = chosen(kind, heard);
      if (typeof to === 'number') return { id: to };
      const id = to === undefined ? book[kind](heard) : undefined;
      if (id !== undefined) return { id };
      const name = to === 'none' ? undefined : made.get(`${kind}:${foldName(heard)}`);
      return name === undefined ? null : { name };
    },
    person(heard, unitId) {
      if (heard.trim() === '') return null;
      const to = chosen('person', heard);
      return (
        (typeof to === 'number' ? to : to === undefined ? book.person(heard, unitId) : undefined) ?? null
      );
    },
  };
  const tables = reading.tables;
  const wanted = (kind: LedgerTable['kinds'][number]) => !choices.without?.includes(kind);
  const entries: PlanEntry[] = [
    ...(wanted('units') ? planUnits(planning, tables) : []),
    ...(wanted('people') ? planPeople(planning, tables) : []),
    ...(wanted('projects') ? planProjects(planning, tables) : []),
  ];
  planNamedProjects(planning, entries);
  entries.push(
    ...(wanted('holidays') ? planHolidays(planning, tables) : []),
    ...(wanted('investment') ? planInvestments(planning, tables) : []),
  );
  const links = wanted('links')
    ? planLinks(planning, tables)
    : { entries: [], undated: 0, day: input.today, strange: new Map<string, number>() };
  entries.push(...links.entries);
  const items = planItems(planning, tables);
  entries.push(...items.entries.filter(({ row }) => wanted(row.kind === 'task' ? 'tasks' : 'problems')));
  return {
    reading,
    entries,
    unknown: unknownNames(planning),
    past: items.past,
    longTerm: items.longTerm,
    undated: items.undated,
    closedUndated: items.closedUndated,
    unraised: items.unraised,
    undatedLinks: links.undated,
    linkDay: links.day,
    strangeLinks: links.strange,
    projectless: items.projectless,
  };
}

/** Projects that only rows of problems name, and somebody said are new. */
function planNamedProjects(planning: Planning, entries: PlanEntry[]): void {
  const { reading, made, book, chosen } = planning;
  for (const { text, where } of reading.names.projects) {
    const key = `project:${foldName(text)}`;
    if (made.has(key) || book.project(text) !== undefined || chosen('project', text) !== 'new') continue;
    made.set(key, text.trim());
    const at = where[0] ? `${where[0].sheet}!${where[0].address}` : '';
    const row = {
      kind: 'project' as const,
      at,
      title: text.trim(),
      project: null,
      name: text.trim(),
      facts: {},
      nodes: {},
      leadUnit: null,
      secretaryId: null,
      leaderId: null,
    };
    entries.push({ row, verdict: 'new' });
  }
}

/** Names still to be told, and those that were told: a choice can be changed. */
function unknownNames({ reading, book, chosen, actor, directory, areaId, made }: Planning): UnknownName[] {
  const { projects, units, people } = reading.names;
  const placed = (where: { sheet: string; address: string }[]) =>
    where[0] ? `${where[0].sheet}!${where[0].address}` : '';
  const office = actor.grants.some(({ role }) => role === 'office' || role === 'administrator');
  const mayMake = office && directory.area(areaId) !== undefined;
  const administers = actor.grants.some(({ role }) => role === 'administrator');
  const unitOfName = (name: string | undefined) => (name === undefined ? undefined : book.unit(name));
  return [
    ...projects
      .filter(({ text }) => book.project(text) === undefined && !isMadeAlready(made, text, chosen))
      .map(({ text, count, where }) => ({
        kind: 'project' as const,
        heard: text,
        count,
        at: placed(where),
        nearest: book.nearest('project', text),
        mayMake,
        chosen: chosen('project', text),
        likely: undefined,
      })),
    ...units
      .filter(({ text }) => book.unit(text) === undefined && !made.has(`unit:${foldName(text)}`))
      .map(({ text, count, where }) => ({
        kind: 'unit' as const,
        heard: text,
        count,
        at: placed(where),
        nearest: book.nearest('unit', text),
        mayMake: administers,
        chosen: chosen('unit', text),
        likely: book.likely('unit', text),
      })),
    ...people
      .filter(({ text, unit }) => book.person(text, unitOfName(unit)) === undefined)
      .map(({ text, count, where, unit }) => ({
        kind: 'person' as const,
        heard: text,
        count,
        at: placed(where),
        nearest: book.nearest('person', text, unitOfName(unit)),
        mayMake: false,
        chosen: chosen('person', text),
        likely: undefined,
      })),
  ].filter(({ heard }) => heard.trim() !== '');
}

/** Made by a row of projects of its own, not because somebody said so. */
function isMadeAlready(made: Planning['made'], text: string, chosen: Planning['chosen']): boolean {
  return made.has(`project:${foldName(text)}`) && chosen('project', text) === undefined;
}
