-- the contacts the router has in hand: who waits, and who is with whom; a row goes when the advisor has done with it
create table routing_line (
    contact uuid not null primary key,
    state varchar(8) character set ascii collate ascii_bin not null,
    channel varchar(4) character set ascii collate ascii_bin not null,
    domain varchar(40) character set ascii collate ascii_bin not null,
    language varchar(3) character set ascii collate ascii_bin not null,
    priority varchar(6) character set ascii collate ascii_bin not null,
    since datetime(6) not null,
    -- since, less the head start of the priority: the order of service
    rank_at datetime(6) not null,
    preferred uuid null,
    avoided uuid null,
    avoided_until datetime(6) null,
    advisor uuid null,
    assignment uuid null,
    key routing_line_group (state, channel, domain, language, rank_at),
    key routing_line_preferred (preferred, state, rank_at),
    key routing_line_advisor (advisor, channel)
) collate utf8mb4_uca1400_ai_ci;

-- who had which contact, and why; never deleted
create table routing_assignment (
    id uuid not null primary key,
    contact uuid not null,
    channel varchar(4) character set ascii collate ascii_bin not null,
    advisor uuid not null,
    reason varchar(40) character set ascii collate ascii_bin not null,
    arguments varchar(500) not null,
    at datetime(6) not null,
    released_at datetime(6) null,
    released_reason varchar(40) character set ascii collate ascii_bin null,
    key routing_assignment_contact (contact, at),
    key routing_assignment_advisor (advisor, at)
) collate utf8mb4_uca1400_ai_ci;

-- one row an advisor; every change of what he has raises the version, so that a decision taken on older figures fails
create table routing_desk (
    advisor uuid not null primary key,
    version bigint not null,
    changed_at datetime(6) not null,
    reserved_for uuid null,
    reserved_until datetime(6) null
) collate utf8mb4_uca1400_ai_ci;

-- whoever decides holds this row: one node at a time
create table routing_turn (
    id int not null primary key
) collate utf8mb4_uca1400_ai_ci;

insert into routing_turn (id) values (1);
