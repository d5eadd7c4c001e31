-- That a human should make contact. What was said stands nowhere here.
create table safety_risk_flag (
  id           uuid primary key,
  client       uuid not null,
  level        text not null,
  urgency      smallint not null, -- the level as a number, the more urgent the higher
  source       text not null,
  state        text not null,
  raised_at    timestamptz not null,
  contact_by   timestamptz not null,
  reminded_at  timestamptz,
  seen_by      uuid,
  seen_at      timestamptz,
  contacted_by uuid,
  contacted_at timestamptz,
  closed_by    uuid,
  closed_at    timestamptz
);
create unique index safety_risk_flag_one_open on safety_risk_flag (client, source) where state <> 'CLOSED';
create index safety_risk_flag_open on safety_risk_flag (contact_by) where state <> 'CLOSED';

create table safety_shift (
  id        uuid primary key,
  person    uuid not null,
  starts_at timestamptz not null,
  ends_at   timestamptz not null,
  told      boolean not null default false, -- of what was open when it began
  check (starts_at < ends_at)
);
create index safety_shift_ends on safety_shift (ends_at);

-- How a client wants to be reached, sealed.
create table safety_contact (
  id      uuid primary key,
  client  uuid not null unique,
  sealed  bytea not null,
  left_at timestamptz not null
);
