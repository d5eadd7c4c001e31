-- The therapy hour that takes place in an appointment. Where the client is and how to call them back is sealed, and new for
-- each hour. `modality` is how it was booked, `channel` how the two meet now.
create table sessions_session (
  appointment       uuid        primary key,
  client            uuid        not null,
  therapist         uuid        not null,
  starts_at         timestamptz not null,
  ends_at           timestamptz not null,
  modality          text        not null,
  channel           text        not null,
  state             text        not null,
  waiting_since     timestamptz,
  therapist_came_at timestamptz,
  began_at          timestamptz,
  ended_at          timestamptz,
  ended_by          uuid,
  sealed_location   bytea,
  sealed_call_back  bytea
);
create index sessions_session_unfinished on sessions_session (ends_at) where state in ('SCHEDULED', 'WAITING', 'IN_SESSION');
create index sessions_session_by_client on sessions_session (client, starts_at);
create index sessions_session_by_therapist on sessions_session (therapist, starts_at);

-- How the hour was held, stretch by stretch.
create table sessions_span (
  session    uuid        not null references sessions_session (appointment) on delete cascade,
  number     integer     not null,
  channel    text        not null,
  started_at timestamptz not null,
  stopped_at timestamptz,
  primary key (session, number)
);
create unique index sessions_span_open on sessions_span (session) where stopped_at is null;
