-- Append-only. A correction is a new row that names the one it replaces; a withdrawal is such a row with void = true (law 4).
create table visits (
  commune_id text not null,
  id uuid not null,
  household_id uuid not null,
  -- the hamlet of the household at the time of the visit
  hamlet_id uuid not null,
  visited_on date not null,
  visited_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  member_id uuid,
  form text not null,
  met text not null check (met in ('someone', 'nobody')),
  met_residents uuid[] not null,
  -- where the visit began: the person's own need (R8)
  need text,
  topics text[] not null,
  next_step text,
  next_on date,
  note text,
  minutes integer,
  replaces uuid,
  void boolean not null,
  primary key (commune_id, id),
  foreign key (commune_id, household_id) references households (commune_id, id)
);
create index visits_by_household on visits (commune_id, household_id, visited_on);
create index visits_by_hamlet_day on visits (commune_id, hamlet_id, visited_on, id);
create index visits_by_day on visits (commune_id, visited_on, id);
-- One version has one successor: two people who correct at once cannot make two visits of one.
create unique index visits_one_successor on visits (commune_id, replaces) where replaces is not null;
create index visits_by_member on visits (commune_id, member_id, visited_on) where member_id is not null;
create index visits_by_next on visits (commune_id, hamlet_id, next_on) where next_on is not null;

create table guidances (
  commune_id text not null,
  id uuid not null,
  visit_id uuid not null,
  household_id uuid not null,
  -- null: nobody in particular
  resident_id uuid,
  platform text not null,
  outcome text not null check (outcome in ('installed', 'activated', 'practised', 'declined', 'absent', 'no_device')),
  primary key (commune_id, id),
  foreign key (commune_id, visit_id) references visits (commune_id, id)
);
create index guidances_by_visit on guidances (commune_id, visit_id);
create index guidances_by_household on guidances (commune_id, household_id);

-- What was learned about one person's digital life at one moment. The status is folded: per item the newest answer that is given.
-- 'unknown' takes an earlier answer back; null says nothing about the item.
create table digital_records (
  commune_id text not null,
  id uuid not null,
  household_id uuid not null,
  resident_id uuid not null,
  visit_id uuid,
  observed_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  source text not null check (source in ('shown', 'declared', 'assumed', 'import')),
  vneid text check (vneid in ('none', 'installed', 'activated', 'unknown')),
  dvc_account text check (dvc_account in ('yes', 'no', 'unknown')),
  bank_account text check (bank_account in ('yes', 'no', 'unknown')),
  e_payment text check (e_payment in ('regular', 'sometimes', 'never', 'unknown')),
  health_app text check (health_app in ('yes', 'no', 'unknown')),
  education_app text check (education_app in ('yes', 'no', 'unknown')),
  social_app text check (social_app in ('yes', 'no', 'unknown')),
  primary key (commune_id, id),
  foreign key (commune_id, resident_id) references residents (commune_id, id)
);
create index digital_records_by_resident on digital_records (commune_id, resident_id, observed_on);
create index digital_records_by_household on digital_records (commune_id, household_id);
create index digital_records_by_visit on digital_records (commune_id, visit_id) where visit_id is not null;

-- The seven items of T6 (R26a–g); null: not checked.
create table skill_checks (
  commune_id text not null,
  id uuid not null,
  household_id uuid not null,
  resident_id uuid not null,
  checked_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  online_services boolean,
  online_shopping boolean,
  online_payment boolean,
  self_protection boolean,
  other_platform boolean,
  vneid_account boolean,
  dvc_account boolean,
  confirmed_on_vneid text not null check (confirmed_on_vneid in ('yes', 'no', 'unknown')),
  primary key (commune_id, id),
  foreign key (commune_id, resident_id) references residents (commune_id, id)
);
create index skill_checks_by_resident on skill_checks (commune_id, resident_id, checked_on);
create index skill_checks_by_household on skill_checks (commune_id, household_id);

create table helper_assignments (
  commune_id text not null,
  id uuid not null,
  household_id uuid not null,
  member_id uuid not null,
  reason text not null,
  -- how often the helper calls, in days
  every_days integer not null,
  started_on date not null,
  ended_on date,
  end_reason text,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  -- when the end was written down, so that an older cut-off does not know of it
  end_recorded_at timestamptz,
  end_recorded_by uuid,
  primary key (commune_id, id),
  foreign key (commune_id, household_id) references households (commune_id, id),
  foreign key (commune_id, member_id) references team_members (commune_id, id)
);
create unique index helper_assignments_one on helper_assignments (commune_id, household_id) where ended_on is null;
create index helper_assignments_by_member on helper_assignments (commune_id, member_id);

create table outreach_sessions (
  commune_id text not null,
  id uuid not null,
  -- null: the whole commune
  hamlet_id uuid,
  form text not null,
  held_on date not null,
  place text,
  topics text[] not null,
  -- 'listed': the households of outreach_households; 'estimated': people reached by a guess, never counted in targets
  reach_kind text not null check (reach_kind in ('listed', 'estimated')),
  estimated_people integer,
  note text,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  replaces uuid,
  void boolean not null,
  primary key (commune_id, id)
);
create index outreach_sessions_by_day on outreach_sessions (commune_id, hamlet_id, held_on);
create unique index outreach_sessions_one_successor on outreach_sessions (commune_id, replaces) where replaces is not null;
create table outreach_households (
  commune_id text not null,
  session_id uuid not null,
  household_id uuid not null,
  primary key (commune_id, session_id, household_id),
  foreign key (commune_id, session_id) references outreach_sessions (commune_id, id),
  foreign key (commune_id, household_id) references households (commune_id, id)
);
create index outreach_households_by_household on outreach_households (commune_id, household_id);
-- Visits and records of merged doubles are read as those of the row that goes on; few rows are doubles.
create index households_doubles on households (commune_id, merged_into) where merged_into is not null;
create index residents_doubles on residents (commune_id, merged_into) where merged_into is not null;
