-- What kind of push it was, for the health report: has a message, has a click on a card ever arrived?
alter table inbox add column kind text;
