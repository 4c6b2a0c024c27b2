-- Whom a mail was sent to beside its recipient: addresses, a space between them. A message of ours leaves to them too. The last column, so
-- that no row is moved.
alter table message add column copies varchar(5200) not null default '';
