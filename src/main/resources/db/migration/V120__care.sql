-- Who treats whom, and since when. One therapist at a time.
create table care_episode (
  id          uuid primary key,
  client      uuid not null,
  therapist   uuid not null,
  -- set while a deputy looks after the client of a therapist who has left: who that was
  deputy_for  uuid,
  state       text not null check (state in ('OPEN', 'CLOSED')),
  opened_at   timestamptz not null,
  closed_at   timestamptz,
  end_reason  text,
  check ((state = 'CLOSED') = (closed_at is not null)),
  check ((state = 'CLOSED') = (end_reason is not null))
);
create unique index care_episode_one_therapist_at_a_time on care_episode (client) where state = 'OPEN';
create index care_episode_by_therapist on care_episode (therapist, opened_at) where state = 'OPEN';
create index care_episode_by_client on care_episode (client, opened_at);

-- The consent edge: who may read a client's record now, and why.
create table care_edge (
  id        uuid primary key,
  client    uuid not null,
  reader    uuid not null,
  kind      text not null check (kind in ('TREATING', 'SUPERVISION', 'ON_CALL')),
  state     text not null check (state in ('ASKED', 'OPEN', 'CLOSED', 'DECLINED')),
  reason    text not null,
  asked_by  uuid,
  opened_at timestamptz not null,
  ends_at   timestamptz check (kind = 'TREATING' or ends_at is not null),
  closed_at timestamptz check ((state in ('CLOSED', 'DECLINED')) = (closed_at is not null))
);
create unique index care_edge_one_of_a_kind on care_edge (client, reader, kind) where state in ('ASKED', 'OPEN');
create index care_edge_by_reader on care_edge (reader, kind) where state in ('ASKED', 'OPEN');
create index care_edge_ending on care_edge (ends_at) where state in ('ASKED', 'OPEN') and ends_at is not null;

-- Which parts of the record an edge reaches, and from when on they must have been written; null means all of it.
create table care_reach (
  edge  uuid not null references care_edge,
  scope text not null,
  since timestamptz,
  primary key (edge, scope)
);

-- A client's way from one therapist to another. What they said was missing is sealed.
create table care_therapist_change (
  id             uuid primary key,
  client         uuid not null,
  from_therapist uuid not null,
  to_therapist   uuid,
  -- the first appointment booked with the change; none is needed to stay with a deputy
  first_start    timestamptz,
  state          text not null check (state in ('BEGUN', 'DONE', 'GIVEN_UP')),
  travels        text[],
  missing        bytea,
  begun_at       timestamptz not null,
  done_at        timestamptz,
  check ((state = 'DONE') = (to_therapist is not null and done_at is not null))
);
create unique index care_therapist_change_one_begun on care_therapist_change (client) where state = 'BEGUN';
create index care_therapist_change_by_client on care_therapist_change (client, begun_at);

-- What travelled, exactly as the client chose. The therapist before may add a summary, once, while there is time.
create table care_handover (
  id             uuid primary key,
  change         uuid not null unique references care_therapist_change,
  client         uuid not null,
  from_therapist uuid not null,
  to_therapist   uuid not null,
  parts          text[] not null,
  made_at        timestamptz not null,
  summary_until  timestamptz not null,
  summary        bytea,
  summary_at     timestamptz,
  check ((summary is null) = (summary_at is null))
);
create index care_handover_by_client on care_handover (client, made_at);
create index care_handover_awaiting on care_handover (from_therapist, summary_until) where summary is null;
