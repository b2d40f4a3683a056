-- One list of units (phòng, đoàn thể, trường học, trạm y tế): what report_units began, with what a unit is, its people and its figures
-- (R63, R64, R66, R67; decision 0020). Keys of tables that point here follow the new names.
alter table report_units rename to units;
alter table report_unit_people rename to unit_people;
alter index report_unit_people_once rename to unit_people_once;

alter table units add column kind text not null default 'other'
  check (kind in ('office', 'mass_organization', 'school', 'health_station', 'other'));
-- The units that there are carry their kind in their name; of others nothing is guessed.
update units set kind = case
  when name ilike 'phòng %' then 'office'
  when name ilike 'trường %' then 'school'
  when name ilike 'trạm y tế%' then 'health_station'
  when name ilike any (array['đoàn %', 'xã đoàn%', 'hội %', 'mặt trận%', 'ubmttq%', 'ủy ban mttq%', 'ủy ban mặt trận%', 'công đoàn%'])
    then 'mass_organization'
  else 'other' end;
alter table units alter column kind drop default;

alter table units add column started_on date;
update units set started_on = (added_at at time zone 'Asia/Ho_Chi_Minh')::date;
alter table units alter column started_on set not null;
-- the last day on which it was a unit of the commune; null: it is one
alter table units add column ended_on date;
update units set ended_on = (ended_at at time zone 'Asia/Ho_Chi_Minh')::date where ended_at is not null;
alter table units drop column added_at;
alter table units drop column ended_at;
-- whom to call; taken away when the unit ends
alter table units add column contact_name text;
alter table units add column contact_phone text;
-- the first month of which the unit is asked how many of its staff go ahead in using digital platforms (R64); null: it is not asked
alter table units add column pioneers_from text check (pioneers_from ~ '^\d{4}-\d{2}$');
alter table units add constraint units_days check (ended_on is null or ended_on >= started_on);

-- Staff of a unit who take part in a team (R67): a member of a team, named once more by nobody.
create table unit_staff (
  commune_id text not null,
  id uuid not null,
  unit_id uuid not null,
  member_id uuid not null,
  named_by uuid not null,
  named_at timestamptz not null,
  ended_at timestamptz,
  primary key (commune_id, id),
  foreign key (commune_id, unit_id) references units (commune_id, id),
  foreign key (commune_id, member_id) references team_members (commune_id, id)
);
create unique index unit_staff_once on unit_staff (commune_id, unit_id, member_id) where ended_at is null;
create index unit_staff_by_member on unit_staff (commune_id, member_id);

-- How many of a unit's staff go ahead, month by month: counts and nobody's name. A correction is a new row; the newest stands.
create table pioneer_counts (
  commune_id text not null,
  id uuid not null,
  unit_id uuid not null,
  month text not null check (month ~ '^\d{4}-\d{2}$'),
  staff integer not null check (staff between 1 and 9999),
  -- null: not known, which is not 0
  vneid integer check (vneid between 0 and staff),
  services integer check (services between 0 and staff),
  e_payment integer check (e_payment between 0 and staff),
  -- where the office had it from, when it typed it in for the unit
  source text,
  declared_by uuid not null,
  declared_at timestamptz not null,
  primary key (commune_id, id),
  foreign key (commune_id, unit_id) references units (commune_id, id)
);
create index pioneer_counts_by_month on pioneer_counts (commune_id, month, unit_id, declared_at);

-- A task may be given to a unit: whoever acts for it takes it up.
alter table tasks drop constraint tasks_assignee_kind_check;
alter table tasks add constraint tasks_assignee_kind_check check (assignee_kind in ('member', 'team', 'account', 'unit'));

-- Contents of the library that a unit gave (R66).
alter table outreach_contents add column unit_id uuid;
alter table outreach_contents add constraint outreach_contents_unit_fkey
  foreign key (commune_id, unit_id) references units (commune_id, id);
create index outreach_contents_by_unit on outreach_contents (commune_id, unit_id) where unit_id is not null;
