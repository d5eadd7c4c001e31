-- What was brought to an hour is cleared once that hour is over; that it was brought, and when, stays with the entry.
alter table journal_brought alter column sealed drop not null;
