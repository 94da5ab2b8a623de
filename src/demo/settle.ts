/** Writes the zone into the database and the simulator, without a message to anybody. */
import { readAreas, renameArea } from '../db/area.ts';
import { saveCategory } from '../db/category.ts';
import { addMembers, bindProject, makeOfficeChat, upsertChat } from '../db/chat.ts';
import { markGreeted, updatePerson, upsertPerson } from '../db/person.ts';
import { insertProject, setProjectContact, setProjectUnit, updateProject } from '../db/project.ts';
import { grantRole } from '../db/role.ts';
import { rememberHomeTenant } from '../db/setting.ts';
import { insertUnit, updateUnit } from '../db/unit.ts';
import type { Deps } from '../deps.ts';
import { addDays, dayOf } from '../domain/time.ts';
import type { Sim } from '../sim/sim.ts';
import { AREA, CATEGORIES, PEOPLE, PROJECTS, UNITS } from './zone.ts';

/** Where everybody and everything can be found by the keys of zone.ts. */
export interface DemoWorld {
  openId: Record<string, string>;
  /** Group of each project, and 'office'. */
  chatId: Record<string, string>;
}

/** What stands under a key of zone.ts. @throws Error for a key the zone does not have */
export function inZone<T>(record: Readonly<Record<string, T>>, key: string): T {
  const found = record[key];
  if (found === undefined) throw new Error(`not in the zone: ${key}`);
  return found;
}

/** People and groups of the zone in the simulator. */
export function populateSim(sim: Sim): DemoWorld {
  const openId: Record<string, string> = {};
  for (const person of PEOPLE) {
    const outside = person.unit === 'enterprise';
    const made = sim.addUser({
      name: person.name,
      note: person.note,
      ...(outside && { tenantKey: `tenant_${person.key}`, tenantName: person.note.replace('（企业）', '') }),
    });
    openId[person.key] = made.openId;
  }
  const of = (key: string) => inZone(openId, key);
  const chatId: Record<string, string> = {};
  for (const project of PROJECTS) {
    // Every coordinator is in every group, as in a zone where all units serve all projects.
    const coordinators = UNITS.map((unit) => unit.coordinator);
    const heads = UNITS.filter((unit) => unit.key === project.leadUnit).map((unit) => unit.head);
    const members = [project.secretary, project.contact, project.leader, 'song', ...coordinators, ...heads];
    const chat = sim.addChat({
      name: `${project.shortNames[0]}项目专班`,
      members: [...new Set(members)].map(of),
      external: true,
      bot: true,
    });
    chatId[project.key] = chat.chatId;
  }
  chatId.office = sim.addChat({
    name: '综合办调度群',
    members: ['song', 'wang', 'liu', 'tang'].map(of),
    bot: true,
  }).chatId;
  return { openId, chatId };
}

/** The same zone as master data. Does nothing when the database has units already. */
export async function populateDatabase(deps: Deps, sim: Sim, world: DemoWorld, now: number): Promise<void> {
  await deps.db.transaction(async (tx) => {
    await rememberHomeTenant(tx, sim.tenantKey);
    const [top] = await readAreas(tx);
    const area = top && (await renameArea(tx, top.id, AREA));
    if (!area) throw new Error('database without its first area');
    const personId: Record<string, number> = {};
    for (const person of PEOPLE) {
      const home = person.unit !== 'enterprise';
      const tenantKey = home ? sim.tenantKey : `tenant_${person.key}`;
      const made = await upsertPerson(
        tx,
        { openId: inZone(world.openId, person.key), name: person.name, tenantKey, home },
        now,
      );
      personId[person.key] = made.id;
      await markGreeted(tx, made.id, now);
      if (person.role) await grantRole(tx, { personId: made.id, role: person.role, areaId: area.id });
    }
    const unitId: Record<string, number> = {};
    for (const unit of UNITS) {
      const made = await insertUnit(tx, { areaId: area.id, name: unit.name, shortNames: unit.shortNames });
      if (!made) throw new Error('the zone is there already');
      unitId[unit.key] = made.id;
      await updateUnit(tx, made.id, {
        headId: inZone(personId, unit.head),
        coordinatorId: inZone(personId, unit.coordinator),
      });
    }
    for (const person of PEOPLE) {
      if (person.unit && person.unit !== 'enterprise') {
        await updatePerson(tx, inZone(personId, person.key), { unitId: inZone(unitId, person.unit) });
      }
    }
    for (const { name, keywords, unit, limitDays } of CATEGORIES) {
      await saveCategory(tx, { name, keywords, unitId: inZone(unitId, unit), limitDays });
    }
    const today = dayOf(now, deps.config.timeZone);
    for (const project of PROJECTS) {
      const made = await insertProject(
        tx,
        { areaId: area.id, name: project.name, enterprise: project.enterprise },
        now,
      );
      if (!made) throw new Error('the zone is there already');
      await updateProject(tx, made.id, {
        shortNames: project.shortNames,
        leaderId: inZone(personId, project.leader),
        secretaryId: inZone(personId, project.secretary),
        leadUnitId: inZone(unitId, project.leadUnit),
        startOn: addDays(today, project.startIn),
        productionOn: addDays(today, project.productionIn),
        greenChannel: project.greenChannel ?? false,
        industries: project.industries,
      });
      for (const unit of project.members) await setProjectUnit(tx, made.id, inZone(unitId, unit), true);
      await setProjectContact(tx, made.id, inZone(personId, project.contact), true);
      await meetGroup(
        tx,
        sim,
        inZone(world.chatId, project.key),
        personIdsIn(sim, world, project.key, personId),
        now,
      );
      await bindProject(tx, inZone(world.chatId, project.key), made.id, { makeDefault: true });
    }
    await meetGroup(
      tx,
      sim,
      inZone(world.chatId, 'office'),
      personIdsIn(sim, world, 'office', personId),
      now,
    );
    await makeOfficeChat(tx, inZone(world.chatId, 'office'), area.id);
  });
}

type Tx = Parameters<Parameters<Deps['db']['transaction']>[0]>[0];

async function meetGroup(tx: Tx, sim: Sim, chatId: string, members: number[], now: number): Promise<void> {
  const chat = sim.chats().find((one) => one.chatId === chatId);
  await upsertChat(tx, { id: chatId, name: chat?.name ?? '', external: chat?.external ?? false }, now);
  await addMembers(tx, chatId, members);
}

function personIdsIn(sim: Sim, world: DemoWorld, key: string, personId: Record<string, number>): number[] {
  const members = new Set(sim.chats().find((one) => one.chatId === world.chatId[key])?.members ?? []);
  return Object.entries(world.openId).flatMap(([person, openId]) =>
    members.has(openId) ? [inZone(personId, person)] : [],
  );
}
