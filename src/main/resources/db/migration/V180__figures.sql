-- What figures need of those who agreed to be counted. A row says nothing about whose it is: no id, no time, no order. All are
-- written anew each week.
create table figures_case (
  sealed bytea not null
);

-- When they were gathered last.
create table figures_gathered (
  only_one boolean primary key default true check (only_one),
  at       timestamptz not null
);

-- The key that cases are sealed with, wrapped under the installation's root key.
create table figures_key (
  only_one boolean primary key default true check (only_one),
  wrapped  bytea not null
);
