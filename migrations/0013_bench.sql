-- What the clock goes over by number (audit, recount, redrawing, the morning's pages): open ones and those to look back
-- on, however many are closed between them.
create index issue_clock on issue (id) where status not in ('closed', 'void') or look_back_on is not null;
