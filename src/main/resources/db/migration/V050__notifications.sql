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
  closed_at       timestamptz,
  worth_until     timestamptz, -- when the link in it ends; after that it is not sent
  urgent          boolean not null default false
);
create index notifications_mail_due on notifications_mail (urgent desc, next_attempt_at) where state = 'WAITING';
create index notifications_mail_closed on notifications_mail (closed_at) where closed_at is not null;
