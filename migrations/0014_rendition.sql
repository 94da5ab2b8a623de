-- As what a message or card is tried next (as text, masked), which used to stand at the head of its last error.
alter table outbox add column rendition text;
alter table issue_card add column rendition text;
