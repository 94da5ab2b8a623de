/** Rows of units, people and days off: the administrator's. */
import type { CommandContext } from '../../commands/context.ts';
import { saveHoliday } from '../../db/holiday.ts';
import { findPeople, updatePerson } from '../../db/person.ts';
import { insertUnit, updateUnit } from '../../db/unit.ts';
import { listSpan } from '../../domain/calendar/span.ts';
import type { PlannedHoliday, PlannedPerson, PlannedUnit, Reversal } from '../../domain/ledger/import.ts';
import type { Unit } from '../../domain/model.ts';
import { areaOfImporter, isAdministrator } from './rules-rights.ts';
import { ROW } from './words-report.ts';
import { failed, refused, same, unitOf, type Written } from './write.ts';

export async function writeUnit(context: CommandContext, row: PlannedUnit): Promise<Written> {
  const { tx, actor, directory } = context;
  if (!isAdministrator(actor)) return refused(ROW.adminOnly);
  const known = await unitOf(context, row.unit);
  if (known) return changeUnit(context, known, row);
  const { name, shortNames, headId, coordinatorId } = row;
  const areaId = areaOfImporter(actor, directory);
  const made = await insertUnit(tx, { areaId, name, shortNames, headId, coordinatorId });
  if (!made) return failed(ROW.unitTaken(name));
  return { state: 'new', outcome: { made: { kind: 'unit', id: made.id } }, issueId: null };
}

async function changeUnit({ tx }: CommandContext, unit: Unit, row: PlannedUnit): Promise<Written> {
  const names = [...new Set([...unit.shortNames, ...row.shortNames])].filter((name) => name !== unit.name);
  const patch = {
    ...(names.length > unit.shortNames.length && { shortNames: names }),
    ...(row.headId !== null && row.headId !== unit.headId && { headId: row.headId }),
    ...(row.coordinatorId !== null &&
      row.coordinatorId !== unit.coordinatorId && { coordinatorId: row.coordinatorId }),
  };
  const keys = Object.keys(patch) as (keyof typeof patch)[];
  if (keys.length === 0) return same;
  await updateUnit(tx, unit.id, patch);
  const reversals: Reversal[] = keys.map((key) => ({
    what: `unit:${unit.id}:${key}`,
    from: unit[key],
    to: patch[key],
  }));
  return { state: 'changed', outcome: { reversals }, issueId: null };
}

export async function writePerson(context: CommandContext, row: PlannedPerson): Promise<Written> {
  const { tx, actor } = context;
  if (!isAdministrator(actor)) return refused(ROW.adminOnly);
  const unit = await unitOf(context, row.unit);
  const [person] = await findPeople(tx, [row.personId]);
  if (!unit) return failed(ROW.noUnit);
  if (!person?.home) return failed(ROW.noPerson(row.title));
  if (person.unitId === unit.id) return same;
  await updatePerson(tx, person.id, { unitId: unit.id });
  const reversals = [{ what: `person:${person.id}:unitId`, from: person.unitId, to: unit.id }];
  return { state: 'changed', outcome: { reversals }, issueId: null };
}

/** Deadlines are counted again once all days of the import stand. */
export async function writeHoliday(context: CommandContext, row: PlannedHoliday): Promise<Written> {
  const { tx, actor, directory } = context;
  if (!isAdministrator(actor)) return refused(ROW.adminOnly);
  const kind = row.working ? 'work' : 'off';
  const reversals: Reversal[] = [];
  for (const day of listSpan({ from: row.from, until: row.until })) {
    const known = directory.data.holidays.find((one) => one.day === day);
    if (known?.kind === kind) continue;
    if (!known && directory.calendar.isWorkingDay(day) === row.working) continue;
    await saveHoliday(tx, { day, kind, ...(row.name !== '' && { name: row.name }) });
    reversals.push({ what: `holiday:${day}`, from: known?.kind ?? null, to: kind });
  }
  return reversals.length === 0 ? same : { state: 'new', outcome: { reversals }, issueId: null };
}
