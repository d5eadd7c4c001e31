-- Ciphertext is bound to the installation it was made in.
create table vault_installation (
  only_one boolean primary key default true check (only_one),
  id       uuid not null default gen_random_uuid()
);
insert into vault_installation default values;

-- One key per client, wrapped by the root key, and one per conversation, wrapped by its client's.
-- Destroying leaves the row, empty, so that nobody makes the client a new key by accident.
create table vault_key (
  id           uuid primary key default gen_random_uuid(),
  owner        uuid not null,
  conversation uuid,
  wrapped      bytea,
  made_at      timestamptz not null,
  destroyed_at timestamptz,
  unique nulls not distinct (owner, conversation),
  check ((wrapped is null) = (destroyed_at is not null))
);
