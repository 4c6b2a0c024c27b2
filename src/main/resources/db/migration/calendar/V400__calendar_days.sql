-- first days of Islamic feasts as they were announced; what is not here is an estimate
create table calendar_feast (
    hijri_year int not null,
    feast varchar(20) character set ascii collate ascii_bin not null,
    first_day date not null,
    confirmed_at datetime(6) not null,
    primary key (hijri_year, feast)
) collate utf8mb4_uca1400_ai_ci;

-- days on which the center is closed once
create table calendar_closing (
    day date not null primary key,
    name varchar(120) not null
) collate utf8mb4_uca1400_ai_ci;
