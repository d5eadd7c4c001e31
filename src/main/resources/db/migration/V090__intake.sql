-- One person's questionnaire, begun before there is an account. Everything answered, and which page
-- they were on, is inside `sealed`: which pages someone saw already tells what they answered.
create table intake_intake (
  id           uuid primary key,
  client       uuid not null unique,
  version      text not null, -- of the questionnaire; answers stay with the version they were given to
  sealed       bytea not null,
  matching     bytea,         -- what matching needs, sealed, once completed
  begun_at     timestamptz not null,
  changed_at   timestamptz not null,
  completed_at timestamptz,
  request_hash bytea unique,  -- of the Idempotency-Key of the request that began it
  owned        boolean not null default false -- by someone with an account: kept with their record
);
create index intake_intake_left_alone on intake_intake (changed_at) where not owned;

-- What a browser, an API client or a mailed link holds is the token; only its hash is here.
create table intake_token (
  hash    bytea primary key,
  intake  uuid not null references intake_intake on delete cascade,
  kind    text not null, -- VISIT lasts as long as the intake, LINK works once
  ends_at timestamptz not null
);
create index intake_token_intake on intake_token (intake);
create index intake_token_ends on intake_token (ends_at);
