-- Names a unit bore before, which people go on using; and that it was merged (successorId) or abolished.
alter table unit add column former_names jsonb not null default '[]';
alter table unit add column closed jsonb;
