-- as what a mail came to a case: of somebody it belongs to, of a third party, of a machine
alter table mail_thread add column role varchar(8) character set ascii collate ascii_bin not null default 'PARTY';

-- what an advisor has to know about a message, told beside it
create table mail_remark (
  message_id uuid not null,
  position int not null,
  code varchar(40) character set ascii collate ascii_bin not null,
  arguments text not null,
  primary key (message_id, position)
) default character set utf8mb4 collate utf8mb4_uca1400_ai_ci;

-- addresses that gave a mail of ours back for good; one that writes to us later is well again
create table mail_undeliverable (
  address varchar(254) character set utf8mb4 collate utf8mb4_bin not null primary key,
  reason varchar(12) character set ascii collate ascii_bin not null,
  status varchar(16) character set ascii collate ascii_bin not null,
  text varchar(500) character set utf8mb4 collate utf8mb4_uca1400_ai_ci not null,
  at datetime(6) not null,
  times int not null
);

-- who writes to cases faster than people do, or which case grows faster; held until then
create table mail_stop (
  subject varchar(254) character set utf8mb4 collate utf8mb4_bin not null primary key,
  reason varchar(40) character set ascii collate ascii_bin not null,
  since datetime(6) not null,
  until datetime(6) not null,
  key mail_stop_until (until)
);
