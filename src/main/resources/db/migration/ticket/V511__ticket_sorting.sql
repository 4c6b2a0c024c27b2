-- A case of which the classifier told the domain, what it told, and what people made of it. Its words are not here.
create table case_sorting (
  ticket_id uuid not null primary key,
  said varchar(40) character set ascii collate ascii_bin not null,
  confidence decimal(4,3) not null,
  -- generation of the lessons that the classifier had learned
  lessons bigint not null,
  sorted_at datetime(6) not null,
  -- where it was moved last, by whom; nobody when a program did it
  meant varchar(40) character set ascii collate ascii_bin null,
  moved_by uuid null,
  moved_at datetime(6) null,
  -- whether the knowledge base knows of the last move
  taught tinyint(1) not null default 1,
  key case_sorting_taught (taught, moved_at),
  key case_sorting_at (sorted_at)
);

-- Counted from it, week by week and by how sure the classifier was; counted again as long as cases of a week may still be moved.
create table sorting_week (
  monday date not null,
  -- 0 for what was left to a person, then from the least sure to the surest
  band tinyint not null,
  cases int not null,
  moved int not null,
  -- answered or finished where it was sorted
  kept int not null,
  primary key (monday, band)
);
