-- Who is in the room of an hour by video right now: one device a person. One that has not been heard of for a while is gone.
create table sessions_device (
  device  uuid        primary key,
  session uuid        not null references sessions_session (appointment) on delete cascade,
  person  uuid        not null,
  seen_at timestamptz not null,
  unique (session, person)
);
-- What one device has to say to another before the two can see each other. A row is deleted as it is read, a moment later, and
-- is never written to the log from which backups are made: it holds network addresses, and is worth nothing after a crash.
create unlogged table sessions_signal (
  number    bigint      generated always as identity primary key,
  recipient uuid        not null references sessions_device (device) on delete cascade,
  body      text        not null
);
create index sessions_signal_by_recipient on sessions_signal (recipient);
