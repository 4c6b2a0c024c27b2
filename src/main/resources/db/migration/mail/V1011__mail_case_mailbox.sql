-- by which mailbox a case came in, where it is not the center's own address: its answers leave with that one's address and signature
create table mail_case_mailbox (
  ticket varchar(16) character set ascii collate ascii_bin not null primary key,
  address varchar(254) character set utf8mb4 collate utf8mb4_bin not null
);
