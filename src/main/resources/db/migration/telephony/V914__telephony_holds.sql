-- Each moment at which a channel put the others on hold or came back; told twice, or late, it is the same row.
create table call_hold_turn (
  linkedid varchar(80) character set ascii collate ascii_bin not null,
  uniqueid varchar(80) character set ascii collate ascii_bin not null,
  at datetime(6) not null,
  held boolean not null,
  primary key (linkedid, uniqueid, at)
);
