-- by which link an address that was sent a notice asks for no more, and since when it wants none
create table mail_notices (
  address varchar(254) character set utf8mb4 collate utf8mb4_bin not null primary key,
  token char(32) character set ascii collate ascii_bin not null,
  stopped_at datetime(6) null,
  unique key mail_notices_token (token)
);
