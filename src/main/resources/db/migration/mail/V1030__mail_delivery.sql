-- how far each mail of ours got with each who is to read it
create table mail_delivery (
  message_id uuid not null,
  recipient varchar(254) character set utf8mb4 collate utf8mb4_bin not null,
  reference varchar(255) character set ascii collate ascii_bin not null,
  ticket_id uuid not null,
  state varchar(8) character set ascii collate ascii_bin not null,
  code varchar(16) character set ascii collate ascii_bin null,
  -- begun and ended; an attempt that began and did not end may have reached its reader
  attempts int not null,
  answered int not null,
  at datetime(6) not null,
  primary key (message_id, recipient),
  key mail_delivery_reference (reference)
);

-- when a sender was last told the number of a case; one row for each who ever was
create table mail_acknowledged (
  sender varchar(254) character set utf8mb4 collate utf8mb4_bin not null primary key,
  at datetime(6) not null
);
