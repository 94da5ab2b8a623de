-- 减负账单 of a month that is over: sent messages are kept for 60 days only, their sums for good.
create table burden_month (
  area_id integer not null references area (id),
  -- First day of the month.
  month date not null,
  payload jsonb not null,
  made_at timestamptz not null,
  primary key (area_id, month)
);
