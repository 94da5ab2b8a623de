-- A board link belongs to the one browser it was first opened in; kept is a hash of what that browser alone holds. Links made
-- before are opened once more.
alter table board_link add column browser text;
