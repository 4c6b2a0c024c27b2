-- Which case was told which version of an article; the timeline says it too, but cannot be asked by article.
create table case_told (
  ticket_id uuid not null,
  slug varchar(80) character set ascii collate ascii_bin not null,
  version int not null,
  told_at datetime(6) not null,
  primary key (ticket_id, slug, version),
  key case_told_article (slug, version, ticket_id, told_at)
);

insert ignore into case_told (ticket_id, slug, version, told_at)
select ticket_id, json_value(detail, '$[0]'), json_value(detail, '$[2]'), at from timeline where kind = 'ARTICLE';

-- Each case is told once that a version took the place of what it was told.
create table case_recontact (
  ticket_id uuid not null,
  slug varchar(80) character set ascii collate ascii_bin not null,
  version int not null,
  how varchar(8) character set ascii collate ascii_bin not null,
  staff_id uuid not null,
  at datetime(6) not null,
  primary key (ticket_id, slug, version)
);
