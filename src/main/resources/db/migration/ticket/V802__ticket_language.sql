-- a language few write in must not be looked for among all others
create index ticket_language_created on ticket (language, state, created_at, id, domain, channel, advisor_id);
