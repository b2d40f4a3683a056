-- What a hamlet was called from which day on (R93, W22). The row of the hamlet has today's name; a name that begins later waits
-- here. A hamlet that was never renamed has no rows.
create table hamlet_names (
  commune_id text not null,
  id uuid not null,
  hamlet_id uuid not null,
  name text not null,
  valid_from date not null,
  -- the paper by which it got the name
  decision text,
  written_at timestamptz not null,
  written_by uuid,
  primary key (commune_id, id),
  foreign key (commune_id, hamlet_id) references hamlets (commune_id, id)
);
create unique index hamlet_names_one_a_day on hamlet_names (commune_id, hamlet_id, valid_from);
