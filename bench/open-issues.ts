/** Open problems in any number, as the product itself would have written them, so that the auditor has nothing to say. */
import { derive } from '../src/commands/apply.ts';
import { insertIssue, loadIssue } from '../src/db/issue.ts';
import type { Deps } from '../src/deps.ts';
import type { Issue } from '../src/domain/issue.ts';
import { addDays, DAY, dayOf, type Instant, instantAt } from '../src/domain/time.ts';
import type { BenchServer } from './postgres.ts';

const ZONE = 'Asia/Shanghai';
/** Different deadlines among those that are not due. */
const SHAPES = 40;
/** From here on an index is quicker built than kept. */
const MANY = 20_000;

/** A problem of the product's own making, signed for and half done, due at `deadline`. */
function working(first: Issue, deadline: Instant, now: Instant, facts: Partial<Issue>): Omit<Issue, 'id'> {
  const { id: _id, ...base } = first;
  const startedAt = now - 5 * DAY;
  return {
    ...base,
    status: 'working',
    version: 2,
    assigneeId: base.assigneeId ?? base.reporterId,
    loggedAt: startedAt,
    routedAt: startedAt,
    signedAt: startedAt,
    changedAt: startedAt,
    deadline: { ...base.deadline, at: deadline, day: dayOf(deadline, ZONE) },
    ladder: { ...base.ladder, startedAt, fired: ['blue'] },
    ...facts,
  };
}

/**
 * Problems that turn yellow at these instants, so many at each; nothing else of theirs is due.
 * @param of the problem they take after
 */
export async function addDue(
  deps: Deps,
  of: number,
  due: { at: readonly Instant[]; each: number },
): Promise<void> {
  for (const at of due.at) {
    await deps.db.transaction(async (tx) => {
      const first = (await loadIssue(tx, of))!;
      const directory = await deps.directory.get(tx);
      for (let n = 0; n < due.each; n++) {
        const issue = working(first, at - 1, at, { sourceMessageId: `om_due_${at}_${n}` });
        await insertIssue(tx, issue, derive(issue, directory));
      }
    });
  }
}

const columnsSql = `select column_name from information_schema.columns
  where table_name = 'issue' and column_name not in ('id', 'source_message_id', 'project_id', 'unit_id', 'assignee_id')`;

/** With a live card, a history and now and then a message that was sent. */
const belongings = `
  insert into history (issue_id, at, actor_id, verb, detail, message_id)
    select issue.id, logged_at, reporter_id, verb, '{"unitId":1}', source_message_id
    from issue cross join (values ('log'), ('sign')) as verbs (verb)
    where not exists (select from issue_card where issue_id = issue.id);
  insert into outbox (id, kind, target, issue_id, payload, created_at, state, finished_at, message_id)
    select gen_random_uuid()::text, 'notice', 'person:ou_city_' || 1 + id % 10000, id, '{}', logged_at, 'sent', logged_at,
      'om_sent_' || id
    from issue where id % 4 = 0 and not exists (select from issue_card where issue_id = issue.id);
  insert into issue_card (issue_id, place, target, message_id, nonce, wanted_version, shown_version, posted_at)
    select id, 'chat', coalesce(origin_chat_id, 'oc_city_1'), 'om_card_' || id, gen_random_uuid()::text, version, version,
      logged_at
    from issue where not exists (select from issue_card where issue_id = issue.id)`;

/**
 * Adds open problems until there are `count`; those added are due in two weeks or later.
 * @param of the problem they take after
 */
export async function fillOpen(
  server: BenchServer,
  database: string,
  deps: Deps,
  fill: { of: number; count: number; now: Instant },
): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const first = (await loadIssue(tx, fill.of))!;
    const directory = await deps.directory.get(tx);
    for (let n = 0; n < SHAPES; n++) {
      const due = instantAt(addDays(dayOf(fill.now, ZONE), 14 + n), '17:30', ZONE);
      const facts: Partial<Issue> = {
        sourceMessageId: `shape_${n}`,
        ladder: { ...first.ladder, startedAt: fill.now - 5 * DAY },
      };
      const issue = working(first, due, fill.now, facts);
      await insertIssue(tx, issue, derive(issue, directory));
    }
  });
  const [row] = await server.run('select count(*)::int as n from issue', database);
  const missing = fill.count - Number(row?.n);
  const columns = (await server.run(columnsSql, database)).map((one) => String(one.column_name)).join(', ');
  const indexes = await server.run(
    "select indexname, indexdef from pg_indexes where tablename = 'issue' and indexname <> 'issue_pkey'",
    database,
  );
  const dropped = missing > MANY ? indexes : [];
  await server.run(
    `set session_replication_role = replica;
    create temporary table shape as
      select row_number() over (order by id) - 1 as k, * from issue where source_message_id like 'shape_%';
    ${dropped.map((one) => `drop index ${one.indexname};`).join('\n')}
    insert into issue (source_message_id, project_id, unit_id, assignee_id, ${columns})
      select 'om_open_' || n, project, unit, assignee, ${columns}
      from (select n, (select min(id) from project where name = '产业项目1号') + n % 700 as project,
          (select min(id) from unit where name = '市直单位第1局') + n % 200 as unit,
          (select min(id) from person where open_id like 'ou_city_%') + n % 10000 as assignee
        from generate_series(1, ${Math.max(0, missing)}) n) made
      join shape on shape.k = n % ${SHAPES};
    ${dropped.map((one) => `${one.indexdef};`).join('\n')}
    ${belongings};
    update issue set source_message_id = null where source_message_id like 'shape_%'`,
    database,
  );
  await server.run('vacuum (analyze)', database);
}
