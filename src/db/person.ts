/** People as the platform introduces them, and everything the rights table needs about one of them. */
import { and, asc, eq, inArray, isNotNull, isNull, like, or, type SQL, sql } from 'drizzle-orm';
import type { Actor } from '../domain/actor.ts';
import type { Person, RoleGrant } from '../domain/model.ts';
import type { Instant } from '../domain/time.ts';
import { bumpDirectory } from './directory-version.ts';
import type { Tx } from './open.ts';
import { only } from './row.ts';
import {
  chatMember,
  chatProject,
  project,
  projectContact,
  roleGrant,
  person as table,
  unit,
} from './schema.ts';
import { prepareRows, prepareStatement } from './statement.ts';

const columns = {
  id: table.id,
  openId: table.openId,
  name: table.name,
  tenantKey: table.tenantKey,
  home: table.home,
  unitId: table.unitId,
  mutedUntil: table.mutedUntil,
  unreachableSince: table.unreachableSince,
  digest: table.digest,
};

const list = (value: ReturnType<typeof sql>, from: ReturnType<typeof sql>) =>
  sql`(select coalesce(jsonb_agg(${value}), '[]'::jsonb) ${from})`;

const me = table.id;
/** The person and those away whose deputy this is now (交接). */
const selves = sql`any(array(select who.id from ${table} who where who.id = ${me} or who.deputy_id = ${me}))`;
const standsInFor = list(sql`who.id order by who.id`, sql`from ${table} who where who.deputy_id = ${me}`);
const grants = list(
  sql`jsonb_build_object('personId', ${me}, 'role', ${roleGrant.role}, 'areaId', ${roleGrant.areaId})`,
  sql`from ${roleGrant} where ${roleGrant.personId} = ${selves}
    and (${roleGrant.personId} = ${me} or ${roleGrant.role} <> 'administrator')`,
);
const secretaryOf = list(sql`${project.id}`, sql`from ${project} where ${project.secretaryId} = ${selves}`);
const leaderOf = list(sql`${project.id}`, sql`from ${project} where ${project.leaderId} = ${selves}`);
const contactOf = list(
  sql`distinct ${projectContact.projectId}`,
  sql`from ${projectContact} where ${projectContact.personId} = ${selves}`,
);
const groupProjectIds = list(
  sql`distinct ${chatProject.projectId}`,
  sql`from ${chatMember} join ${chatProject} on ${chatProject.chatId} = ${chatMember.chatId}
    where ${chatMember.personId} = ${selves}`,
);
const signsFor = list(
  sql`${unit.id}`,
  sql`from ${unit} where ${unit.headId} = ${selves} or ${unit.coordinatorId} = ${selves}
    or ${unit.id} in (select who.unit_id from ${table} who where who.deputy_id = ${me})`,
);

const actorColumns = {
  person: columns,
  grants: sql<RoleGrant[]>`${grants}`.as('grants'),
  secretaryOf: sql<number[]>`${secretaryOf}`.as('secretary_of'),
  leaderOf: sql<number[]>`${leaderOf}`.as('leader_of'),
  contactOf: sql<number[]>`${contactOf}`.as('contact_of'),
  groupProjectIds: sql<number[]>`${groupProjectIds}`.as('group_project_ids'),
  signsFor: sql<number[]>`${signsFor}`.as('signs_for'),
  standsInFor: sql<number[]>`${standsInFor}`.as('stands_in_for'),
};

/** More than this are rare enough to be built each time. */
const MANY = 8;

const actorOf = (column: typeof table.id | typeof table.openId) =>
  prepareStatement(actorColumns, (db) =>
    db
      .select(actorColumns)
      .from(table)
      .where(eq(column, sql.placeholder('key'))),
  );
const actorOfId = actorOf(table.id);
const actorOfOpenId = actorOf(table.openId);

/** A person with all rights, in one query. */
export async function loadActor(tx: Tx, by: { openId: string } | { id: number }): Promise<Actor | undefined> {
  const found = 'id' in by ? actorOfId(tx, { key: by.id }) : actorOfOpenId(tx, { key: by.openId });
  return (await found)[0];
}

/** Several people with all rights, in one query; in ascending order of id. */
export async function loadActors(tx: Tx, ids: number[]): Promise<Actor[]> {
  if (ids.length === 0) return [];
  return tx.select(actorColumns).from(table).where(inArray(table.id, ids)).orderBy(asc(table.id));
}

export interface MetPerson {
  openId: string;
  /** Kept only when not empty: the platform often leaves it out. */
  name?: string | undefined;
  /** Kept only when not empty, and only then `home` counts. */
  tenantKey?: string | undefined;
  home?: boolean | undefined;
}

/** Writes down a person, or what is new about one. One read when nothing is. */
export async function upsertPerson(tx: Tx, met: MetPerson, now: Instant): Promise<Person> {
  const [known] = await tx.select(columns).from(table).where(eq(table.openId, met.openId));
  const name = met.name?.trim() || known?.name || '';
  const tenantKey = met.tenantKey || known?.tenantKey || '';
  const home = met.tenantKey ? (met.home ?? known?.home ?? false) : (known?.home ?? met.home ?? false);
  if (known && known.name === name && known.tenantKey === tenantKey && known.home === home) return known;
  const written = await tx
    .insert(table)
    .values({ openId: met.openId, name, tenantKey, home, createdAt: now })
    .onConflictDoUpdate({ target: table.openId, set: { name, tenantKey, home } })
    .returning(columns);
  return only(written);
}

const peopleOfIds = prepareRows(columns, (db, size) => {
  const ids = Array.from({ length: size }, (_, n) => sql.placeholder(`id${n}`));
  return db.select(columns).from(table).where(inArray(table.id, ids));
});

/** In no particular order; unknown ids are left out. */
export async function findPeople(tx: Tx, ids: number[]): Promise<Person[]> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return [];
  if (wanted.length > MANY) return tx.select(columns).from(table).where(inArray(table.id, wanted));
  return peopleOfIds(
    tx,
    wanted.map((id) => ({ id })),
  );
}

/** In no particular order; unknown ids are left out. */
export async function findPeopleByOpenIds(tx: Tx, openIds: string[]): Promise<Person[]> {
  const wanted = [...new Set(openIds)];
  return wanted.length === 0 ? [] : tx.select(columns).from(table).where(inArray(table.openId, wanted));
}

/** Everybody there is: for tools that need all names. */
export function allPeople(tx: Tx): Promise<Person[]> {
  return tx.select(columns).from(table).orderBy(asc(table.id));
}

/** Everybody of exactly this name, by id. */
export function findPeopleByName(tx: Tx, name: string, of: { unitId?: number } = {}): Promise<Person[]> {
  const inUnit = of.unitId === undefined ? undefined : eq(table.unitId, of.unitId);
  return tx
    .select(columns)
    .from(table)
    .where(and(eq(table.name, name.trim()), inUnit))
    .orderBy(asc(table.id));
}

export function findPeopleOfUnit(tx: Tx, unitId: number): Promise<Person[]> {
  return tx.select(columns).from(table).where(eq(table.unitId, unitId)).orderBy(asc(table.id));
}

/** People whose name or unit's name holds the words, by name. Empty words find everybody. */
export function searchPeople(
  tx: Tx,
  search: { words: string; limit: number; offset?: number },
): Promise<Person[]> {
  const pattern = `%${search.words.trim().replace(/[\\%_]/g, '\\$&')}%`;
  return tx
    .select(columns)
    .from(table)
    .leftJoin(unit, eq(unit.id, table.unitId))
    .where(or(like(table.name, pattern), like(unit.name, pattern)))
    .orderBy(asc(table.name), asc(table.id))
    .limit(search.limit)
    .offset(search.offset ?? 0);
}

export type PersonPatch = Partial<
  Pick<Person, 'name' | 'unitId' | 'mutedUntil' | 'unreachableSince' | 'digest'>
>;

export function updatePerson(tx: Tx, id: number, patch: PersonPatch): Promise<void> {
  return update(tx, eq(table.id, id), patch);
}

export function updatePersonByOpenId(tx: Tx, openId: string, patch: PersonPatch): Promise<void> {
  return update(tx, eq(table.openId, openId), patch);
}

async function update(tx: Tx, who: SQL, patch: PersonPatch): Promise<void> {
  if (Object.keys(patch).length === 0) return;
  if (!('unreachableSince' in patch)) {
    await tx.update(table).set(patch).where(who);
    return;
  }
  const [before] = await tx.select({ since: table.unreachableSince }).from(table).where(who);
  await tx.update(table).set(patch).where(who);
  // Who cannot be reached, or can again, changes whom everything goes to.
  if ((before?.since == null) !== (patch.unreachableSince == null)) await bumpDirectory(tx);
}

/** Own people nothing can be sent to, by id. */
export async function readUnreachable(tx: Tx): Promise<number[]> {
  const rows = await tx
    .select({ id: table.id })
    .from(table)
    .where(and(eq(table.home, true), isNotNull(table.unreachableSince)))
    .orderBy(asc(table.id));
  return rows.map((row) => row.id);
}

/** What was sent has arrived: nothing is kept from this person any more. One statement when nothing was. */
export async function noteReached(tx: Tx, openId: string): Promise<void> {
  const healed = await tx
    .update(table)
    .set({ unreachableSince: null })
    .where(and(eq(table.openId, openId), isNotNull(table.unreachableSince)))
    .returning({ id: table.id });
  if (healed.length > 0) await bumpDirectory(tx);
}

/** Notes that the person has been greeted. @returns true the first time, once even among simultaneous callers */
export async function markGreeted(tx: Tx, id: number, now: Instant): Promise<boolean> {
  const greeted = await tx
    .update(table)
    .set({ greetedAt: now })
    .where(and(eq(table.id, id), isNull(table.greetedAt)))
    .returning({ id: table.id });
  return greeted.length > 0;
}
