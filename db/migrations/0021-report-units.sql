-- Units that fill parts of the commune's report (Economic office, Youth Union, schools), and the people who do it for them.
create table report_units (
  commune_id text not null,
  id uuid not null,
  name text not null,
  added_at timestamptz not null,
  ended_at timestamptz,
  primary key (commune_id, id)
);

create table report_unit_people (
  commune_id text not null,
  id uuid not null,
  unit_id uuid not null,
  account_id uuid not null,
  named_by uuid not null,
  named_at timestamptz not null,
  ended_at timestamptz,
  primary key (commune_id, id),
  foreign key (commune_id, unit_id) references report_units (commune_id, id)
);
create unique index report_unit_people_once on report_unit_people (commune_id, unit_id, account_id) where ended_at is null;

-- What a unit is asked for when the commune's report of a period is opened, and what it sent.
create table report_requests (
  commune_id text not null,
  id uuid not null,
  report_id uuid not null,
  unit_id uuid not null,
  -- its name and what is asked, by value
  unit_name text not null,
  asked jsonb not null,
  due_on date not null,
  state text not null check (state in ('asked', 'sent')),
  texts jsonb not null,
  figures jsonb not null,
  -- when the office typed in what the unit sent in another way
  source text,
  filled_by uuid,
  sent_at timestamptz,
  return_note text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (commune_id, id),
  foreign key (commune_id, report_id) references commune_reports (commune_id, id),
  foreign key (commune_id, unit_id) references report_units (commune_id, id)
);
create unique index report_requests_one_of_unit on report_requests (commune_id, report_id, unit_id);
