-- Whether it is known what became of the call's recording, so that whoever looks for recordings reads no call twice. The last column, so
-- that no row is moved.
alter table call_record add column recording_decided boolean not null default false;

update call_record join call_recording using (linkedid) set recording_decided = true;

alter table call_record add key call_record_undecided (recording_decided, recording_consent, ended_at);
