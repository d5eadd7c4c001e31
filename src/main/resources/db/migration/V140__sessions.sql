-- The therapy hour that takes place in an appointment. Where the client is and how to call them back is sealed, and new for
-- each hour.
create table sessions_session (
  appointment       uuid        primary key,
  client            uuid        not null,
  therapist         uuid        not null,
  starts_at         timestamptz not null,
  ends_at           timestamptz not null,
  modality          text        not null,
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
