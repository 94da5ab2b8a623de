-- Questions about steps (本周催办了几次, 上周签收的) find their rows by step and day, those about a past day what may have
-- stood otherwise then, not by reading everything.
create index history_step on history (verb, at) include (issue_id);
create index issue_void on issue (id) where status = 'void';
