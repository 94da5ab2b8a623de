-- Sending slots are shared by all processes: each writes down what it takes and reads what the others took.
-- The one row is the lock and the number of the newest grant.
create table pacing (
  id integer primary key,
  version bigint not null
);
insert into pacing (id, version) values (1, 0);
create table pacing_grant (
  version bigint primary key,
  holder text not null,
  -- By the clock of the process that took the slots.
  at timestamptz not null,
  -- How many of each API and of each group, person or message.
  slots jsonb not null
);
create index pacing_grant_at on pacing_grant (at);
