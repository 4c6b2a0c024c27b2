create table chat_room (
  id uuid not null primary key,
  version bigint not null,
  language varchar(3) character set ascii collate ascii_bin not null,
  domain varchar(40) character set ascii collate ascii_bin null,
  state varchar(8) character set ascii collate ascii_bin not null,
  state_since datetime(6) not null,
  visitor_name varchar(120) null,
  secret_hash char(64) character set ascii collate ascii_bin not null,
  contact_id uuid null,
  ticket varchar(20) character set ascii collate ascii_bin null,
  advisor_id uuid null,
  last_line int not null,
  opened_at datetime(6) not null,
  unique key chat_room_contact (contact_id),
  key chat_room_advisor (advisor_id, state),
  key chat_room_state (state, state_since),
  key chat_room_ticket (ticket)
);

-- What was said. The room's row is locked while a line is added, so numbers have no gap.
create table chat_line (
  chat_id uuid not null,
  number int not null,
  sender varchar(8) character set ascii collate ascii_bin not null,
  client_id varchar(64) character set ascii collate ascii_bin not null,
  author_id uuid null,
  author varchar(120) null,
  text varchar(4000) not null,
  said_at datetime(6) not null,
  message_id uuid null,
  -- on the timeline of the case
  transcribed boolean not null default false,
  primary key (chat_id, number),
  unique key chat_line_once (chat_id, sender, client_id),
  unique key chat_line_message (message_id)
);

-- Apart from the room, so that being there never waits for what is being said.
create table chat_visitor (
  chat_id uuid not null primary key,
  seen_at datetime(6) not null
);
