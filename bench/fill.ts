/** A city's worth of stored problems, written by the database itself. */
import type { BenchServer } from './postgres.ts';

/** Beside the demo's zone: what product.md §10 gives as the design size. */
export const CITY = `
  insert into unit (area_id, name, short_names)
    select (select min(id) from area), '市直单位第' || n || '局', jsonb_build_array('第' || n || '局') from generate_series(1, 200) n;
  insert into project (area_id, name, short_names, created_at)
    select (select min(id) from area), '产业项目' || n || '号', jsonb_build_array('项目' || n || '号'), '2026-01-05'
    from generate_series(1, 700) n;
  insert into person (open_id, name, tenant_key, home, created_at)
    select 'ou_city_' || n, '人员' || n, 'tenant_home', true, '2026-01-05' from generate_series(1, 10000) n;
  insert into chat (id, name, external, kind, area_id, created_at)
    select 'oc_city_' || n, '专班' || n, false, 'project', (select min(id) from area), '2026-01-05' from generate_series(1, 700) n;
  insert into chat_project (chat_id, project_id)
    select 'oc_city_' || n, (select id from project where name = '产业项目' || n || '号') from generate_series(1, 700) n;
  insert into chat_member (chat_id, person_id)
    select 'oc_city_' || c, (select min(id) from person where open_id like 'ou_city_%') + (c * 37 + m) % 10000
    from generate_series(1, 700) c, generate_series(1, 20) m;
  update meta set value = nextval('directory_version') where key = 'directory'`;

/** One issue in forty open, the rest closed; 40 search tokens of uneven frequency; card, history and sent notice. */
function issuesSql(count: number): string {
  return `
  drop index issue_search;
  create temporary table facts as select facts, text, search from issue order by id limit 1;
  create temporary table place as select p.id as project, row_number() over (order by p.id) - 1 as n from project p;
  create temporary table role as select u.id as unit, row_number() over (order by u.id) - 1 as n from unit u;
  insert into issue (version, status, title, text, area_id, project_id, unit_id, assignee_id, reporter_id, source_message_id,
      origin_chat_id, logged_at, routed_at, closed_at, on_the_spot, green_channel, deadline_at, deadline_day, on_agenda,
      facts, blue_at, yellow_at, red_at, next_at, search)
    select 4, case when open then (array['unrouted','unsigned','working','verifying'])[1 + made.n % 4] else 'closed' end,
      facts.text, facts.text, (select min(id) from area), place.project, role.unit, 1 + made.n % 1000, 1 + made.n % 997, 'om_old_' || made.n,
      'oc_city_' || 1 + made.n % 700, logged, logged, case when open then null else logged + interval '5 days' end, false, false,
      due, due::date, false, facts.facts,
      case when open then due - interval '2 days' end, case when open then due end,
      case when open then due + interval '4 days' end, case when open then due + interval '30 days' end,
      words.search
    from (select n, n % 40 = 0 as open, now() - (n % 1000 + 1) * interval '1 day' as logged,
        now() + (n % 21 - 6) * interval '1 day' as due from generate_series(1, ${count}) n) made
      cross join facts
      join place on place.n = made.n % (select count(*) from place)
      join role on role.n = made.n % (select count(*) from role)
      cross join lateral (select string_agg(distinct '''词' || floor(3000 * power(random(), 3))::int || '''', ' ')::tsvector
        as search from generate_series(1, 40 + made.n * 0)) words;
  create index issue_search on issue using gin (search);
  insert into history (issue_id, at, actor_id, verb, detail, message_id)
    select issue.id, logged_at, reporter_id, verb, '{"unitId":1,"deadline":"2026-11-27"}', source_message_id
    from issue cross join (values ('log'), ('sign'), ('report-done'), ('verify')) as verbs (verb) where source_message_id like 'om_old_%';
  insert into issue_card (issue_id, place, target, message_id, nonce, wanted_version, shown_version, posted_at)
    select id, 'chat', origin_chat_id, 'om_card_' || id, gen_random_uuid()::text, 4, 4, logged_at
    from issue where source_message_id like 'om_old_%';
  -- The outbox forgets after 60 days, the inbox after three.
  insert into outbox (id, kind, target, issue_id, payload, dedupe_key, created_at, state, finished_at, message_id)
    select gen_random_uuid()::text, 'notice', 'person:ou_city_' || 1 + id % 10000, id,
      '{"personId":1,"reason":"to-sign","note":null,"urgent":false,"version":1}',
      'notice:' || id || ':1:to-sign:old', logged_at, 'sent', logged_at, 'om_sent_' || id
    from issue where source_message_id like 'om_old_%' and id % 16 = 0;
  insert into inbox (event_id, received_at) select 'old_' || n, now() from generate_series(1, 3000) n;
  insert into inbox_message (message_id, received_at) select 'old_' || n, now() from generate_series(1, 3000) n`;
}

/**
 * @param database migrated, with the demo's zone and at least one problem logged by the product, whose shape the
 * others take
 * @param count problems to add
 */
export async function fillDatabase(server: BenchServer, database: string, count: number): Promise<void> {
  await server.run(CITY, database);
  await server.run(issuesSql(count), database);
  await server.run('vacuum (freeze, analyze)', database);
}
