-- every mail as it came, kept whatever becomes of it
create table mail_raw (
  id uuid not null primary key,
  sha256 binary(32) not null,
  received_at datetime(6) not null,
  source varchar(190) character set utf8mb4 collate utf8mb4_bin not null,
  size bigint not null,
  state varchar(12) character set ascii collate ascii_bin not null,
  outcome varchar(12) character set ascii collate ascii_bin null,
  ticket varchar(16) character set ascii collate ascii_bin null,
  message_id uuid null,
  reason varchar(60) character set ascii collate ascii_bin null,
  sender varchar(254) character set utf8mb4 collate utf8mb4_bin null,
  acknowledged tinyint(1) not null default 0,
  attempts int not null default 0,
  retry_at datetime(6) not null,
  bytes longblob not null,
  unique key mail_raw_sha256 (sha256),
  key mail_raw_state (state, retry_at),
  key mail_raw_sender (sender, acknowledged, received_at)
);

-- what goes beyond the first megabytes, in parts, so that no statement outgrows max_allowed_packet
create table mail_raw_part (
  raw_id uuid not null,
  part int not null,
  bytes mediumblob not null,
  primary key (raw_id, part)
);

-- which Message-ID belongs to which case; the same id with the same content is the same mail
create table mail_thread (
  reference varchar(255) character set ascii collate ascii_bin not null,
  fingerprint binary(32) not null,
  direction varchar(4) character set ascii collate ascii_bin not null,
  ticket_id uuid not null,
  ticket varchar(16) character set ascii collate ascii_bin not null,
  message_id uuid not null,
  address varchar(254) character set utf8mb4 collate utf8mb4_bin not null,
  at datetime(6) not null,
  primary key (reference, fingerprint),
  key mail_thread_ticket (ticket_id, at)
);

-- how far a mailbox has been read
create table mail_mailbox (
  name varchar(190) character set utf8mb4 collate utf8mb4_bin not null primary key,
  uid_validity bigint not null,
  last_uid bigint not null,
  read_at datetime(6) not null
);
