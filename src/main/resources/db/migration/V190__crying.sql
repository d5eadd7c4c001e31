-- One time that tears came. That there was one, and when, is not sealed; what it was like is.
create table crying_episode (
  id          uuid        primary key,
  client      uuid        not null,
  -- who noted it: the client themselves, or the therapist of the hour in which it was
  noted_by    uuid        not null,
  happened_at timestamptz not null,
  noted_at    timestamptz not null,
  appointment uuid,
  -- the therapist of that hour, who was there
  witness     uuid,
  ladder_step uuid,
  pooled      boolean     not null,
  shared_with uuid,
  shared_at   timestamptz,
  sealed      bytea       not null,
  check ((appointment is null) = (witness is null)),
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
