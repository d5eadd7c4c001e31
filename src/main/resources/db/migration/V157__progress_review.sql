-- That a therapist went through what can stand behind a course that is worth reviewing. What they looked at is sealed.
create table progress_review (
  id          uuid        primary key,
  client      uuid        not null,
  therapist   uuid        not null,
  reviewed_at timestamptz not null,
  sealed      bytea       not null
);
create index progress_review_by_client on progress_review (client, reviewed_at);
