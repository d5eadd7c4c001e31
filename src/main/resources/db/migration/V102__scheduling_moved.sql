-- Where an hour was moved to is asked whenever one is called off.
create index scheduling_appointment_by_moved_from on scheduling_appointment (moved_from) where moved_from is not null;
