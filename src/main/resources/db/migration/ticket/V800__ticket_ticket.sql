create table ticket (
  id uuid not null primary key,
  number varchar(16) character set ascii collate ascii_bin not null,
  subject varchar(300) not null,
  state varchar(8) character set ascii collate ascii_bin not null,
  priority varchar(8) character set ascii collate ascii_bin not null,
  domain varchar(40) character set ascii collate ascii_bin not null,
  language varchar(3) character set ascii collate ascii_bin not null,
  channel varchar(8) character set ascii collate ascii_bin not null,
  requester_id uuid null,
  association varchar(300) null,
  advisor_id uuid null,
  created_at datetime(6) not null,
  updated_at datetime(6) not null,
  first_response_at datetime(6) null,
  resolved_at datetime(6) null,
  closed_at datetime(6) null,
  due_at datetime(6) null,
  version bigint not null,
  -- cases without a due time come last in the order of due times
  due_key datetime(6) as (coalesce(due_at, '9999-12-31')) persistent,
  unique key ticket_number (number),
  -- lists read the first rows of one range for each state, so that closed cases cost nothing
  key ticket_created (created_at, id, state, domain, language, channel, advisor_id),
  key ticket_updated (updated_at, id, state, domain, language, channel, advisor_id),
  key ticket_state_created (state, created_at, id, domain, language, channel, advisor_id),
  key ticket_state_updated (state, updated_at, id, domain, language, channel, advisor_id),
  key ticket_state_due (state, due_key, id, domain, language, channel, advisor_id),
  key ticket_advisor_created (advisor_id, state, created_at, id, domain, language, channel),
  key ticket_advisor_updated (advisor_id, state, updated_at, id, domain, language, channel),
  key ticket_domain_created (domain, state, created_at, id, language, channel, advisor_id),
  key ticket_requester (requester_id, created_at, id, state)
) default character set utf8mb4 collate utf8mb4_uca1400_ai_ci;

create table ticket_tag (
  ticket_id uuid not null,
  tag varchar(60) not null,
  primary key (ticket_id, tag)
) default character set utf8mb4 collate utf8mb4_uca1400_ai_ci;

create table ticket_link (
  ticket_id uuid not null,
  linked_id uuid not null,
  linked_at datetime(6) not null,
  primary key (ticket_id, linked_id)
);

-- the contacts of a case; settled when the case has nothing more to tell routing about it
create table ticket_contact (
  contact_id uuid not null primary key,
  ticket_id uuid not null,
  settled tinyint(1) not null default 0,
  key ticket_contact_ticket (ticket_id, settled)
);

create table ticket_call (
  ticket_id uuid not null,
  contact_id uuid not null,
  primary key (ticket_id, contact_id)
);

create table draft (
  ticket_id uuid not null,
  author_id uuid not null,
  body mediumtext not null,
  updated_at datetime(6) not null,
  primary key (ticket_id, author_id)
) default character set utf8mb4 collate utf8mb4_uca1400_ai_ci;
