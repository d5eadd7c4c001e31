-- Graded practice, a client's own. What it is made of, and what was felt, is sealed; that there is one, and when, is not.
create table crying_ladder (
  client          uuid        primary key,
  state           text        not null check (state in ('OFFERED', 'UNDER_WAY', 'PAUSED')),
  -- the client practises with their therapist only
  only_in_session boolean     not null default false,
  -- what one therapist may see of it; the next one sees nothing until the client says so
  shared          text        not null default 'NOTHING' check (shared in ('NOTHING', 'STEPS', 'COURSE')),
  shared_with     uuid,
  made_at         timestamptz not null,
  check (shared = 'NOTHING' or shared_with is not null)
);

create table crying_ladder_step (
  id       uuid        primary key,
  position bigint      not null generated always as identity,
  client   uuid        not null,
  stage    text        not null check (stage in ('ALONE', 'TRUSTED_PERSON', 'SESSION')),
  state    text        not null check (state in ('PROPOSED', 'TAKEN', 'LAID_ASIDE')),
  -- the client, or the therapist who proposed it
  made_by  uuid        not null,
  made_at  timestamptz not null,
  sealed   bytea       not null
);
create index crying_ladder_step_by_client on crying_ladder_step (client, position);

-- One time that a step was, or is to be, taken.
create table crying_repetition (
  id        uuid        primary key,
  client    uuid        not null,
  step      uuid        not null references crying_ladder_step (id),
  state     text        not null check (state in ('PLANNED', 'UNDER_WAY', 'ENDED', 'NOTED', 'GIVEN_UP')),
  starts_at timestamptz not null,
  ends_at   timestamptz not null,
  begun_at  timestamptz,
  ended_at  timestamptz,
  -- when the client was reminded of it
  told_at   timestamptz,
  -- place, whom to call, how to stop, discomfort before
  prepared  bytea,
  -- discomfort at its highest and after, what came
  noted     bytea,
  check (ends_at > starts_at)
);
create index crying_repetition_by_client on crying_repetition (client, starts_at);
create index crying_repetition_by_step on crying_repetition (step, starts_at);

create table crying_ladder_pause (
  id        uuid        primary key,
  client    uuid        not null,
  cause     text        not null check (cause in ('MOOD', 'RISK')),
  paused_at timestamptz not null,
  ended_at  timestamptz,
  ended_by  text        check (ended_by in ('TALKED', 'BY_MYSELF')),
  -- when the therapist put it aside on their home
  seen_at   timestamptz,
  check ((ended_at is null) = (ended_by is null))
);
create unique index crying_ladder_pause_open on crying_ladder_pause (client) where ended_at is null;

-- A link to the page for someone the client trusts: about the client it holds nothing but a name they gave to be shown there.
create table crying_trusted_link (
  id         uuid        primary key,
  client     uuid        not null,
  made_at    timestamptz not null,
  ends_at    timestamptz not null,
  shown_name text        not null,
  -- null once it was used
  token_hash bytea       unique,
  -- what the browser holds that used it
  visit_hash bytea       unique,
  opened_at  timestamptz,
  check ((token_hash is null) = (opened_at is not null)),
  check ((visit_hash is null) = (opened_at is null))
);
create index crying_trusted_link_by_client on crying_trusted_link (client, made_at);
