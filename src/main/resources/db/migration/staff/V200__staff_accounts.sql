create table staff_account (
    id uuid not null primary key,
    version int not null,
    username varchar(60) character set ascii collate ascii_bin not null,
    name varchar(120) not null,
    language varchar(3) character set ascii collate ascii_bin not null,
    extension varchar(20) character set ascii collate ascii_bin null,
    password_hash varchar(255) character set ascii collate ascii_bin not null,
    chats int not null,
    mails int not null,
    created_at datetime(6) not null,
    disabled_at datetime(6) null,
    unique key staff_account_username (username),
    unique key staff_account_extension (extension)
) collate utf8mb4_uca1400_ai_ci;

create table staff_role (
    account uuid not null,
    role varchar(20) character set ascii collate ascii_bin not null,
    primary key (account, role),
    constraint staff_role_account foreign key (account) references staff_account (id)
) collate utf8mb4_uca1400_ai_ci;

create table staff_skill (
    account uuid not null,
    domain varchar(40) character set ascii collate ascii_bin not null,
    language varchar(3) character set ascii collate ascii_bin not null,
    level int not null,
    primary key (account, domain, language),
    constraint staff_skill_account foreign key (account) references staff_account (id)
) collate utf8mb4_uca1400_ai_ci;

create table staff_presence (
    advisor uuid not null primary key,
    state varchar(10) character set ascii collate ascii_bin not null,
    reason varchar(40) character set ascii collate ascii_bin null,
    since datetime(6) not null,
    key staff_presence_state (state)
) collate utf8mb4_uca1400_ai_ci;

-- only the hash of a token is known here; the token itself was shown once
create table staff_api_token (
    id uuid not null primary key,
    name varchar(120) not null,
    hash binary(32) not null,
    scopes varchar(120) character set ascii collate ascii_bin not null,
    created_at datetime(6) not null,
    revoked_at datetime(6) null,
    unique key staff_api_token_hash (hash)
) collate utf8mb4_uca1400_ai_ci;
