-- Who comes along to one hour: someone with a link and no account, or a supervisor. Nobody comes in before all three have said
-- yes: the one who comes, the client, the therapist. A no gives the seat back; two seats besides the two make a room of four.
-- A name is sealed with the client's key; names and links are emptied when the hour is over.
create table sessions_companion (
  id               uuid        primary key,
  session          uuid        not null references sessions_session (appointment) on delete cascade,
  client           uuid        not null,
  supervisor       uuid,
  invited_by       uuid        not null,
  invited_at       timestamptz not null,
  seat             smallint    check (seat in (1, 2)),
  own_answer       text        not null check (own_answer in ('OPEN', 'YES', 'NO')),
  client_answer    text        not null check (client_answer in ('OPEN', 'YES', 'NO')),
  therapist_answer text        not null check (therapist_answer in ('OPEN', 'YES', 'NO')),
  sealed_name      bytea,
  link_hash        bytea       unique,
  visit_hash       bytea       unique,
  request_hash     bytea,
  forgotten        boolean     not null default false,
  unique (session, seat),
  unique (session, supervisor),
  unique (session, invited_by, request_hash),
  check ((seat is null) = ('NO' in (own_answer, client_answer, therapist_answer)))
);
create index sessions_companion_by_supervisor on sessions_companion (supervisor) where not forgotten;
create index sessions_companion_unforgotten on sessions_companion (session) where not forgotten;
