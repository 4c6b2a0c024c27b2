-- What a reader thought of the version he read; nothing about him, and no hour.
create table article_opinion (
  id uuid not null primary key,
  slug varchar(80) character set ascii collate ascii_bin not null,
  language varchar(3) character set ascii collate ascii_bin not null,
  version int not null,
  helped tinyint(1) not null,
  words varchar(1000) not null,
  on_day date not null,
  key article_opinion_of (slug, language, version, helped, on_day),
  key article_opinion_day (on_day)
) default character set utf8mb4 collate utf8mb4_uca1400_ai_ci;
