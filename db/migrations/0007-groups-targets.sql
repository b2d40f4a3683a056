-- "Tổ tự quản công nghệ" (R16–R19, T1)
create table groups (
  commune_id text not null,
  id uuid not null,
  hamlet_id uuid not null,
  name text not null,
  place text not null,
  place_kind text not null check (place_kind in ('hamlet_office', 'culture_house', 'school', 'home', 'shop', 'other')),
  opening_hours text,
  -- what people can do and use there (W12)
  services text,
  equipment text,
  registered_on date not null,
  -- the account that registered it: who registers does not check (separation of duties)
  registered_by uuid,
  state text not null check (state in ('registered', 'checked', 'recognised', 'active', 'suspended', 'closed')),
  state_on date not null,
  note text,
  primary key (commune_id, id),
  foreign key (commune_id, hamlet_id) references hamlets (commune_id, id)
);
create index groups_by_hamlet on groups (commune_id, hamlet_id);
-- A target is data (law 5): versions with dates; the newest version valid on a day counts.
create table target_definitions (
  commune_id text not null,
  id uuid not null,
  plan_id uuid not null,
  code text not null,
  version integer not null,
  definition jsonb not null,
  valid_from date not null,
  created_at timestamptz not null,
  created_by uuid,
  reason text,
  primary key (commune_id, id),
  foreign key (commune_id, plan_id) references plans (commune_id, id)
);
create unique index target_definitions_version on target_definitions (commune_id, plan_id, code, version);

-- The verdict of each target on each subject that belongs to its population, may belong to it, or is shown beside it.
create table target_marks (
  commune_id text not null,
  target text not null,
  subject_id uuid not null,
  -- null: the subject is a group
  household_id uuid,
  hamlet_id uuid not null,
  -- in the population: true yes, false no (only shown beside), null not known
  belongs boolean,
  -- true reached, false not, null not known
  verdict boolean,
  -- two bits for each figure beside: 0 outside, 1 left, 2 reached, 3 not known
  beside integer not null,
  -- the order of the work list: priority first, never contacted first, oldest contact first, then by name
  priority_rank smallint not null,
  last_contact_on date,
  sort_key text not null collate "C",
  primary key (commune_id, target, subject_id)
);
create index target_marks_by_household on target_marks (commune_id, household_id);
create index target_marks_left on target_marks (commune_id, target, priority_rank, coalesce(last_contact_on, '-infinity'::date), sort_key, subject_id) where belongs and verdict is distinct from true;
create index target_marks_left_by_hamlet on target_marks (commune_id, target, hamlet_id, priority_rank, coalesce(last_contact_on, '-infinity'::date), sort_key, subject_id) where belongs and verdict is distinct from true;

-- Sums of the marks by hamlet; 'T5/from15' is a figure beside T5.
create table target_counters (
  commune_id text not null,
  hamlet_id uuid not null,
  target text not null,
  population integer not null,
  reached integer not null,
  unknown integer not null,
  -- of whom it is not known whether they belong
  uncertain integer not null,
  primary key (commune_id, hamlet_id, target)
);
-- The day whose ages, terms and plan year the marks are true for, and which plan, definitions and platforms they were made with.
create table target_days (
  commune_id text not null,
  marked_on date not null,
  basis text not null,
  primary key (commune_id)
);

-- One earlier count of the counters, about eight weeks old: the pace and the forecast are taken from it.
create table target_baselines (
  commune_id text not null,
  hamlet_id uuid not null,
  target text not null,
  counted_on date not null,
  reached integer not null,
  primary key (commune_id, hamlet_id, target)
);
