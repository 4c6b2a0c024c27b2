create table person (
  id uuid not null primary key,
  name varchar(200) null,
  language varchar(3) character set ascii collate ascii_bin not null,
  created_at datetime(6) not null,
  updated_at datetime(6) not null,
  key person_name (name)
) default character set utf8mb4 collate utf8mb4_uca1400_ai_ci;

-- one number is one person: the key decides when two meet him at once
create table person_phone (
  e164 varchar(16) character set ascii collate ascii_bin not null primary key,
  person_id uuid not null,
  met_at datetime(6) not null,
  key person_phone_person (person_id)
);

create table person_email (
  address varchar(254) character set utf8mb4 collate utf8mb4_bin not null primary key,
  person_id uuid not null,
  met_at datetime(6) not null,
  key person_email_person (person_id)
);

create table association (
  id uuid not null primary key,
  name varchar(300) not null,
  city varchar(120) not null,
  receipt_number varchar(60) null,
  created_at datetime(6) not null,
  unique key association_name (name, city)
) default character set utf8mb4 collate utf8mb4_uca1400_ai_ci;

create table mandate (
  person_id uuid not null,
  association_id uuid not null,
  role varchar(40) character set ascii collate ascii_bin not null,
  since datetime(6) not null,
  primary key (person_id, association_id, role),
  key mandate_association (association_id)
);
