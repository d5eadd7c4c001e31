-- Answers between the hours. Which instrument it was, and what was answered, is sealed; that something was, and when, is not.
create table progress_filling (
  id       uuid        primary key,
  client   uuid        not null,
  begun_at timestamptz not null,
  saved_at timestamptz not null,
  -- when the client said that they were through with it
  done_at  timestamptz,
  sealed   bytea       not null
);
create index progress_filling_by_client on progress_filling (client, begun_at);

-- What the client does not want to be asked this time.
create table progress_skip (
  client      uuid        not null,
  -- before which hour; null when there was none
  appointment uuid,
  skipped_at  timestamptz not null
);
create index progress_skip_by_client on progress_skip (client, skipped_at);

-- Up to three of the client's own goals at a time, in their words.
create table progress_goal (
  id        uuid        primary key,
  position  bigint      not null generated always as identity,
  client    uuid        not null,
  made_at   timestamptz not null,
  closed_at timestamptz,
  sealed    bytea       not null
);
create index progress_goal_by_client on progress_goal (client, made_at);

create table progress_rating (
  id       uuid        primary key,
  goal     uuid        not null references progress_goal (id),
  client   uuid        not null,
  rated_at timestamptz not null,
  sealed   bytea       not null
);
create index progress_rating_by_goal on progress_rating (goal, rated_at);
