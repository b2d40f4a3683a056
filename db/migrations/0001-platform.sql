create table events (
  commune_id text not null,
  id uuid not null,
  name text not null,
  hamlet_id uuid,
  subject text not null,
  subject_id uuid not null,
  actor_id uuid,
  happened_at timestamptz not null,
  recorded_at timestamptz not null,
  device_id uuid,
  request_id text,
  data jsonb not null,
  primary key (commune_id, id)
);
create index events_by_subject on events (commune_id, subject_id, recorded_at);
create index events_by_time on events (commune_id, recorded_at);
create index events_by_kind on events (commune_id, subject, recorded_at);
create index events_by_name on events (commune_id, name, recorded_at);
