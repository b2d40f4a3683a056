-- What other reporting systems call our indicators (integrations 5(c), 5(h): an exporter with a mapping file that the operator
-- keeps; no specification of the province or the ministry is known to be readable). A row is a code for a span of days.
create table reporting_systems (
  commune_id text not null,
  id uuid not null,
  name text not null,
  -- 'table': codes and values; 'dhis2': also the dataValueSets of DHIS2
  shape text not null check (shape in ('table', 'dhis2')),
  -- what the other system calls this commune, and the form that is filled
  org_unit text,
  data_set text,
  kept_by uuid not null,
  kept_at timestamptz not null,
  primary key (commune_id, id),
  check (shape = 'table' or (org_unit is not null and data_set is not null))
);
create unique index reporting_systems_name on reporting_systems (commune_id, name);

create table indicator_mappings (
  commune_id text not null,
  id uuid not null,
  system_id uuid not null,
  -- of `indicators`, through all its meanings
  indicator_code text not null,
  -- null: decided not to be sent there; an indicator without a row is undecided, and is named
  their_code text,
  their_name text,
  their_unit text,
  -- our value times this is theirs: hộ → nghìn hộ is 0.001
  factor double precision not null check (factor > 0),
  valid_from date not null,
  -- the last day; null: until further notice
  valid_to date,
  kept_by uuid not null,
  kept_at timestamptz not null,
  primary key (commune_id, id),
  foreign key (commune_id, system_id) references reporting_systems (commune_id, id),
  check (valid_to is null or valid_to >= valid_from)
);
create unique index indicator_mappings_from on indicator_mappings (commune_id, system_id, indicator_code, valid_from);
