-- 固化措施 are few among many issues; a new card asks for them first.
create index issue_measure on issue (project_id) where measure is not null;
