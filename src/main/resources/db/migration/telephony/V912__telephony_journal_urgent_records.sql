-- A record that says what the live link does not, or that its call is over, is told at once; others may wait for the next of it.
alter table journal_record add column urgent boolean not null default false;
