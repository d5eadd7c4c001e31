-- What a person does not want to be told or asked, and in which way. Everything else is on.
create table notifications_off (
  person   uuid        not null,
  reminder text        not null,
  way      text        not null,
  since    timestamptz not null,
  primary key (person, reminder, way)
);
