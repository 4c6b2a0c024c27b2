-- mails are kept compressed; what has been kept long enough loses its bytes and its sender, never its fingerprint
alter table mail_raw modify column bytes longblob compressed not null;
alter table mail_raw_part modify column bytes mediumblob compressed not null;
