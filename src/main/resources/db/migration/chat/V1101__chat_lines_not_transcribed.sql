-- what is not on the timeline of its case yet is found without looking at what is
create index chat_line_behind on chat_line (transcribed, said_at, chat_id);
