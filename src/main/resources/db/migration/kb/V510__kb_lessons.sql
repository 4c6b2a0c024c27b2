-- What advisors corrected of the sorting: no text, only its words in the form in which they are compared, in the order of the alphabet.
create table lesson (
  -- the case; moved again, it is the same row with what was said last
  source uuid not null primary key,
  said varchar(40) character set ascii collate ascii_bin not null,
  meant varchar(40) character set ascii collate ascii_bin not null,
  teacher uuid not null,
  at datetime(6) not null,
  features text character set utf8mb4 collate utf8mb4_bin not null,
  words text character set utf8mb4 collate utf8mb4_bin not null,
  -- what a supervisor does not believe; kept so that it is not learned again
  dropped tinyint(1) not null default 0,
  key lesson_at (at)
) default character set utf8mb4 collate utf8mb4_uca1400_ai_ci;

-- One row. Whoever changes what is learned gives it another generation in the same transaction; every node reads both together.
create table lesson_book (
  id tinyint not null primary key,
  generation bigint not null,
  learning tinyint(1) not null
);
insert into lesson_book (id, generation, learning) values (1, 0, 1);

-- Who switched learning on or off, or dropped a lesson.
create table lesson_log (
  id uuid not null primary key,
  at datetime(6) not null,
  who varchar(80) not null,
  did varchar(10) character set ascii collate ascii_bin not null,
  source uuid null
) default character set utf8mb4 collate utf8mb4_uca1400_ai_ci;
