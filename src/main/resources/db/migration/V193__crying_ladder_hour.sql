-- A step taken in session belongs to an hour that is booked, and goes where it goes.
alter table crying_repetition add column hour uuid;
create index crying_repetition_by_hour on crying_repetition (hour) where hour is not null;
