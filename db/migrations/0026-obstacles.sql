-- Khó khăn, vướng mắc and kiến nghị (R47, R73, W10): what stands now, and every step of the way with who took it
create table obstacles (
  commune_id text not null,
  id uuid not null,
  -- null: it concerns the whole commune
  hamlet_id uuid,
  kind text not null check (kind in ('obstacle', 'proposal')),
  pillar text not null check (pillar in ('government', 'economy', 'society', 'other')),
  title text not null,
  description text,
  -- hộ; null: not known
  households integer check (households between 0 and 1000000),
  severity text not null check (severity in ('severe', 'moderate', 'minor')),
  level text not null check (level in ('hamlet', 'commune', 'province')),
  state text not null check (state in ('raised', 'triaged', 'in_progress', 'resolved', 'confirmed', 'escalated')),
  state_on date not null,
  -- the day from which the clock of its severity runs, and the last day in time
  clock_from date not null,
  due_on date not null,
  -- what was answered when it was last resolved, and the last directive of the leader
  answer text,
  directive text,
  raised_by uuid not null,
  raised_on date not null,
  -- how many steps are written down
  steps integer not null,
  primary key (commune_id, id),
  foreign key (commune_id, hamlet_id) references hamlets (commune_id, id),
  check (level <> 'hamlet' or hamlet_id is not null)
);
create index obstacles_by_hamlet on obstacles (commune_id, hamlet_id);
create index obstacles_by_raiser on obstacles (commune_id, raised_by);
create index obstacles_open on obstacles (commune_id, due_on) where state <> 'confirmed';

-- A row for each step, never changed: how an obstacle stood at any cut-off is the last of its rows by then.
create table obstacle_steps (
  commune_id text not null,
  obstacle_id uuid not null,
  seq integer not null,
  step text not null check (step in ('raised', 'corrected', 'triaged', 'in_progress', 'resolved', 'confirmed', 'escalated', 'directed')),
  state text not null check (state in ('raised', 'triaged', 'in_progress', 'resolved', 'confirmed', 'escalated')),
  level text not null check (level in ('hamlet', 'commune', 'province')),
  kind text not null check (kind in ('obstacle', 'proposal')),
  severity text not null check (severity in ('severe', 'moderate', 'minor')),
  title text not null,
  households integer,
  due_on date not null,
  -- the answer, the reason, the directive
  note text,
  done_by uuid not null,
  -- the day on which the person did it (a phone tells later)
  done_on date not null,
  recorded_at timestamptz not null,
  primary key (commune_id, obstacle_id, seq),
  foreign key (commune_id, obstacle_id) references obstacles (commune_id, id)
);

-- Days by severity; the newest one valid on a day counts. None: the product's default.
create table obstacle_clocks (
  commune_id text not null,
  id uuid not null,
  severe_days integer not null check (severe_days between 1 and 365),
  moderate_days integer not null check (moderate_days between 1 and 365),
  minor_days integer not null check (minor_days between 1 and 365),
  valid_from date not null,
  kept_by uuid not null,
  kept_at timestamptz not null,
  primary key (commune_id, id)
);
