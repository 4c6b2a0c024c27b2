-- How long of his part an advisor made the other side wait, in microseconds.
alter table handling_fact
  add column hold bigint not null default 0 after left_at,
  drop key handling_fact_time,
  add key handling_fact_time (left_key, since, advisor_id, hold, after_work, channel, domain, language);
