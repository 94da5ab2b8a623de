-- Figures (统计) come from the index alone: what is counted by when it was logged, or closed, of each unit, project and
-- kind of matter.
create index issue_logged_figures on issue (area_id, kind, logged_at)
  include (id, status, routed_at, on_the_spot, unit_id, project_id, category_id);
create index issue_closed_figures on issue (area_id, kind, closed_at)
  include (id, unit_id, project_id, category_id, logged_at, done_at, deadline_at) where status = 'closed';
-- What rates leave out, and what the enterprise said: told by facts, so they stand in indexes of their own.
create index issue_uncounted on issue (id) where status = 'closed'
  and not (facts -> 'appeal' ->> 'decision' is distinct from 'exempt' and coalesce(jsonb_array_length(facts -> 'pauses'), 0) = 0
    and deadline_day < date '2999-12-31'
    and coalesce(facts -> 'imported' -> 'unrated' is null and facts -> 'imported' -> 'sleeping' is null, true));
create index issue_imported on issue (id) where facts -> 'imported' is not null;
create index issue_untimed on issue (area_id)
  where status = 'closed' and facts -> 'imported' is not null and done_at is null;
create index issue_rated on issue (id) where status = 'closed' and facts -> 'satisfaction' ->> 'score' is not null;
create index issue_content on issue (id)
  where status = 'closed' and facts -> 'satisfaction' ->> 'score' in ('satisfied', 'fairly');
create index issue_appealed on issue (area_id) where facts -> 'appeal' ->> 'at' is not null;
create index issue_deferral on issue (area_id, logged_at) where kind = 'deferral';
create index issue_task on issue (area_id) where kind = 'task';
