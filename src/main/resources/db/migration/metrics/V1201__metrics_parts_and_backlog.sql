-- What figures read lies in one index; what waits now is found without looking at what is over.
alter table contact_fact
  -- talk, hold and after-call work of all who had it, in microseconds
  add column handled bigint null,
  -- when he was answered or gave up; far away while he waits
  add column left_line_at datetime(6) as (coalesce(answered_at, ended_at, '9999-12-31')) persistent,
  drop key contact_fact_queued,
  drop key contact_fact_answered,
  add key contact_fact_figures (queued_at, contact_id, channel, domain, language, answered_at, ended_at, outcome, handled),
  add key contact_fact_answered (answered_at, answered_by, channel, domain, language),
  add key contact_fact_line (left_line_at, queued_at, channel, domain, language);

-- Whose a live conversation was, and for how long: after a transfer each advisor has his own part.
create table handling_fact (
  contact_id uuid not null,
  advisor_id uuid not null,
  since datetime(6) not null,
  left_at datetime(6) null,
  -- in microseconds, once it is over
  after_work bigint null,
  channel varchar(8) character set ascii collate ascii_bin not null,
  domain varchar(40) character set ascii collate ascii_bin not null,
  language varchar(3) character set ascii collate ascii_bin not null,
  left_key datetime(6) as (coalesce(left_at, '9999-12-31')) persistent,
  primary key (contact_id, advisor_id, since),
  key handling_fact_time (left_key, since, advisor_id, after_work, channel, domain, language),
  key handling_fact_advisor (advisor_id, left_at)
);

create table assignment_fact (
  advisor_id uuid not null,
  at datetime(6) not null,
  contact_id uuid not null,
  channel varchar(8) character set ascii collate ascii_bin not null,
  primary key (at, advisor_id, contact_id)
);

alter table presence_fact
  add column left_key datetime(6) as (coalesce(left_at, '9999-12-31')) persistent,
  drop key presence_fact_since,
  add key presence_fact_time (left_key, since, advisor_id, state);

alter table ticket_fact
  add column requester_id uuid null,
  add column version bigint not null default -1,
  add column resolved_key datetime(6) as (coalesce(resolved_at, '9999-12-31')) persistent,
  add key ticket_fact_backlog (resolved_key, created_at, ticket_id, domain, channel, language, advisor_id),
  add key ticket_fact_requester (requester_id, domain);

-- When a case was resolved or closed, and when it was opened again.
create table case_turn (
  ticket_id uuid not null,
  at datetime(6) not null,
  finished boolean not null,
  primary key (ticket_id, at),
  key case_turn_time (finished, at, ticket_id)
);

-- The contacts of a case, whatever their channel.
create table case_contact (
  ticket_id uuid not null,
  contact_id uuid not null,
  at datetime(6) not null,
  primary key (ticket_id, at, contact_id)
);
