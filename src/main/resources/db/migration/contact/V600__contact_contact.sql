create table contact (
  id uuid not null primary key,
  channel varchar(8) character set ascii collate ascii_bin not null,
  reference varchar(190) character set ascii collate ascii_bin not null,
  person_id uuid null,
  domain varchar(40) character set ascii collate ascii_bin not null,
  language varchar(3) character set ascii collate ascii_bin not null,
  opened_at datetime(6) not null,
  queued_at datetime(6) null,
  answered_at datetime(6) null,
  answered_by uuid null,
  ended_at datetime(6) null,
  outcome varchar(16) character set ascii collate ascii_bin null,
  unique key contact_reference (channel, reference),
  key contact_person (person_id, opened_at)
);
