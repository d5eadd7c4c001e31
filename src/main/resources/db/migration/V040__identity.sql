create table identity_person (
  id                 uuid primary key,
  name               text not null,
  email              text not null,
  email_key          text not null unique, -- the address in lower case
  roles              text[] not null,
  zone               text not null,
  password_hash      text,
  email_confirmed_at timestamptz,
  retired_at         timestamptz,
  created_at         timestamptz not null
);
create index identity_person_roles on identity_person using gin (roles);

-- What a browser or an API client holds is the token; only its hash is here, so a copy of this table opens nothing.
create table identity_sign_in (
  id           uuid primary key,
  token_hash   bytea not null unique,
  person       uuid references identity_person on delete cascade, -- none while someone is half way in
  device       text not null,
  begun_at     timestamptz not null,
  last_seen_at timestamptz not null,
  idle_seconds int not null,
  ends_at      timestamptz not null,
  attributes   bytea not null
);
create index identity_sign_in_person on identity_sign_in (person);
create index identity_sign_in_ends on identity_sign_in (ends_at);

-- Links that work once: reset, invitation, confirmation. Only hashes, and when they end.
create table identity_link (
  token_hash bytea primary key,
  kind       text not null,
  person     uuid not null references identity_person on delete cascade,
  ends_at    timestamptz not null
);
create index identity_link_person on identity_link (person, kind);

-- Secrets of authenticator apps, sealed with a key that is not in the database.
create table identity_totp (
  person        uuid primary key references identity_person on delete cascade,
  sealed_secret bytea not null,
  confirmed_at  timestamptz,
  last_step     bigint not null default -1 -- no code works twice (RFC 6238 section 5.2)
);

create table identity_recovery_code (
  person    uuid not null references identity_person on delete cascade,
  code_hash bytea not null,
  primary key (person, code_hash)
);

-- Spring Security's own table for passkeys, under the name it expects.
create table user_credentials (
  credential_id                text primary key,
  user_entity_user_id          text not null,
  public_key                   bytea not null,
  signature_count              bigint,
  uv_initialized               boolean,
  backup_eligible              boolean not null,
  authenticator_transports     text,
  public_key_credential_type   text,
  backup_state                 boolean not null,
  attestation_object           bytea,
  attestation_client_data_json bytea,
  created                      timestamp,
  last_used                    timestamp,
  label                        text not null
);
create index user_credentials_owner on user_credentials (user_entity_user_id);
