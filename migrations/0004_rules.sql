-- Where the rules of a project's lights and ladder differ from the deployment's; null: nowhere.
alter table project add column rules jsonb;
