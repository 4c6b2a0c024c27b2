-- how a mailbox is doing: when it was last reached, how many mails are still to be taken of how many, what is wrong since when
alter table mail_mailbox
  modify read_at datetime(6) null,
  add column backlog int not null default 0,
  add column behind int not null default 0,
  add column trouble varchar(20) character set ascii collate ascii_bin null,
  add column trouble_since datetime(6) null,
  add column next_at datetime(6) null;

-- mails that could not be taken and are still in their mailbox: too big, or the server does not give them
create table mail_left (
  mailbox varchar(190) character set utf8mb4 collate utf8mb4_bin not null,
  uid_validity bigint not null,
  uid bigint not null,
  size bigint not null,
  since datetime(6) not null,
  retry_at datetime(6) not null,
  primary key (mailbox, uid_validity, uid)
);
