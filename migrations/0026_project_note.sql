-- What is said of a project that has no field of its own (备注): lines “column：text” that ledgers brought, or one's own words.
alter table project add column note text;

-- Names chosen until now were kept without what stands in brackets at their end, so 住建局 may have been said of
-- 住建局（质监站）. They are asked once more.
delete from ledger_name;
