-- "Yêu cầu hỗ trợ" (R43, R103, W9): who needs help with what, who goes, when, and what came of it
create table support_requests (
  commune_id text not null,
  id uuid not null,
  hamlet_id uuid not null,
  -- how it was heard of; 'qr' is the citizen's own form
  channel text not null check (channel in ('member', 'counter', 'phone', 'neighbour', 'qr')),
  -- null: not in the register, or not known which household
  household_id uuid,
  resident_id uuid,
  person_name text not null,
  phone text,
  -- a platform of the catalogue, or the person's own words
  platform text,
  topic text,
  place text not null check (place in ('home', 'support_point')),
  -- the self-managed group whose point it is
  group_id uuid,
  urgency text not null check (urgency in ('urgent', 'soon', 'ordinary')),
  state text not null check (state in ('new', 'assigned', 'scheduled', 'done', 'no_show', 'cancelled')),
  state_on date not null,
  due_on date not null,
  -- the member of the team who goes
  member_id uuid,
  scheduled_on date,
  scheduled_at text,
  -- the visit in which the guidance stands
  visit_id uuid,
  satisfaction text check (satisfaction in ('good', 'fair', 'poor')),
  -- null: a citizen asked without an account
  raised_by uuid,
  raised_on date not null,
  note text,
  steps integer not null,
  primary key (commune_id, id),
  foreign key (commune_id, hamlet_id) references hamlets (commune_id, id),
  foreign key (commune_id, household_id) references households (commune_id, id),
  foreign key (commune_id, group_id) references groups (commune_id, id),
  foreign key (commune_id, member_id) references team_members (commune_id, id),
  check (platform is not null or topic is not null),
  check (household_id is not null or phone is not null),
  check ((place = 'support_point') = (group_id is not null))
);
create index support_requests_by_hamlet on support_requests (commune_id, hamlet_id, state);
create index support_requests_by_household on support_requests (commune_id, household_id);
create index support_requests_by_member on support_requests (commune_id, member_id);

-- A row for each step, never changed.
create table support_steps (
  commune_id text not null,
  request_id uuid not null,
  seq integer not null,
  step text not null check (step in ('new', 'assigned', 'scheduled', 'done', 'no_show', 'cancelled', 'rated')),
  state text not null check (state in ('new', 'assigned', 'scheduled', 'done', 'no_show', 'cancelled')),
  member_id uuid,
  scheduled_on date,
  due_on date not null,
  note text,
  done_by uuid,
  done_on date not null,
  recorded_at timestamptz not null,
  primary key (commune_id, request_id, seq),
  foreign key (commune_id, request_id) references support_requests (commune_id, id)
);
