-- from when a due time counts and how many business minutes, so that it can be counted again when a day off moves
alter table ticket add column due_from datetime(6) null, add column due_minutes bigint null;

-- days off that moved while due times were running; a row goes when all of them are counted again
create table due_recount (
  id bigint not null auto_increment primary key,
  from_day date not null,
  asked_at datetime(6) not null
);
