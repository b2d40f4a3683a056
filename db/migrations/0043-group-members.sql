-- Who looks after a self-managed group (R18, R72) and how well it was found to work (W12). Members leave by a day; nothing is erased.
create table group_members (
  commune_id text not null,
  id uuid not null,
  group_id uuid not null,
  full_name text not null,
  sort_key text not null,
  role text not null check (role in ('lead', 'member')),
  -- when they are there, or what they do
  duty text,
  began_on date not null,
  ended_on date,
  primary key (commune_id, id),
  foreign key (commune_id, group_id) references groups (commune_id, id)
);
create index group_members_by_group on group_members (commune_id, group_id);

create table group_assessments (
  commune_id text not null,
  id uuid not null,
  group_id uuid not null,
  assessed_on date not null,
  grade text not null check (grade in ('good', 'fair', 'weak')),
  note text,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (commune_id, id),
  foreign key (commune_id, group_id) references groups (commune_id, id)
);
create index group_assessments_by_group on group_assessments (commune_id, group_id, assessed_on);
