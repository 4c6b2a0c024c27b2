-- Where an editor knows better than the comparison of two versions whether the rule changed.
create table article_rule_change (
  slug varchar(80) character set ascii collate ascii_bin not null,
  version int not null,
  changed tinyint(1) not null,
  marked_by varchar(80) not null,
  marked_at datetime(6) not null,
  primary key (slug, version)
) default character set utf8mb4 collate utf8mb4_uca1400_ai_ci;
