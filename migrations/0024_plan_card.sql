-- Messages that show a plan, to be drawn anew when somebody agrees to it or another takes its place.
create table plan_card (
  message_id text primary key,
  plan_id int not null references plan
);
create index plan_card_of on plan_card (plan_id);

-- A daily quantity that was switched off; what was reported stays.
alter table quantity add column ended_on date;
