-- Why nobody answered a call we made.
alter table call_record
  add column unanswered varchar(20) character set ascii collate ascii_bin null;
