-- At most one row: this database holds invented people. It stays, so that `serve` never takes them for real.
create table demo_marker (
  only_one   boolean primary key default true check (only_one),
  -- the moment that the invented past leads up to
  began_at   timestamptz not null,
  therapists integer not null check (therapists > 0),
  -- how many scenes of the past have been played; the next start goes on from there
  played     integer not null default 0,
  filled_at  timestamptz
);
