-- Mails are written with the change that caused them, and sent after it is committed.
create table notifications_mail (
  id              uuid primary key,
  recipient       text not null,
  subject         text not null,
  body            text not null,
  queued_at       timestamptz not null,
  state           text not null default 'WAITING' check (state in ('WAITING', 'SENT', 'GIVEN_UP')),
  attempts        int not null default 0,
  next_attempt_at timestamptz not null,
  closed_at       timestamptz
);
create index notifications_mail_due on notifications_mail (next_attempt_at) where state = 'WAITING';
