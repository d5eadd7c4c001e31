-- One more key a client, wrapped by their own: for what they write for themselves.
alter table vault_key add column journal boolean not null default false;
alter table vault_key drop constraint vault_key_owner_conversation_key;
alter table vault_key add unique nulls not distinct (owner, conversation, journal);
alter table vault_key add check (not journal or conversation is null);

-- What a client writes for themselves, under that key.
create table journal_entry (
  id         uuid        primary key,
  position   bigint      not null generated always as identity,
  client     uuid        not null,
  -- the request that wrote it: sent again it writes nothing
  request    uuid        not null,
  written_at timestamptz not null,
  changed_at timestamptz not null,
  sealed     bytea       not null,
  unique (client, request)
);
create index journal_entry_by_client on journal_entry (client, position);

-- A copy of one that the client takes along to an hour, under the key of their record.
create table journal_brought (
  id         uuid        primary key,
  entry      uuid        not null,
  client     uuid        not null,
  -- to whose hour
  therapist  uuid        not null,
  brought_at timestamptz not null,
  -- when the entry was written
  written_at timestamptz not null,
  sealed     bytea       not null
);
create index journal_brought_by_client on journal_brought (client, brought_at);
create index journal_brought_by_entry on journal_brought (entry);
