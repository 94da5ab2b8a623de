-- The version of its issue a person last asked this card to show: only then an old card is posted anew.
alter table issue_card add column asked_version int;
