-- Files of several exchanges, some of them shipped from other hosts: inodes repeat, and each exchange is missed by itself. heard_at is when
-- anything came, also an empty piece with which a shipper says that it is there; lines_at when lines of CEL came.
alter table journal_position
  add column exchange varchar(20) character set ascii collate ascii_bin not null default '',
  add column heard_at datetime(6) null,
  add column lines_at datetime(6) null;

alter table journal_unreadable
  add column file varchar(300) collate utf8mb4_bin not null default '',
  drop key journal_unreadable_once,
  add unique key journal_unreadable_once (file, source, inode, position);
