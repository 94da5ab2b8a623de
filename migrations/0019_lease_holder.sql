-- Processes that send, each with its sign of life, and whose a lease is: so the others can tell a dead one's.
create table lease_holder (
  holder text primary key,
  -- One more with every sign of life: whether it has changed is all that others look at.
  beats bigint not null,
  -- By the clock of the process itself.
  at timestamptz not null
);
alter table outbox add column lease_holder text;
alter table issue_card add column lease_holder text;
