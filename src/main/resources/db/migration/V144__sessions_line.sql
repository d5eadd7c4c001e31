-- A therapist may talk on a telephone of their own, which is called before the client's. Its number stands nowhere.
alter table sessions_call drop constraint sessions_call_state_check;
alter table sessions_call add constraint sessions_call_state_check
  check (state in ('CALLING_THERAPIST', 'CALLING', 'RINGING', 'CONNECTED', 'ENDED'));
alter table sessions_call add column is_own boolean not null default false;
