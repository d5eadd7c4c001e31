-- When each therapist can be met: one row, its lines as people write them ('Mon 09:00-12:00', 'away 2026-12-24').
create table scheduling_availability (
  therapist      uuid primary key,
  zone           text not null,
  weekly         text[] not null,
  changes        text[] not null,
  length_minutes integer not null,
  buffer_minutes integer not null,
  notice_minutes integer not null
);

-- Two appointments of one person cannot overlap, because the two exclusions forbid it, not because code checked.
-- A hold whose time is over still counts here: whoever wants its time marks it EXPIRED first, in the same transaction.
create table scheduling_appointment (
  id            uuid primary key,
  client        uuid not null,
  therapist     uuid not null,
  starts_at     timestamptz not null,
  ends_at       timestamptz not null check (ends_at > starts_at),
  -- the end, and the therapist's buffer after it
  blocked_until timestamptz not null check (blocked_until >= ends_at),
  modality      text not null check (modality in ('VIDEO', 'PHONE', 'TEXT')),
  state         text not null check (state in ('HELD', 'BOOKED', 'CANCELLED', 'EXPIRED')),
  held_until    timestamptz not null,
  -- the Idempotency-Key of the request that made it
  request_key   text,
  moved_from    uuid,
  cancelled_by  uuid,
  cancelled_at  timestamptz,
  made_at       timestamptz not null,
  constraint scheduling_therapist_meets_one_at_a_time exclude using gist
    (therapist with =, tstzrange(starts_at, blocked_until) with &&) where (state in ('HELD', 'BOOKED')),
  constraint scheduling_client_meets_one_at_a_time exclude using gist
    (client with =, tstzrange(starts_at, ends_at) with &&) where (state in ('HELD', 'BOOKED'))
);
create unique index scheduling_appointment_by_request on scheduling_appointment (client, request_key);
create index scheduling_appointment_by_client on scheduling_appointment (client, starts_at);
create index scheduling_appointment_by_therapist on scheduling_appointment (therapist, starts_at);

-- Mails still to be sent; a row is deleted in the transaction that queues its mail.
create table scheduling_reminder (
  appointment uuid not null,
  due_at      timestamptz not null,
  primary key (appointment, due_at)
);
create index scheduling_reminder_by_time on scheduling_reminder (due_at);

-- Secret links for calendar apps; only the SHA-256 of a token is kept.
create table scheduling_feed (
  person     uuid primary key,
  token_hash bytea not null unique,
  made_at    timestamptz not null
);
