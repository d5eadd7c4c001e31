-- One conversation for each episode of care between a client and a therapist. `last_number` moves on with each message, in
-- the message's own transaction: its row lock is what keeps the numbers without gaps, on however many nodes.
create table messaging_conversation (
  id          uuid        primary key,
  client      uuid        not null,
  therapist   uuid        not null,
  opened_at   timestamptz not null,
  closed_at   timestamptz,
  last_number bigint      not null default 0,
  -- the therapy hour that takes place in it right now
  session     uuid,
  -- moves on when something around the messages changes (a session begins, ends), so that other nodes notice
  revision    bigint      not null default 0
) with (fillfactor = 70);
create unique index messaging_conversation_open on messaging_conversation (client, therapist) where closed_at is null;
create index messaging_conversation_by_client on messaging_conversation (client);
create index messaging_conversation_by_therapist on messaging_conversation (therapist);

-- What was written is in `sealed` alone; the rest says only who and when.
create table messaging_message (
  conversation uuid        not null,
  number       bigint      not null check (number > 0),
  key          uuid        not null,
  sender       uuid        not null,
  sent_at      timestamptz not null,
  session      uuid,
  sealed       bytea       not null,
  primary key (conversation, number),
  unique (conversation, key)
);

create table messaging_mark (
  conversation uuid   not null,
  person       uuid   not null,
  delivered    bigint not null default 0,
  read         bigint not null default 0,
  primary key (conversation, person)
) with (fillfactor = 70);

-- Up to which message a person was told by mail that something waits.
create table messaging_waiting_mail (
  conversation uuid   not null,
  person       uuid   not null,
  up_to        bigint not null,
  primary key (conversation, person)
);
