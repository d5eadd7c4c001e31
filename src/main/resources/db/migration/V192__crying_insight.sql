-- Who agreed that the practice may look at their hours together with those of many others.
create table crying_agreed (
  client uuid        primary key,
  at     timestamptz not null
);

-- What many hours showed together when they were last read; nothing in it is about one person.
create table crying_learned (
  only_one boolean     primary key default true check (only_one),
  at       timestamptz not null,
  figures  jsonb       not null
);
