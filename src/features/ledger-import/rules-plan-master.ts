/** Rows of units, people and days off, and units somebody said are new: the administrator's. Pure. */
import type { PlannedHoliday, PlannedPerson, PlannedUnit } from '../../domain/ledger/import.ts';
import type { LedgerTable } from '../../domain/ledger/model.ts';
import { foldName } from './rules-names.ts';
import { placeOf } from './rules-plan-items.ts';
import type { PlanEntry, Planning } from './rules-planning.ts';
import { isAdministrator } from './rules-rights.ts';
import { ROW } from './words-report.ts';

export function planUnits(planning: Planning, tables: readonly LedgerTable[]): PlanEntry[] {
  const { actor, made, chosen, book, reading } = planning;
  const entries = tables.flatMap(({ units }) =>
    units.map((said): PlanEntry => {
      const unit = planning.target('unit', said.name);
      const row: PlannedUnit = {
        kind: 'unit',
        at: placeOf(said.at[0]),
        title: said.name,
        unit,
        name: said.name.trim(),
        shortNames: said.shortNames,
        headId: planning.person(said.head),
        coordinatorId: planning.person(said.coordinator),
      };
      if (!isAdministrator(actor)) return { row, verdict: 'refused', reason: ROW.adminOnly };
      if (unit === null) made.set(`unit:${foldName(said.name)}`, said.name.trim());
      return { row, verdict: unit === null ? 'new' : unitChanges(planning, row) ? 'changed' : 'same' };
    }),
  );
  if (!isAdministrator(actor)) return entries;
  for (const { text, where } of reading.names.units) {
    const key = `unit:${foldName(text)}`;
    if (made.has(key) || book.unit(text) !== undefined || chosen('unit', text) !== 'new') continue;
    const name = text.trim();
    made.set(key, name);
    const facts = { unit: null, name, shortNames: [], headId: null, coordinatorId: null };
    entries.push({ row: { kind: 'unit', at: placeOf(where[0]), title: name, ...facts }, verdict: 'new' });
  }
  return entries;
}

function unitChanges({ directory }: Planning, row: PlannedUnit): boolean {
  const unit = row.unit && 'id' in row.unit ? directory.unit(row.unit.id) : undefined;
  if (!unit) return true;
  const fresh = row.shortNames.some((name) => name !== unit.name && !unit.shortNames.includes(name));
  const head = row.headId !== null && row.headId !== unit.headId;
  return fresh || head || (row.coordinatorId !== null && row.coordinatorId !== unit.coordinatorId);
}

/** Somebody must have met the bot to be known; whoever has not is told by name. */
export function planPeople(planning: Planning, tables: readonly LedgerTable[]): PlanEntry[] {
  const { actor, people } = planning;
  return tables.flatMap((table) =>
    table.people.map((said): PlanEntry => {
      const unit = planning.target('unit', said.unit);
      const unitId = unit && 'id' in unit ? unit.id : undefined;
      const personId = planning.person(said.name, unitId);
      const row: PlannedPerson = {
        kind: 'person',
        at: placeOf(said.at[0]),
        title: said.name,
        personId: personId ?? 0,
        unit,
      };
      if (!isAdministrator(actor)) return { row, verdict: 'refused', reason: ROW.adminOnly };
      if (personId === null) return { row, verdict: 'refused', reason: ROW.noPerson(said.name) };
      if (unit === null) return { row, verdict: 'refused', reason: ROW.unitUnknown(said.unit) };
      const there = unitId !== undefined && people.find(({ id }) => id === personId)?.unitId === unitId;
      return { row, verdict: there ? 'same' : 'changed' };
    }),
  );
}

export function planHolidays({ actor, directory }: Planning, tables: readonly LedgerTable[]): PlanEntry[] {
  const { calendar } = directory;
  return tables.flatMap(({ holidays }) =>
    holidays.map((said): PlanEntry => {
      const { from, until, name, working } = said;
      const row: PlannedHoliday = {
        kind: 'holiday',
        at: placeOf(said.at[0]),
        title: ROW.holidayTitle(from, until, working),
        from,
        until,
        name,
        working,
      };
      if (!isAdministrator(actor)) return { row, verdict: 'refused', reason: ROW.adminOnly };
      const known = calendar.isWorkingDay(from) === working && calendar.isWorkingDay(until) === working;
      return { row, verdict: known ? 'same' : 'new' };
    }),
  );
}
