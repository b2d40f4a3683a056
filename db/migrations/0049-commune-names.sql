-- What the commune was called from which day on, where a decision is in force here before the national list has it (R93, W22).
create table commune_names (
  commune_id text not null,
  id uuid not null,
  name text not null,
  type text not null check (type in ('xa', 'phuong', 'dac_khu')),
  valid_from date not null,
  -- the paper by which it got the name
  decision text not null,
  written_at timestamptz not null,
  written_by uuid,
  primary key (commune_id, id)
);
create unique index commune_names_one_a_day on commune_names (commune_id, valid_from);

-- What the hamlet's team is called from the same day on; null: as before.
alter table hamlet_names add column team_name text;
