-- When its hour was over, if that was before its end. Its time stays the therapist's: nobody is booked into it at a moment's notice.
alter table scheduling_appointment add column over_at timestamptz;
