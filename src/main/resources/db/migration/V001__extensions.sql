-- Ranges in exclusion constraints need equality on ids beside overlap on times.
create extension if not exists btree_gist;
