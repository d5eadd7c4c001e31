-- Words are found with and without their accents: Gračanin, Gracanin. A language of its own for each that PostgreSQL can stem;
-- "any" takes words as they are.
create extension if not exists unaccent;
create text search configuration library_any (copy = simple);
alter text search configuration library_any alter mapping for hword, hword_part, word with unaccent, simple;
create text search configuration library_en (copy = english);
alter text search configuration library_en alter mapping for hword, hword_part, word with unaccent, english_stem;
create text search configuration library_de (copy = german);
alter text search configuration library_de alter mapping for hword, hword_part, word with unaccent, german_stem;
create text search configuration library_es (copy = spanish);
alter text search configuration library_es alter mapping for hword, hword_part, word with unaccent, spanish_stem;
create text search configuration library_fr (copy = french);
alter text search configuration library_fr alter mapping for hword, hword_part, word with unaccent, french_stem;

-- What a practice has made of an article. One that came with Saltwater, and that nobody here has touched, has no row.
create table library_article (
  slug              text        primary key,
  state             text        not null check (state in ('DRAFT', 'IN_REVIEW', 'REVIEWED', 'WITHDRAWN')),
  version           integer     not null,
  -- The version that readers see; 0 is the text that came with Saltwater, null none.
  shown             integer,
  -- Whose words stand in it that no one else has reviewed, or that the last review was about.
  writers           uuid[]      not null,
  -- The shipped text that it began from.
  base              text,
  -- Of the version that is shown.
  reviewer          uuid,
  reviewer_name     text,
  reviewer_licences text[],
  reviewed_on       date,
  next_review       date,
  check (state <> 'REVIEWED' or (shown is not null and next_review is not null))
);

-- Every text that was ever saved.
create table library_text (
  slug       text        not null,
  version    integer     not null,
  title      text        not null,
  summary    text        not null,
  topic      text        not null,
  authors    text[]      not null,
  languages  text[]      not null,
  sources    text[]      not null,
  body       text        not null,
  -- Null for what came with Saltwater.
  written_by uuid,
  written_at timestamptz not null,
  primary key (slug, version)
);

create table library_history (
  id      bigint      generated always as identity primary key,
  slug    text        not null,
  version integer     not null,
  state   text        not null,
  person  uuid        not null,
  at      timestamptz not null,
  words   text        not null
);
create index library_history_by_article on library_history (slug, id);

-- What readers see, to be searched in; brought up to date before a search. A library is small, so no index.
create table library_search (
  slug    text     primary key,
  stamp   text     not null,
  config  text     not null,
  body    text     not null,
  words   tsvector not null
);
