-- Which push a message or a card goes back to, so that one id leads from the log to what was sent.
alter table outbox add column request_id text;
alter table issue_card add column request_id text;
-- When a message was first to go out; due_at moves with every retry, this is what delays are measured from.
alter table outbox add column wanted_at timestamptz;
