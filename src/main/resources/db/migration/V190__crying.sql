-- One time that tears came. That there was one, and when, is not sealed; what it was like is.
create table crying_episode (
  id          uuid        primary key,
  client      uuid        not null,
  -- who noted it: the client themselves, or the therapist of the hour in which it was
  noted_by    uuid        not null,
  happened_at timestamptz not null,
  noted_at    timestamptz not null,
  appointment uuid,
  ladder_step uuid,
  pooled      boolean     not null,
  shared_with uuid,
  shared_at   timestamptz,
  sealed      bytea       not null,
  check ((shared_with is null) = (shared_at is null))
);
create index crying_episode_by_client on crying_episode (client, happened_at);
create index crying_episode_by_step on crying_episode (ladder_step) where ladder_step is not null;
-- One hour, one note of each of the two.
create unique index crying_episode_of_hour on crying_episode (appointment, noted_by) where appointment is not null;

create table crying_mood (
  episode  uuid        not null references crying_episode (id) on delete cascade,
  moment   text        not null check (moment in ('BEFORE', 'AT_ONCE', 'AFTER_20', 'AFTER_90', 'NEXT_DAY')),
  rated_at timestamptz not null,
  sealed   bytea       not null,
  primary key (episode, moment)
);

-- Whether tears came in an hour, as each of the two answered. Who did not want to say has no row.
create table crying_hour (
  appointment uuid        not null,
  person      uuid        not null,
  client      uuid        not null,
  -- who was there, and so may know
  therapist   uuid        not null,
  hour_at     timestamptz not null,
  answered_at timestamptz not null,
  sealed      bytea       not null,
  primary key (appointment, person)
);
create index crying_hour_by_client on crying_hour (client);

-- That a client is asked how they are, and until when that can be answered. An alarm of the same id rings when it is due.
create table crying_prompt (
  id          uuid        primary key,
  episode     uuid        not null references crying_episode (id) on delete cascade,
  client      uuid        not null,
  moment      text        not null,
  due_at      timestamptz not null,
  closes_at   timestamptz not null,
  told_at     timestamptz,
  answered_at timestamptz,
  unique (episode, moment)
);
create index crying_prompt_by_client on crying_prompt (client, closes_at);
