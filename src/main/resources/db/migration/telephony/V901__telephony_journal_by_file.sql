-- Several exchanges may write journals: a position belongs to a file, not to a kind of file.
drop table journal_position;

create table journal_position (
  file varchar(300) collate utf8mb4_bin not null primary key,
  inode bigint not null,
  position bigint not null,
  unreadable bigint not null default 0
);
