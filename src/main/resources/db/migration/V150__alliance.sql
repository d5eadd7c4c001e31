-- How an hour was, in the words of the one who was in it. The answers are sealed; whether there are any is not.
create table alliance_check_in (
  appointment uuid        not null,
  person      uuid        not null,
  client      uuid        not null,
  saved_at    timestamptz not null,
  skipped     boolean     not null,
  sealed      bytea,
  primary key (appointment, person),
  check (skipped = (sealed is null))
);
create index alliance_check_in_by_client on alliance_check_in (client, saved_at);
