-- What became of each call's recording. bytes is 0 where none was made, and the row says that nobody looks for it any more.
create table call_recording (
  linkedid varchar(80) character set ascii collate ascii_bin not null primary key,
  bytes bigint not null,
  millis bigint not null,
  peaks varbinary(200) not null,
  purpose varchar(10) character set ascii collate ascii_bin not null,
  made_at datetime(6) not null,
  deleted_at datetime(6) null,
  deleted_because varchar(10) character set ascii collate ascii_bin null,
  deleted_note varchar(300) null,
  deleted_by uuid null,
  key call_recording_age (purpose, deleted_at, made_at)
);

-- Who listened when: one row for each sitting, however many pieces of the file were fetched in it.
create table recording_listening (
  id bigint not null auto_increment primary key,
  linkedid varchar(80) character set ascii collate ascii_bin not null,
  listener_id uuid not null,
  first_at datetime(6) not null,
  last_at datetime(6) not null,
  key recording_listening_call (linkedid, listener_id, last_at)
);

-- Pauses of a recording; open_linkedid is the call while it is paused, so that it is paused once at most.
create table recording_pause (
  id bigint not null auto_increment primary key,
  linkedid varchar(80) character set ascii collate ascii_bin not null,
  open_linkedid varchar(80) character set ascii collate ascii_bin null,
  paused_by uuid not null,
  paused_at datetime(6) not null,
  resumed_by uuid null,
  resumed_at datetime(6) null,
  unique key recording_pause_once (open_linkedid),
  key recording_pause_call (linkedid, paused_at)
);
