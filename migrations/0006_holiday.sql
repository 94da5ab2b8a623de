-- Days of imported notices (放假安排); `year` is the notice's, a day of 元旦 may lie in the December before.
create table notice_day (
  year integer not null,
  day date not null,
  kind text not null check (kind in ('off', 'work')),
  name text,
  primary key (year, day)
);

-- One row: the calendar all deadlines are counted with, and how far counting with a newer one has come.
create table recount (
  id integer primary key check (id = 1),
  calendar text,
  -- The program's own part of it, and the one before: two versions side by side must not count in turns.
  built_in text,
  replaced text,
  counted_at timestamptz,
  -- When to look once more for what was written meanwhile under the old calendar.
  recheck_at timestamptz,
  run integer not null default 0,
  -- Null: nothing to count.
  target text,
  target_built_in text,
  begun_at timestamptz,
  after_id integer not null default 0,
  cause text,
  -- Who caused it, and whether that person has the list already.
  actor_id integer references person (id),
  answered boolean not null default false
);

-- Deadlines that moved in a run, for the reports.
create table recount_change (
  run integer not null,
  issue_id integer not null references issue (id),
  person_id integer references person (id),
  from_day date not null,
  to_day date not null,
  -- The day the count gives, where that would have been overdue at once.
  counted_day date,
  primary key (run, issue_id)
);
create index recount_change_person on recount_change (run, person_id);
