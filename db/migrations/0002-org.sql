-- National units (domain/06 §5): the same for all communes, effective-dated, codes are text.
create table provinces (
  code text not null,
  name text not null,
  type text not null check (type in ('thanh_pho', 'tinh')),
  valid_from date not null,
  valid_to date,
  primary key (code, valid_from)
);
create table communes (
  code text not null,
  name text not null,
  name_folded text not null,
  type text not null check (type in ('xa', 'phuong', 'dac_khu')),
  province_code text not null,
  valid_from date not null,
  valid_to date,
  predecessor_codes text[] not null,
  primary key (code, valid_from)
);
create index communes_by_province on communes (province_code, name_folded);

-- A commune that uses this installation.
create table installed_communes (
  commune_id text not null,
  province_code text not null,
  is_sample boolean not null,
  team_kind_name text not null,
  data_protection_contact text,
  installed_at timestamptz not null,
  primary key (commune_id)
);

create table hamlets (
  commune_id text not null,
  id uuid not null,
  code text not null,
  name text not null,
  name_folded text not null,
  sort_key text not null collate "C",
  kind text not null check (kind in ('ap', 'thon', 'ban', 'buon', 'khom', 'khu_pho', 'to_dan_pho')),
  valid_from date not null,
  valid_to date,
  primary key (commune_id, id)
);
create unique index hamlets_one_name on hamlets (commune_id, name_folded) where valid_to is null;
create unique index hamlets_one_code on hamlets (commune_id, code);

create table teams (
  commune_id text not null,
  id uuid not null,
  level text not null check (level in ('commune', 'hamlet')),
  hamlet_id uuid,
  name text not null,
  decision_number text,
  decision_on date,
  started_on date not null,
  ended_on date,
  primary key (commune_id, id),
  foreign key (commune_id, hamlet_id) references hamlets (commune_id, id),
  check ((level = 'hamlet') = (hamlet_id is not null))
);
-- R14: one active team per hamlet, and one for the commune.
create unique index teams_one_per_hamlet on teams (commune_id, hamlet_id) where ended_on is null and hamlet_id is not null;
create unique index teams_one_of_commune on teams (commune_id) where ended_on is null and hamlet_id is null;

create table team_members (
  commune_id text not null,
  id uuid not null,
  team_id uuid not null,
  full_name text not null,
  sort_key text not null collate "C",
  sex text check (sex in ('male', 'female')),
  phone text,
  organisation text not null check (organisation in ('hamlet_board', 'youth_union', 'women_union', 'farmers_union', 'veterans_union', 'fatherland_front', 'school', 'police', 'office', 'resident')),
  position text not null check (position in ('leader', 'deputy', 'member')),
  started_on date not null,
  ended_on date,
  end_reason text,
  primary key (commune_id, id),
  foreign key (commune_id, team_id) references teams (commune_id, id)
);
create unique index team_members_one_leader on team_members (commune_id, team_id) where position = 'leader' and ended_on is null;
create index team_members_by_team on team_members (commune_id, team_id);
