/** What is kept of one person: to be handed out, or to be made nameless. Works on whatever tables there are. */
import type { Db, Session } from '../db/open.ts';
import { quote, readTables, type Table } from './catalogue.ts';
import { ToolError } from './tool.ts';

export interface Somebody {
  id: number;
  openId: string;
  name: string;
}

/** @throws ToolError when nobody or several bear the name */
export async function findSomebody(db: Db, who: string): Promise<Somebody> {
  const rows = await db.session((session) =>
    session.query('select id, open_id, name from person where open_id = $1 or name = $1 order by id', [who]),
  );
  const people = rows.map((row) => ({
    id: Number(row.id),
    openId: String(row.open_id),
    name: String(row.name),
  }));
  const [person] = people;
  if (!person) throw new ToolError(`没有找到“${who}”。请写全名，或 open_id（ou_ 开头）。`);
  if (people.length > 1) {
    const list = people.map(({ openId }) => `  ${openId}`).join('\n');
    throw new ToolError(`有 ${people.length} 个人叫“${who}”，请改用 open_id:\n${list}`);
  }
  return person;
}

/** Foreign keys to `person`, asked of the database, so that no table is forgotten. */
async function referencesTo(session: Session): Promise<{ table: string; column: string }[]> {
  const rows = await session.query(
    `select c.conrelid::regclass::text as "table", a.attname as "column"
     from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
     where c.contype = 'f' and c.confrelid = 'person'::regclass order by 1, 2`,
  );
  return rows.map((row) => ({ table: String(row.table), column: String(row.column) }));
}

const jsonOf = (rows: Record<string, unknown>[]) => rows.map((row) => JSON.parse(String(row.row)));

/** The person's own row, and every row of every table that names them, as the database keeps it. */
export async function exportPerson(db: Db, person: Somebody): Promise<Record<string, unknown>> {
  return db.session(async (session) => {
    await session.run('set transaction isolation level repeatable read, read only');
    const own = await session.query('select row_to_json(t)::text as row from person t where id = $1::int', [
      String(person.id),
    ]);
    const found: Record<string, unknown> = { person: jsonOf(own)[0] };
    const columns = new Map<string, string[]>();
    for (const { table, column } of await referencesTo(session)) {
      columns.set(table, [...(columns.get(table) ?? []), column]);
    }
    for (const [table, names] of columns) {
      const where = names.map((name) => `t.${quote(name)} = $1::int`).join(' or ');
      // Search tokens and the state kept for 撤销 say the same as the row and its history.
      const rows = await session.query(
        `select (to_jsonb(t) - 'search' - 'before')::text as row from ${table} t where ${where} order by 1`,
        [String(person.id)],
      );
      if (rows.length > 0) found[table] = jsonOf(rows);
    }
    for (const { table, column } of await placesOf(session, ['target'])) {
      const rows = await session.query(
        `select row_to_json(t)::text as row from ${quote(table)} t where position($1 in t.${quote(column)}) > 0`,
        [person.openId],
      );
      if (rows.length > 0) found[`${table}.${column}`] = jsonOf(rows);
    }
    return found;
  });
}

/** Text and JSON columns; with `only` those of that name. */
async function placesOf(session: Session, only?: string[]) {
  const tables: Table[] = await readTables(session);
  return tables.flatMap(({ name, columns }) =>
    columns
      .filter(({ type }) => type === 'text' || type === 'jsonb')
      .filter((column) => !only || only.includes(column.name))
      .map((column) => ({ table: name, column: column.name, type: column.type })),
  );
}

/** Posts that must be filled anew before somebody can go, each with how. Empty: nothing stands in the way. */
export async function postsOf(db: Db, person: Somebody, adminOpenIds: readonly string[]): Promise<string[]> {
  const at = `@${person.name || '某人'}`;
  return db.session(async (session) => {
    const ask = (sql: string) => session.query(sql, [String(person.id)]);
    const posts: string[] = [];
    if (adminOpenIds.includes(person.openId)) posts.push('在配置 ADMIN_OPEN_IDS 里：从配置里删掉，重启服务');
    const roles = { office: '综合办', leader: '分管领导', principal: '主要领导', administrator: '管理员' };
    for (const row of await ask('select role from role_grant where person_id = $1::int order by 1')) {
      const word = roles[row.role as keyof typeof roles] ?? String(row.role);
      posts.push(`是${word}：在聊天里发“角色 取消 ${word} ${at}”`);
    }
    for (const row of await ask(
      'select name, coordinator_id = $1::int as coordinator from unit where $1::int in (head_id, coordinator_id) order by 1',
    )) {
      const post = row.coordinator === true ? '联络员' : '负责人';
      posts.push(`是${row.name}${post}：发“单位 ${row.name} ${post} @接替的人”`);
    }
    for (const row of await ask(
      'select name, secretary_id = $1::int as secretary from project where $1::int in (leader_id, secretary_id) order by 1',
    )) {
      const post = row.secretary === true ? '秘书' : '组长';
      posts.push(`是项目“${row.name}”的${post}：发“项目 ${row.name} ${post} @接替的人”`);
    }
    for (const row of await ask(
      'select p.name from project_contact c join project p on p.id = c.project_id where c.person_id = $1::int order by 1',
    )) {
      posts.push(`是项目“${row.name}”的企业联系人：发“项目 ${row.name} 企业联系人 @接替的人”`);
    }
    for (const row of await ask(
      "select id from issue where assignee_id = $1::int and status not in ('closed', 'void') order by 1",
    )) {
      posts.push(`正在办 #${row.id}：发“转办 #${row.id} 单位 @接替的人”，或等它销号`);
    }
    const [standing] = await ask(
      "select count(*)::int as n from handover where $1::int in (person_id, deputy_id) and state in ('planned', 'active')",
    );
    if (Number(standing?.n) > 0) posts.push('有交接还没结束：先结束交接');
    return posts;
  });
}

export interface Erased {
  /** What the person is called from now on. */
  alias: string;
  /** Problems whose own words hold the name; they are what somebody wrote and stay. */
  namedIn: number[];
}

/**
 * Makes a person nameless everywhere: one row for all issues and steps stays, without name, open_id, unit and groups.
 * Cards and messages to them, waiting ones too, are forgotten.
 * @throws ToolError while the person holds a post
 */
export async function erasePerson(
  db: Db,
  person: Somebody,
  adminOpenIds: readonly string[],
  now: number,
): Promise<Erased> {
  const posts = await postsOf(db, person, adminOpenIds);
  if (posts.length > 0) {
    throw new ToolError(
      `${person.name || person.openId} 还有职责，没有注销。请先：\n${posts.map((post) => `  - ${post}`).join('\n')}`,
    );
  }
  const alias = `已注销人员${person.id}`;
  const token = `erased-${person.id}`;
  return db.session(async (session) => {
    const id = String(person.id);
    const target = `person:${person.openId}`;
    await session.query('delete from chat_member where person_id = $1::int', [id]);
    await session.query('delete from draft where person_id = $1::int', [id]);
    await session.query('delete from outbox where target = $1', [target]);
    await session.query("delete from issue_card where place = 'person' and target = $1", [person.openId]);
    await session.query(
      `update person set name = $2, tenant_key = '', home = false, unit_id = null, muted_until = null,
         unreachable_since = $3::timestamptz where id = $1::int`,
      [id, alias, new Date(now).toISOString()],
    );
    // The platform's id is a word of its own, so it can be replaced wherever it stands.
    for (const { table, column, type } of await placesOf(session)) {
      const at = quote(column);
      await session.query(
        `update ${quote(table)} set ${at} = replace(${at}::text, $1, $2)::${type} where position($1 in ${at}::text) > 0`,
        [person.openId, token],
      );
    }
    const named =
      person.name === ''
        ? []
        : await session.query(
            'select id from issue where position($1 in title || text || coalesce(result, $2)) > 0 order by id',
            [person.name, ''],
          );
    return { alias, namedIn: named.map((row) => Number(row.id)) };
  });
}
