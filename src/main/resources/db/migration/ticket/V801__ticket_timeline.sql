-- all that happened in a case lies together, in its order
create table timeline (
  ticket_id uuid not null,
  at datetime(6) not null,
  seq bigint not null auto_increment,
  kind varchar(10) character set ascii collate ascii_bin not null,
  message_id uuid null,
  contact_id uuid null,
  staff_id uuid null,
  detail text null,
  primary key (ticket_id, at, seq),
  unique key timeline_seq (seq)
) default character set utf8mb4 collate utf8mb4_uca1400_ai_ci;

create table message (
  id uuid not null primary key,
  ticket_id uuid not null,
  contact_id uuid null,
  channel varchar(8) character set ascii collate ascii_bin not null,
  direction varchar(4) character set ascii collate ascii_bin not null,
  automatic tinyint(1) not null,
  author_id uuid null,
  sender varchar(400) not null,
  recipient varchar(1000) not null,
  subject varchar(1000) not null,
  body mediumtext not null,
  html mediumtext null,
  delivery varchar(8) character set ascii collate ascii_bin not null,
  failure varchar(60) character set ascii collate ascii_bin null,
  at datetime(6) not null,
  -- what full-text search sees: the words of subject and body, folded
  words mediumtext not null,
  key message_ticket (ticket_id, at),
  fulltext key message_words (words)
) default character set utf8mb4 collate utf8mb4_uca1400_ai_ci;

create table note (
  id uuid not null primary key,
  ticket_id uuid not null,
  author_id uuid not null,
  body mediumtext not null,
  at datetime(6) not null
) default character set utf8mb4 collate utf8mb4_uca1400_ai_ci;

create table attachment (
  id uuid not null primary key,
  ticket_id uuid not null,
  message_id uuid not null,
  position int not null,
  name varchar(255) not null,
  type varchar(150) not null,
  size bigint not null,
  sha256 char(64) character set ascii collate ascii_bin not null,
  content_id varchar(300) null,
  key attachment_message (message_id)
) default character set utf8mb4 collate utf8mb4_uca1400_ai_ci;

-- in parts, so that no statement outgrows max_allowed_packet
create table attachment_part (
  attachment_id uuid not null,
  part int not null,
  bytes mediumblob not null,
  primary key (attachment_id, part)
);

-- what has to leave; a row goes when its message has left or never will
create table outbox (
  message_id uuid not null primary key,
  ticket_id uuid not null,
  queued_at datetime(6) not null,
  due_at datetime(6) not null,
  attempts int not null,
  key outbox_due (due_at)
);
