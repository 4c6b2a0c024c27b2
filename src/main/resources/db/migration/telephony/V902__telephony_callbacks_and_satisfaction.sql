alter table call_record
  add column language varchar(3) character set ascii collate ascii_bin null,
  add column satisfaction tinyint null;

-- Callbacks we owe. open_number is the number while one is owed, so that there is one at most.
create table callback (
  id uuid not null primary key,
  number varchar(20) character set ascii collate ascii_bin not null,
  open_number varchar(20) character set ascii collate ascii_bin null,
  queue varchar(60) character set ascii collate ascii_bin not null,
  ticket_id uuid not null,
  asked_in varchar(80) character set ascii collate ascii_bin not null,
  since datetime(6) not null,
  due_at datetime(6) not null,
  tries tinyint not null default 0,
  dialled varchar(80) character set ascii collate ascii_bin null,
  ended_at datetime(6) null,
  result varchar(10) character set ascii collate ascii_bin null,
  unique key callback_once (open_number),
  unique key callback_asked (asked_in),
  key callback_due (ended_at, due_at),
  key callback_dialled (dialled)
);
