-- How an hour was, in the words of the one who was in it. The answers are sealed; whether there are any is not.
create table alliance_check_in (
  appointment uuid        not null,
  person      uuid        not null,
  client      uuid        not null,
  therapist   uuid        not null,
  -- when the hour ended: whether someone's evidence reaches it is judged by this, however late it was answered
  hour_at     timestamptz not null,
  saved_at    timestamptz not null,
  skipped     boolean     not null,
  sealed      bytea,
  primary key (appointment, person),
  check (skipped = (sealed is null))
);
create index alliance_check_in_by_client on alliance_check_in (client, hour_at);
