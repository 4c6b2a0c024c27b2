-- One row a call, named by the exchange's Linkedid; a stage is written once and stays.
create table call_record (
  linkedid varchar(80) character set ascii collate ascii_bin not null primary key,
  contact_id uuid not null,
  ticket_id uuid null,
  direction varchar(3) character set ascii collate ascii_bin not null,
  caller varchar(20) character set ascii collate ascii_bin null,
  dialled varchar(40) character set ascii collate ascii_bin not null,
  queue varchar(60) character set ascii collate ascii_bin null,
  started_at datetime(6) not null,
  queued_at datetime(6) null,
  answered_at datetime(6) null,
  over_at datetime(6) null,
  ended_at datetime(6) null,
  outcome varchar(16) character set ascii collate ascii_bin null,
  wait_millis bigint null,
  talk_millis bigint null,
  exit_hint varchar(16) character set ascii collate ascii_bin null,
  advisor_id uuid null,
  recording_consent boolean null,
  key call_record_contact (contact_id),
  key call_record_started (started_at, linkedid),
  key call_record_caller (caller, started_at),
  key call_record_open (ended_at, started_at)
);

create table call_leg (
  uniqueid varchar(80) character set ascii collate ascii_bin not null,
  linkedid varchar(80) character set ascii collate ascii_bin not null,
  channel varchar(120) character set ascii collate ascii_bin not null,
  kind varchar(10) character set ascii collate ascii_bin not null,
  advisor_id uuid null,
  started_at datetime(6) not null,
  answered_at datetime(6) null,
  ended_at datetime(6) null,
  primary key (linkedid, uniqueid)
);

-- The journal as the exchange wrote it: a line is here once, whatever was read twice.
create table journal_record (
  id bigint not null auto_increment primary key,
  digest binary(32) not null,
  source varchar(5) character set ascii collate ascii_bin not null,
  linkedid varchar(80) character set ascii collate ascii_bin not null,
  at datetime(6) not null,
  line text not null,
  state tinyint not null default 0,
  unique key journal_record_once (digest),
  key journal_record_call (linkedid, at),
  key journal_record_state (state, id)
);

-- How far each file was read; written in the transaction that stores its lines.
create table journal_position (
  source varchar(5) character set ascii collate ascii_bin not null primary key,
  inode bigint not null,
  position bigint not null,
  unreadable bigint not null default 0
);

-- Lines that are no record, kept for whoever wants to know why.
create table journal_unreadable (
  id bigint not null auto_increment primary key,
  source varchar(5) character set ascii collate ascii_bin not null,
  inode bigint not null,
  position bigint not null,
  line text not null,
  unique key journal_unreadable_once (source, inode, position)
);
