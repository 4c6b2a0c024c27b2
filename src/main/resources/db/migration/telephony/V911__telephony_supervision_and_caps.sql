-- What supervisors did with calls.
create table call_supervision (
  id bigint not null auto_increment primary key,
  linkedid varchar(80) character set ascii collate ascii_bin not null,
  supervisor_id uuid not null,
  act varchar(10) character set ascii collate ascii_bin not null,
  detail varchar(80) not null,
  at datetime(6) not null,
  key call_supervision_call (linkedid, at)
);

-- One row, locked by whoever begins a call: so that two at once are counted one after the other.
create table dial_gate (
  id tinyint not null primary key
);
insert into dial_gate (id) values (1);
