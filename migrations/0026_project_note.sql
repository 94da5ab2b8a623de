-- What is said of a project that has no field of its own (备注): lines “column：text” that ledgers brought, or one's own words.
alter table project add column note text;
