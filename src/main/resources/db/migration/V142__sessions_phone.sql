-- The latest call of an hour with the client's telephone. No number stands here. One that has not been heard of for a while is over.
create table sessions_call (
  session uuid        primary key references sessions_session (appointment) on delete cascade,
  call    uuid        not null unique,
  state   text        not null check (state in ('CALLING', 'RINGING', 'CONNECTED', 'ENDED')),
  why     text,
  seen_at timestamptz not null
);
-- By which PIN a telephone comes into which hour: an HMAC of it, under the key below.
create table sessions_pin (
  session uuid        primary key references sessions_session (appointment) on delete cascade,
  hash    bytea       not null unique,
  made_at timestamptz not null
);
-- The key of the PINs, wrapped under the installation's root key.
create table sessions_pin_key (
  one     boolean primary key default true check (one),
  wrapped bytea   not null
);
