-- Who read or changed whose clinical data. Rows are only ever added: what happened, and, soon after, its link in the chain.
create table audit_entry (
  id      uuid primary key,
  at      timestamptz not null,
  actor   uuid,
  action  text not null,
  subject uuid,
  thing   text not null,
  reason  text not null,
  seal    bytea not null
);
create index audit_entry_by_subject on audit_entry (subject, at desc, id desc) where subject is not null;

-- Kept apart from the entries, so that writing an entry never waits for the end of the chain.
create table audit_link (
  seq   bigint primary key,
  entry uuid not null unique,
  hash  bytea not null
);

create function audit_refuse() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log is only ever added to' using errcode = 'restrict_violation';
end
$$;
create trigger audit_entry_is_only_added_to before update or delete or truncate on audit_entry execute function audit_refuse();
create trigger audit_link_is_only_added_to before update or delete or truncate on audit_link execute function audit_refuse();
-- Also for sessions that call themselves replicas, which would otherwise pass triggers by.
alter table audit_entry enable always trigger audit_entry_is_only_added_to;
alter table audit_link enable always trigger audit_link_is_only_added_to;
