-- Accounts, their sessions and invitations are local tables: no foreign key points at them (law 7, Citus).
create table accounts (
  commune_id text not null,
  id uuid not null,
  -- phone number or user name, folded; one account of that name on this installation
  login text not null,
  full_name text not null,
  sort_key text not null collate "C",
  phone text,
  member_id uuid,
  -- null until the invitation is used
  password_hash text,
  created_at timestamptz not null,
  disabled_at timestamptz,
  password_changed_at timestamptz,
  primary key (commune_id, id)
);
create unique index accounts_one_login on accounts (login);

create table account_roles (
  commune_id text not null,
  id uuid not null,
  account_id uuid not null,
  role text not null,
  hamlet_id uuid,
  granted_on date not null,
  granted_by uuid,
  revoked_on date,
  primary key (commune_id, id)
);
create index account_roles_by_account on account_roles (commune_id, account_id);
create unique index account_roles_once on account_roles (commune_id, account_id, role, coalesce(hamlet_id, '00000000-0000-0000-0000-000000000000')) where revoked_on is null;

create table invitations (
  commune_id text not null,
  id uuid not null,
  account_id uuid not null,
  code_hash text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  primary key (commune_id, id)
);
create index invitations_by_code on invitations (code_hash);

create table sessions (
  commune_id text not null,
  id uuid not null,
  account_id uuid not null,
  token_hash text not null,
  device text not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  primary key (commune_id, id)
);
create unique index sessions_by_token on sessions (token_hash);
create index sessions_by_account on sessions (commune_id, account_id);

create table sign_in_limits (
  key text primary key,
  points integer not null default 0,
  expire bigint
);
