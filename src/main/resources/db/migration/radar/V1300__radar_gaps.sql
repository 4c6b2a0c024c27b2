-- A need that the knowledge base does not answer, in whatever words and languages it was asked for.
create table gap_need (
  id uuid not null primary key,
  -- the question that is most like the others
  label varchar(400) not null,
  state varchar(10) character set ascii collate ascii_bin not null,
  -- asked for again after it was done
  came_back tinyint(1) not null,
  changed_by varchar(80) null,
  changed_at datetime(6) null,
  key gap_need_state (state)
) default character set utf8mb4 collate utf8mb4_uca1400_ai_ci;

-- A question without a good answer, without anything that tells whose it was; the same of one source is one row.
create table gap_question (
  id uuid not null primary key,
  origin varchar(10) character set ascii collate ascii_bin not null,
  source varchar(60) character set ascii collate ascii_bin not null,
  asked_on date not null,
  text varchar(400) not null,
  language varchar(3) character set ascii collate ascii_bin not null,
  domain varchar(40) character set ascii collate ascii_bin not null,
  ticket_id uuid null,
  -- what advisors spent on the case
  seconds bigint not null default 0,
  need_id uuid null,
  unique key gap_question_source (origin, source),
  key gap_question_need (need_id, asked_on),
  key gap_question_day (asked_on)
) default character set utf8mb4 collate utf8mb4_uca1400_ai_ci;

-- up to which case the radar has looked
create table gap_progress (
  name varchar(20) character set ascii collate ascii_bin not null primary key,
  at datetime(6) not null
);
