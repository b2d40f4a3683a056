-- What was found at the door of a visit (R97), as a row of the visit's own room: whoever counts visits asks it there. Added to, never
-- changed; the newest word counts.
create table visit_checks (
  commune_id text not null,
  id uuid not null,
  visit_id uuid not null,
  result text not null check (result in ('confirmed', 'differs', 'not_met')),
  checked_by uuid not null,
  checked_at timestamptz not null,
  primary key (commune_id, id),
  foreign key (commune_id, visit_id) references visits (commune_id, id)
);
create index visit_checks_of_visit on visit_checks (commune_id, visit_id, checked_at);
insert into visit_checks (commune_id, id, visit_id, result, checked_by, checked_at)
  select commune_id, id, visit_id, result, checked_by, checked_at from report_samples
   where result is not null and checked_by is not null and checked_at is not null;

-- "Phong trào thi đua" (R62, W13): from draft to launched, closed or cancelled. Its days of state are dated, so that a past month's
-- report stays what it was.
create table emulation_movements (
  commune_id text not null,
  id uuid not null,
  name text not null,
  purpose text not null,
  -- who launches it, as it is written on paper
  organiser text not null,
  starts_on date not null,
  ends_on date not null,
  state text not null check (state in ('draft', 'launched', 'closed', 'cancelled')),
  state_note text,
  created_by uuid not null,
  created_at timestamptz not null,
  launched_at timestamptz,
  closed_at timestamptz,
  cancelled_at timestamptz,
  primary key (commune_id, id),
  check (ends_on >= starts_on),
  check ((state = 'closed') = (closed_at is not null)),
  check ((state = 'cancelled') = (cancelled_at is not null))
);

-- without a row here: the whole commune
create table emulation_hamlets (
  commune_id text not null,
  movement_id uuid not null,
  hamlet_id uuid not null,
  primary key (commune_id, movement_id, hamlet_id),
  foreign key (commune_id, movement_id) references emulation_movements (commune_id, id),
  foreign key (commune_id, hamlet_id) references hamlets (commune_id, id)
);

create table emulation_goals (
  commune_id text not null,
  movement_id uuid not null,
  -- a figure that the product counts itself
  measure text not null,
  -- of each hamlet, or of all together
  reach text not null check (reach in ('each', 'all')),
  goal integer not null check (goal > 0),
  primary key (commune_id, movement_id, measure),
  foreign key (commune_id, movement_id) references emulation_movements (commune_id, id)
);

-- "Ra quân" (R61): a correction is a new row that names the one it replaces
create table emulation_activities (
  commune_id text not null,
  id uuid not null,
  movement_id uuid not null,
  -- null: the whole commune
  hamlet_id uuid,
  held_on date not null,
  place text not null,
  work text not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  replaces uuid,
  void boolean not null,
  reason text,
  primary key (commune_id, id),
  foreign key (commune_id, movement_id) references emulation_movements (commune_id, id),
  foreign key (commune_id, hamlet_id) references hamlets (commune_id, id),
  foreign key (commune_id, replaces) references emulation_activities (commune_id, id)
);
create index emulation_activities_of_movement on emulation_activities (commune_id, movement_id, held_on);
create unique index emulation_activities_replaced on emulation_activities (commune_id, replaces) where replaces is not null;

create table emulation_activity_members (
  commune_id text not null,
  activity_id uuid not null,
  member_id uuid not null,
  primary key (commune_id, activity_id, member_id),
  foreign key (commune_id, activity_id) references emulation_activities (commune_id, id),
  foreign key (commune_id, member_id) references team_members (commune_id, id)
);

-- people of a unit, in numbers only: pupils are children (Law 91/2025, Article 24)
create table emulation_activity_groups (
  commune_id text not null,
  activity_id uuid not null,
  position smallint not null,
  unit_name text not null,
  teachers integer not null check (teachers >= 0),
  pupils integer not null check (pupils >= 0),
  others integer not null check (others >= 0),
  primary key (commune_id, activity_id, position),
  foreign key (commune_id, activity_id) references emulation_activities (commune_id, id)
);

-- a unit that a movement calls, and what it answers (R68)
create table emulation_calls (
  commune_id text not null,
  id uuid not null,
  movement_id uuid not null,
  unit_name text not null,
  -- who answers for it; null: whoever keeps the movement writes the answer down
  account_id uuid,
  called_by uuid not null,
  called_at timestamptz not null,
  state text not null check (state in ('called', 'accepted', 'reported', 'declined', 'withdrawn')),
  -- who takes part; null: not said
  people integer check (people > 0),
  answer text,
  -- where the answer came from when it was written down for the unit
  source text,
  -- of the first answer, and of the one that stands
  first_answered_at timestamptz,
  answered_at timestamptz,
  answered_by uuid,
  withdrawn_at timestamptz,
  primary key (commune_id, id),
  foreign key (commune_id, movement_id) references emulation_movements (commune_id, id),
  foreign key (commune_id, account_id) references accounts (commune_id, id),
  check ((state = 'withdrawn') = (withdrawn_at is not null))
);
create index emulation_calls_of_movement on emulation_calls (commune_id, movement_id);

create table emulation_call_hamlets (
  commune_id text not null,
  call_id uuid not null,
  hamlet_id uuid not null,
  primary key (commune_id, call_id, hamlet_id),
  foreign key (commune_id, call_id) references emulation_calls (commune_id, id),
  foreign key (commune_id, hamlet_id) references hamlets (commune_id, id)
);

-- proposed from the ranking of a closed movement; the figures are those of then
create table emulation_commendations (
  commune_id text not null,
  id uuid not null,
  movement_id uuid not null,
  kind text not null check (kind in ('hamlet', 'member', 'unit')),
  hamlet_id uuid,
  member_id uuid,
  call_id uuid,
  measure text,
  figure integer,
  whole integer,
  rank integer,
  reason text not null,
  state text not null check (state in ('proposed', 'confirmed', 'declined', 'withdrawn')),
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  decision_note text,
  primary key (commune_id, id),
  foreign key (commune_id, movement_id) references emulation_movements (commune_id, id),
  foreign key (commune_id, hamlet_id) references hamlets (commune_id, id),
  foreign key (commune_id, member_id) references team_members (commune_id, id),
  foreign key (commune_id, call_id) references emulation_calls (commune_id, id),
  check (
    (kind = 'hamlet') = (hamlet_id is not null) and (kind = 'member') = (member_id is not null)
    and (kind = 'unit') = (call_id is not null)
  )
);
create unique index emulation_commended_once on emulation_commendations
  (commune_id, movement_id, coalesce(hamlet_id, member_id, call_id)) where state in ('proposed', 'confirmed');
