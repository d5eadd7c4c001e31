-- Smoke tests, begun by someone of the practice; whoever was made for one is gone when it has ended.
create table home_smoke_test (
  id        uuid primary key,
  first     uuid not null,
  second    uuid not null,
  begun_by  uuid not null,
  begun_at  timestamptz not null,
  ended_at  timestamptz
);
create index home_smoke_test_open on home_smoke_test (begun_at) where ended_at is null;
