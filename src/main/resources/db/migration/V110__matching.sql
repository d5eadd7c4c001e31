-- How people did who came to a therapist with one kind of problem: counts and means, no client.
create table matching_outcome (
  therapist uuid not null,
  domain text not null,
  n integer not null check (n > 0),
  -- standard deviations of change beyond what the case mix predicts; more is better
  mean_residual double precision not null,
  primary key (therapist, domain)
);

-- People for whom nobody is free. What they need is read from their own sealed answers when it is asked for;
-- only what decides whose turn it is stands here.
create table matching_waitlist (
  client uuid primary key,
  -- who joined first; the order of joining in one number without ties
  number bigint generated always as identity unique,
  joined_at timestamptz not null,
  place text not null,
  languages text[] not null,
  modalities text[] not null,
  -- where to write; null for who did not want mail
  email bytea,
  -- the last time they were told of a free place, and whose
  told_at timestamptz,
  told_of uuid
);

-- Requests to join the line that came already: a program that lost the answer may ask again. Kept for a day.
create table matching_waitlist_request (
  client uuid not null,
  key_hash bytea not null,
  at timestamptz not null,
  primary key (client, key_hash)
);
