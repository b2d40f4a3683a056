create table plans (
  commune_id text not null,
  id uuid not null,
  year integer not null,
  -- blank until issued (R3)
  number text,
  issued_on date,
  title text not null,
  starts_on date not null,
  ends_on date not null,
  legal_basis jsonb not null,
  recipients jsonb not null,
  signer jsonb not null,
  settings jsonb not null,
  created_at timestamptz not null,
  closed_on date,
  primary key (commune_id, id)
);
create unique index plans_one_per_year on plans (commune_id, year) where closed_on is null;

-- Platforms, outreach forms, topics, essential domains, priority reasons: lists that the officer keeps.
create table catalogue_entries (
  commune_id text not null,
  id uuid not null,
  kind text not null check (kind in ('platform', 'outreach_form', 'topic', 'essential_domain', 'priority_reason')),
  code text not null,
  name text not null,
  details jsonb not null,
  position integer not null,
  valid_from date not null,
  valid_to date,
  primary key (commune_id, id)
);
create unique index catalogue_entries_once on catalogue_entries (commune_id, kind, code) where valid_to is null;
