-- Figures (统计) of whole areas, summed for each month that is over. A month counts as summed while nothing in it has
-- changed since; what is not summed is counted as it stands.
create table figure_month (
  from_at timestamptz primary key,
  until_at timestamptz not null,
  -- How it was counted; summed by another version of the program or for another time zone it is of no use.
  formula text not null,
  summed_at timestamptz not null
);
create table figure_sum (
  from_at timestamptz not null references figure_month on delete cascade,
  area_id integer not null references area,
  figure text not null,
  n integer not null,
  hits integer not null,
  primary key (from_at, area_id, figure)
);
-- How many took from which day to which.
create table figure_span (
  from_at timestamptz not null references figure_month on delete cascade,
  area_id integer not null references area,
  first_day date not null,
  last_day date not null,
  n integer not null,
  primary key (from_at, area_id, first_day, last_day)
);

-- An instant in whose month something changed that figures count. Only added to, so that nobody waits for anybody.
create table figure_change (
  at timestamptz not null
);

-- Who writes waits from the start: asking for more of the table in the middle could be a deadlock.
lock table issue in share row exclusive mode;

-- Imported as struck off without a day: when is not known, so it is in no period.
update issue set closed_at = null
  where status = 'closed' and facts -> 'imported' is not null and done_at is null and closed_by is null;
-- The same from a process of the version before that still runs beside.
create function close_on_no_day() returns trigger language plpgsql as $$ begin
  new.closed_at := null;
  return new;
end $$;
create trigger closed_on_no_day before insert on issue for each row
  when (new.status = 'closed' and new.facts -> 'imported' is not null and new.done_at is null and new.closed_by is null)
  execute function close_on_no_day();
create index issue_undated on issue (area_id) where status = 'closed' and closed_at is null;
-- As its predicate is, PostgreSQL knows without statistics that few fit.
create index issue_appeal on issue (area_id) where facts @> '{"appeal": {}}';

-- What there is already, for days of any time zone: the ends of each day.
insert into figure_change (at)
  select distinct unnest(array[min(at), max(at)])
  from (select logged_at as at from issue union all select closed_at from issue where closed_at is not null) happened
  group by (at at time zone 'UTC')::date;

-- Counted by when it was logged (db/figures.ts): of an update only what those figures look at.
create function note_logged_change() returns trigger language plpgsql as $$ begin
  insert into figure_change select old.logged_at where old.logged_at is not null
    union select new.logged_at where new.logged_at is not null;
  return null;
end $$;
create trigger logged_stored after insert or delete on issue for each row execute function note_logged_change();
create trigger logged_changed after update on issue for each row
  when ((old.area_id, old.kind, old.logged_at, old.routed_at, old.unit_id, old.on_the_spot, old.status = 'void',
      old.facts -> 'imported' is null, old.status = 'closed' and old.closed_at is null)
    is distinct from (new.area_id, new.kind, new.logged_at, new.routed_at, new.unit_id, new.on_the_spot,
      new.status = 'void', new.facts -> 'imported' is null, new.status = 'closed' and new.closed_at is null))
  execute function note_logged_change();

-- Counted by when it was closed: any change of what is, or was, closed.
create function note_closed_change() returns trigger language plpgsql as $$ begin
  insert into figure_change select old.closed_at where old.status = 'closed' and old.closed_at is not null
    union select new.closed_at where new.status = 'closed' and new.closed_at is not null;
  return null;
end $$;
create trigger closed_stored after insert on issue for each row when (new.status = 'closed')
  execute function note_closed_change();
create trigger closed_deleted after delete on issue for each row when (old.status = 'closed')
  execute function note_closed_change();
create trigger closed_changed after update on issue for each row
  when (old.status = 'closed' or new.status = 'closed') execute function note_closed_change();
