-- finds a name by any part of it
create extension if not exists pg_trgm;

create table therapists_profile (
  id uuid primary key,
  name text not null check (name <> ''),
  -- the name without accents and capitals, as people search for it
  name_key text not null,
  title text not null,
  about text not null,
  licences text[] not null,
  languages text[] not null,
  zone text not null,
  modalities text[] not null,
  specialties text[] not null,
  approaches text[] not null,
  gender text,
  age_band text,
  works_with_high_risk boolean not null,
  capacity integer not null check (capacity between 0 and 200),
  taken integer not null check (taken >= 0),
  standing text not null check (standing in ('ACTIVE', 'PAUSED', 'LEFT')),
  -- who looks after the clients of one who left
  deputy uuid check ((deputy is not null) = (standing = 'LEFT')),
  changed_at timestamptz not null
);

create index therapists_profile_by_name on therapists_profile using gin (name_key gin_trgm_ops);
-- other nodes ask what is new
create index therapists_profile_by_change on therapists_profile (changed_at);
