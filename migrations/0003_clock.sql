-- What comes by itself once a day: planned at most once, whatever restarts, replicas and clocks do.
create table wave (
  kind text not null,
  day date not null,
  planned_at timestamptz not null,
  -- Planned after its window, so that its messages say 补发.
  late boolean not null,
  queued integer not null,
  primary key (kind, day)
);
-- 日小结 (每日跟进), asked for by the group.
alter table chat add column daily_summary boolean not null default false;
-- Cards whose light has just changed are found by these, however many issues are open.
create index issue_blue on issue (blue_at) where blue_at is not null and status not in ('closed', 'void');
create index issue_yellow on issue (yellow_at) where yellow_at is not null and status not in ('closed', 'void');
create index issue_red on issue (red_at) where red_at is not null and status not in ('closed', 'void');
-- Private cards the clock caused, to be told in one message per person.
create index outbox_notice on outbox (target) where kind = 'notice' and state = 'waiting';
