-- One row a contact: the furthest stage it was seen in. Facts may repeat and overtake each other.
create table contact_fact (
  contact_id uuid not null primary key,
  channel varchar(8) character set ascii collate ascii_bin null,
  domain varchar(40) character set ascii collate ascii_bin null,
  language varchar(3) character set ascii collate ascii_bin null,
  queued_at datetime(6) null,
  answered_at datetime(6) null,
  answered_by uuid null,
  ended_at datetime(6) null,
  outcome varchar(16) character set ascii collate ascii_bin null,
  key contact_fact_queued (queued_at, contact_id),
  key contact_fact_answered (answered_at, answered_by)
);

-- How long each advisor was in which state.
create table presence_fact (
  advisor_id uuid not null,
  since datetime(6) not null,
  left_at datetime(6) null,
  state varchar(10) character set ascii collate ascii_bin not null,
  primary key (advisor_id, since),
  key presence_fact_since (since)
);

-- One row a case, as it was last seen.
create table ticket_fact (
  ticket_id uuid not null primary key,
  domain varchar(40) character set ascii collate ascii_bin not null,
  channel varchar(8) character set ascii collate ascii_bin not null,
  language varchar(3) character set ascii collate ascii_bin not null,
  advisor_id uuid null,
  state varchar(8) character set ascii collate ascii_bin not null,
  created_at datetime(6) not null,
  first_response_at datetime(6) null,
  resolved_at datetime(6) null,
  updated_at datetime(6) not null,
  key ticket_fact_created (created_at),
  key ticket_fact_updated (updated_at)
);
