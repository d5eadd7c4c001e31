-- The client asked for a moment of quiet. The row is there only while it lasts: nobody counts how often.
create table sessions_moment (
  session uuid        primary key references sessions_session (appointment) on delete cascade,
  since   timestamptz not null
);
