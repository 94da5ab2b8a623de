/** Master data, settings and health as an administrator sees them. */
import {
  areasCard,
  categoriesCard,
  healthCard,
  peopleCard,
  rolesCard,
  settingsCard,
  unitsCard,
} from '../cards/admin.ts';
import type { Tx } from '../db/open.ts';
import { searchPeople } from '../db/person.ts';
import type { Answer } from '../domain/answer.ts';
import type { DrawnAnswer } from './context.ts';
import { type Viewer, viewContext } from './context.ts';
import { readHealth } from './health.ts';
import { drawHolidays } from './holiday.ts';

type AdminAnswer = Extract<
  Answer,
  { kind: 'units' | 'categories' | 'people' | 'roles' | 'settings' | 'holidays' | 'areas' | 'health' }
>;

const PEOPLE_SHOWN = 60;

export async function drawAdministration(tx: Tx, answer: AdminAnswer, viewer: Viewer): Promise<DrawnAnswer> {
  const { data } = viewer.directory;
  const named = [
    ...data.units.flatMap((unit) => [unit.headId, unit.coordinatorId]),
    ...data.grants.map((grant) => grant.personId),
  ];
  const context = await viewContext(tx, viewer, { personIds: named });
  switch (answer.kind) {
    case 'units':
      return { kind: 'card', card: unitsCard(context) };
    case 'categories':
      return { kind: 'card', card: categoriesCard(context) };
    case 'people':
      return {
        kind: 'card',
        card: peopleCard(await searchPeople(tx, { words: answer.words, limit: PEOPLE_SHOWN }), context),
      };
    case 'roles':
      return { kind: 'card', card: rolesCard(context) };
    case 'settings':
      return { kind: 'card', card: settingsCard(context) };
    case 'holidays':
      return { kind: 'card', card: await drawHolidays(tx, viewer) };
    case 'areas':
      return { kind: 'card', card: areasCard(context) };
    case 'health':
      return { kind: 'card', card: healthCard(await readHealth(tx, viewer), context) };
  }
}
