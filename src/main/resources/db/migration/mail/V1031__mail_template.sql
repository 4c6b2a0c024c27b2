-- texts of automatic mails that somebody wrote here; where there is none the delivered one counts
create table mail_template (
  kind varchar(20) character set ascii collate ascii_bin not null,
  language varchar(3) character set ascii collate ascii_bin not null,
  body text not null,
  version bigint not null,
  changed_by uuid not null,
  changed_at datetime(6) not null,
  primary key (kind, language)
) default character set utf8mb4 collate utf8mb4_uca1400_ai_ci;
