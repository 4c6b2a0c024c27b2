-- Pauses that a supervisor put somebody on; open while he has not come back.
create table staff_forced_pause (
    advisor uuid not null,
    at datetime(6) not null,
    supervisor uuid not null,
    reason varchar(40) character set ascii collate ascii_bin not null,
    ended_at datetime(6) null,
    primary key (advisor, at),
    key staff_forced_pause_at (at)
) collate utf8mb4_uca1400_ai_ci;
