-- Money of the plan (R57–R59, W19): sources, estimates by line with norms, payments with their vouchers, settlements. Every
-- amount is whole đồng; what is left is never stored, it is worked out from these rows.
create table budget_sources (
  commune_id text not null,
  id uuid not null,
  -- the plan year that the money is for
  year smallint not null check (year between 2020 and 2100),
  kind text not null check (kind in ('commune_budget', 'other')),
  name text not null,
  amount bigint not null check (amount between 1 and 9999999999999),
  -- the paper by which the money came: a decision of the commune, a letter of who gives it
  paper_number text not null,
  paper_on date not null,
  note text,
  kept_by uuid not null,
  kept_at timestamptz not null,
  primary key (commune_id, id)
);
create unique index budget_sources_name on budget_sources (commune_id, year, name);

create table budget_estimates (
  commune_id text not null,
  id uuid not null,
  year smallint not null check (year between 2020 and 2100),
  -- 'change': adds to or takes from what was approved, with its reason
  kind text not null check (kind in ('estimate', 'change')),
  title text not null,
  reason text,
  state text not null check (state in ('draft', 'proposed', 'appraised', 'approved', 'returned', 'withdrawn')),
  state_on date not null,
  -- who wrote in it or proposed it last, who appraised, who approved: three people
  prepared_by uuid not null,
  appraised_by uuid,
  approved_by uuid,
  -- the commune's decision by which it was approved
  decision_number text,
  decision_on date,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (commune_id, id),
  check (kind = 'estimate' or reason is not null)
);
create index budget_estimates_of_year on budget_estimates (commune_id, year, state);

create table budget_lines (
  commune_id text not null,
  id uuid not null,
  estimate_id uuid not null,
  position smallint not null,
  source_id uuid not null,
  -- whose team the money is for; null: the commune as a whole
  hamlet_id uuid,
  -- the approved line that this one of a change adds to or takes from
  base_line_id uuid,
  name text not null,
  -- what a norm is for: a team and a month, a person and a day, one item
  norm_kind text not null check (norm_kind in ('team_month', 'person_day', 'item')),
  unit text not null,
  quantity integer not null check (quantity <> 0),
  norm bigint not null check (norm between 1 and 9999999999999),
  amount bigint not null check (amount = quantity * norm and amount between -9999999999999 and 9999999999999),
  note text,
  primary key (commune_id, id),
  foreign key (commune_id, estimate_id) references budget_estimates (commune_id, id),
  foreign key (commune_id, source_id) references budget_sources (commune_id, id),
  foreign key (commune_id, hamlet_id) references hamlets (commune_id, id),
  foreign key (commune_id, base_line_id) references budget_lines (commune_id, id),
  check (quantity > 0 or base_line_id is not null)
);
create index budget_lines_of_estimate on budget_lines (commune_id, estimate_id, position);

-- A request for payment, approved and paid: its voucher is seen by the Economic office and the commune's leader only.
create table budget_spends (
  commune_id text not null,
  id uuid not null,
  -- an approved line, never one of a change
  line_id uuid not null,
  amount bigint not null check (amount between 1 and 9999999999999),
  purpose text not null,
  payee text not null,
  voucher_number text,
  voucher_on date,
  state text not null check (state in ('requested', 'approved', 'paid', 'refused', 'withdrawn', 'voided')),
  state_on date not null,
  requested_by uuid not null,
  approved_by uuid,
  paid_by uuid,
  paid_on date,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (commune_id, id),
  foreign key (commune_id, line_id) references budget_lines (commune_id, id),
  check (state not in ('paid', 'voided') or (paid_on is not null and voucher_number is not null and voucher_on is not null))
);
create index budget_spends_of_line on budget_spends (commune_id, line_id);

create table budget_vouchers (
  commune_id text not null,
  id uuid not null,
  spend_id uuid not null,
  name text not null,
  media_type text not null check (media_type in ('application/pdf', 'image/jpeg', 'image/png')),
  bytes bytea not null,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null,
  primary key (commune_id, id),
  foreign key (commune_id, spend_id) references budget_spends (commune_id, id)
);
create index budget_vouchers_of_spend on budget_vouchers (commune_id, spend_id);

create table budget_settlements (
  commune_id text not null,
  id uuid not null,
  year smallint not null check (year between 2020 and 2100),
  period text not null check (period in ('Q1', 'Q2', 'Q3', 'Q4', 'H1', 'H2', 'Y')),
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  state text not null check (state in ('draft', 'submitted', 'approved')),
  state_on date not null,
  prepared_by uuid not null,
  approved_by uuid,
  -- the figures by value since it was submitted
  snapshot jsonb,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (commune_id, id),
  check (state = 'draft' or snapshot is not null)
);
create unique index budget_settlements_period on budget_settlements (commune_id, year, period);

-- Estimates and settlements leave on paper too: their issuer, signer and recipients are kept with those of other papers.
alter table document_settings drop constraint document_settings_kind_check;
alter table document_settings add constraint document_settings_kind_check check (
  kind in ('plan', 'reminder', 'group_list', 'invitation', 'minutes', 'office_report', 'commune_report', 'estimate', 'settlement')
);
