-- What a person does not want to be told or asked, and in which way. Everything else is on.
create table notifications_off (
  person   uuid        not null,
  reminder text        not null,
  way      text        not null,
  since    timestamptz not null,
  primary key (person, reminder, way)
);

-- The practice's own key as push services know it (RFC 8292): public in the clear, private wrapped under the root key.
create table notifications_push_key (
  only_one boolean     primary key default true check (only_one),
  public   bytea       not null,
  wrapped  bytea       not null
);

-- A device on which somebody wants to be told.
create table notifications_push_device (
  id       uuid        primary key,
  person   uuid        not null,
  endpoint text        not null unique,
  p256dh   bytea       not null,
  auth     bytea       not null,
  since    timestamptz not null
);
create index notifications_push_device_by_person on notifications_push_device (person);

-- What waits to be told to a device: words that would do for a lock screen, and a path. Gone once it is told.
create table notifications_push (
  id              uuid        primary key,
  device          uuid        not null references notifications_push_device (id) on delete cascade,
  body            text        not null,
  worth_until     timestamptz not null,
  attempts        int         not null default 0,
  next_attempt_at timestamptz not null
);
create index notifications_push_due on notifications_push (next_attempt_at);
