-- Who has just asked is found among all that waits after an outage, and what waits for one target in its order.
create index outbox_wanted on outbox (wanted_at) where due_at is not null;
create index outbox_waiting on outbox (target, due_at, seq) where due_at is not null;
