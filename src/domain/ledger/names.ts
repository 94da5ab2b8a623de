/** Every name of a reading once, with where it stands: what has to be found in the directory. Pure. */
import { letterOf } from './find-tables.ts';
import { fold } from './fold.ts';
import type { CellRef, ItemUnits, LedgerField, LedgerNames, LedgerTable, NameSaid } from './model.ts';

class Names<T extends NameSaid> {
  readonly all = new Map<string, T>();
  readonly #seen = new Set<string>();

  add(
    text: string,
    where: readonly CellRef[],
    more: Omit<T, keyof NameSaid>,
    key = fold(text),
  ): T | undefined {
    if (text === '') return undefined;
    const fresh = where.filter(({ sheet, address }) => {
      const cell = `${address} ${sheet}\n${key}`;
      if (this.#seen.has(cell)) return false;
      this.#seen.add(cell);
      return true;
    });
    const known = this.all.get(key);
    if (known) {
      known.where.push(...fresh);
      known.count++;
      return known;
    }
    const made = { text, where: fresh, count: 1, ...more } as T;
    this.all.set(key, made);
    return made;
  }

  list(): T[] {
    return [...this.all.values()];
  }
}

const cellsOf = (table: LedgerTable, at: readonly CellRef[], ...fields: LedgerField[]): CellRef[] => {
  const letters = new Set(
    table.columns.filter(({ field }) => fields.includes(field)).map(({ letter }) => letter),
  );
  const found = at.filter(({ address }) => letters.has(letterOf(address)));
  return found.length > 0 ? found : at.slice(0, 1);
};

/** A person of two units is two names: whom 张伟 means depends on the unit of the row. */
export function namesOf(tables: readonly LedgerTable[]): LedgerNames {
  const units = new Names<NameSaid>();
  const people = new Names<NameSaid & { unit?: string }>();
  const projects = new Names<NameSaid>();
  for (const table of tables) {
    const takeUnits = ({ lead, co, person, leader, others }: ItemUnits, at: readonly CellRef[]) => {
      for (const name of [...(lead === undefined ? [] : [lead]), ...co])
        units.add(name, cellsOf(table, at, 'unit', 'coUnit'), {});
      const unit = lead === undefined ? {} : { unit: lead };
      if (person !== undefined)
        people.add(person, cellsOf(table, at, 'person', 'unit'), unit, `${fold(person)}|${fold(lead ?? '')}`);
      for (const name of [...(leader === undefined ? [] : [leader]), ...others.map((one) => one.name)])
        people.add(name, cellsOf(table, at, 'leader', 'person'), {}, `${fold(name)}|`);
    };
    for (const row of [...table.problems, ...table.tasks]) {
      projects.add(row.project, cellsOf(table, row.at, 'project'), {});
      takeUnits(row.units, row.at);
    }
    for (const row of table.projects) {
      projects.add(row.name, cellsOf(table, row.at, 'project'), {});
      takeUnits(row.units, row.at);
    }
    for (const row of [...table.links, ...table.investments]) projects.add(row.project, row.at, {});
    for (const row of table.people) units.add(row.unit, cellsOf(table, row.at, 'unit', 'unitName'), {});
  }
  return { units: units.list(), people: people.list(), projects: projects.list() };
}
