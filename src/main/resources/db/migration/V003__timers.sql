-- What is to be done at a moment, as db-scheduler keeps it; its names stay those of its own description of PostgreSQL.
create table timers_task (
  task_name            text        not null,
  task_instance        text        not null,
  task_data            bytea,
  execution_time       timestamptz not null,
  picked               boolean     not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures int,
  last_heartbeat       timestamptz,
  version              bigint      not null,
  priority             smallint,
  primary key (task_name, task_instance)
);
create index timers_task_due on timers_task (execution_time);
create index timers_task_heartbeat on timers_task (last_heartbeat);
