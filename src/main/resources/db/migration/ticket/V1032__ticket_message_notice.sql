-- written without having been asked; the last column, so that no row is touched
alter table message add column notice tinyint(1) not null default 0;
