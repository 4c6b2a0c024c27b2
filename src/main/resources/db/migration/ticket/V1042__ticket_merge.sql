-- which case this one is a part of now; the last column, so that no row is touched
alter table ticket add column merged_into uuid null;

-- The same seen from the other case, and small: only cases that are parts of others. What was said in them stays theirs.
create table ticket_merge (
  ticket_id uuid not null primary key,
  into_id uuid not null,
  -- where the chain of merges ends: the case that is worked on
  surviving_id uuid not null,
  requester_id uuid null,
  -- whether the other case knew no requester and took this one's
  lent tinyint(1) not null,
  merged_by uuid not null,
  merged_at datetime(6) not null,
  key ticket_merge_into (into_id),
  key ticket_merge_surviving (surviving_id),
  key ticket_merge_requester (requester_id)
);
