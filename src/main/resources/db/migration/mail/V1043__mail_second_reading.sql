-- which original a message was made of
create index mail_raw_message on mail_raw (message_id);

-- spans of mails that are read again from their originals, and how far that is
create table mail_second_reading (
  id bigint not null auto_increment primary key,
  from_at datetime(6) not null,
  until_at datetime(6) not null,
  asked_by uuid not null,
  asked_at datetime(6) not null,
  -- the last original that was looked at
  last_id uuid not null,
  total int not null,
  looked int not null default 0,
  changed int not null default 0,
  failed int not null default 0,
  finished_at datetime(6) null
);
