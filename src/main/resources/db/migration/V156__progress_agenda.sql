-- What a client wants to talk about next time, in their words.
create table progress_agenda (
  id      uuid        primary key,
  client  uuid        not null,
  said_at timestamptz not null,
  sealed  bytea       not null
);
create index progress_agenda_by_client on progress_agenda (client, said_at);
