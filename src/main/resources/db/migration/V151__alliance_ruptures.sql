-- That something may have come between two people in an hour, and what became of it: as with a risk flag, that there is one is
-- not sealed, so that a therapist's home can say it without opening an answer. What it was is in the sealed check-in.
create table alliance_rupture (
  appointment uuid        primary key,
  client      uuid        not null,
  therapist   uuid        not null,
  hour_at     timestamptz not null,
  noticed_at  timestamptz not null,
  outcome     text        not null check (outcome in ('OPEN', 'REPAIRED', 'NOT_REPAIRED')),
  -- when it was back, or when the last hour in which it could have been was over
  settled_at  timestamptz,
  seen_at     timestamptz,
  check ((outcome = 'OPEN') = (settled_at is null))
);
create index alliance_rupture_by_therapist on alliance_rupture (therapist, hour_at);
create index alliance_rupture_by_client on alliance_rupture (client, therapist);
create index alliance_check_in_by_therapist on alliance_check_in (therapist, hour_at);

-- Supervisors whom a therapist lets see their own pattern.
create table alliance_pattern_reader (
  therapist  uuid        not null,
  supervisor uuid        not null,
  since      timestamptz not null,
  primary key (therapist, supervisor)
);
