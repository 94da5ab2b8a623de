/** A city on a morning when everybody has something to do: one problem a person, some a project, due today. */
import { derive } from '../src/commands/apply.ts';
import { readAreas } from '../src/db/area.ts';
import { insertIssue } from '../src/db/issue.ts';
import { loadActor } from '../src/db/person.ts';
import { rememberHomeTenant } from '../src/db/setting.ts';
import type { Deps } from '../src/deps.ts';
import { createIssue } from '../src/domain/create.ts';
import { DAY, type Instant } from '../src/domain/time.ts';
import type { Sim } from '../src/sim/sim.ts';

export interface Morning {
  people: number;
  groups: number;
  /** When everything is due: today. */
  dueAt: Instant;
}

/** Master data as lists of texts, so that one statement takes them all. */
const CITY = `
  insert into unit (area_id, name) select $3::int, '市直单位第' || n || '局' from generate_series(1, 200) n;
  insert into person (open_id, name, tenant_key, home, created_at, unit_id)
    select id, '人员' || n, $4, true, '2026-01-05', (select min(id) from unit) from jsonb_array_elements_text($1::text::jsonb) with ordinality one (id, n);
  insert into project (area_id, name, created_at)
    select $3::int, '产业项目' || n || '号', '2026-01-05' from jsonb_array_elements_text($2::text::jsonb) with ordinality one (id, n);
  insert into chat (id, name, external, kind, area_id, created_at)
    select id, '专班' || n, false, 'project', $3::int, '2026-01-05' from jsonb_array_elements_text($2::text::jsonb) with ordinality one (id, n);
  insert into chat_project (chat_id, project_id)
    select one.id, project.id from jsonb_array_elements_text($2::text::jsonb) with ordinality one (id, n)
    join project on project.name = '产业项目' || n || '号'`;

async function insertCity(deps: Deps, sim: Sim, openIds: string[], chatIds: string[]): Promise<void> {
  const areaId = await deps.db.transaction(async (tx) => {
    await rememberHomeTenant(tx, sim.tenantKey);
    return (await readAreas(tx))[0]!.id;
  });
  const values = [JSON.stringify(openIds), JSON.stringify(chatIds), String(areaId), sim.tenantKey];
  for (const statement of CITY.split(';')) {
    // Only the parameters a statement names may be sent along, numbered without a gap.
    const named = [...new Set(statement.match(/\$\d/g) ?? [])].sort();
    const text = named.reduce((sql, name, n) => sql.replaceAll(name, `$${n + 1}`), statement);
    const params = named.map((name) => values[Number(name.slice(1)) - 1]);
    await deps.db.session((session) => session.query(text, params));
  }
}

export async function fillMorning(
  deps: Deps,
  sim: Sim,
  { people, groups, dueAt }: Morning,
): Promise<{ openIds: string[]; chatIds: string[] }> {
  const openIds = Array.from({ length: people }, (_, n) => sim.addUser({ name: `人员${n + 1}` }).openId);
  const chatIds = Array.from({ length: groups }, (_, n) => {
    const members = Array.from({ length: 8 }, (_, m) => openIds[(n * 7 + m) % people]!);
    return sim.addChat({ name: `专班${n + 1}`, members: [...new Set(members)], bot: true }).chatId;
  });
  await insertCity(deps, sim, openIds, chatIds);
  await deps.db.transaction(async (tx) => {
    const directory = await deps.directory.get(tx);
    const { units, projects } = directory.data;
    const ids: number[] = [];
    for (const openId of openIds) ids.push((await loadActor(tx, { openId }))!.person.id);
    const actor = (await loadActor(tx, { openId: openIds[0]! }))!;
    // A week without a holiday: the default of five working days ends today.
    const loggedAt = dueAt - 7 * DAY;
    for (const [n, assigneeId] of ids.entries()) {
      const made = createIssue(
        {
          text: `第${n + 1}件:施工道路被雨水冲毁,大件设备进不来`,
          projectId: projects[n % projects.length]!.id,
          unitId: units[n % units.length]!.id,
        },
        { now: loggedAt, actor, directory },
      );
      if (!made.ok) throw new Error(`not logged: ${made.refusal.code}`);
      if (made.issue.deadline.at !== dueAt) throw new Error('not due today');
      const issue = {
        ...made.issue,
        status: 'working' as const,
        assigneeId,
        signedAt: loggedAt,
        ladder: { ...made.issue.ladder, fired: ['blue' as const] },
      };
      await insertIssue(tx, issue, derive(issue, directory));
    }
  });
  return { openIds, chatIds };
}
