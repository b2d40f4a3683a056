create table report_templates (
  commune_id text not null,
  id uuid not null,
  kind text not null check (kind in ('hamlet_month', 'commune_month')),
  version integer not null,
  definition jsonb not null,
  valid_from date not null,
  created_at timestamptz not null,
  primary key (commune_id, id)
);
create unique index report_templates_version on report_templates (commune_id, kind, version);

create table reports (
  commune_id text not null,
  id uuid not null,
  kind text not null check (kind in ('hamlet_month', 'commune_month')),
  -- null: the commune's own
  hamlet_id uuid,
  month text not null,
  version integer not null,
  template_id uuid not null,
  state text not null check (state in ('draft', 'submitted', 'returned', 'accepted', 'locked', 'superseded')),
  -- what people wrote, by section; what is not here is drafted from the figures
  narrative jsonb not null,
  -- frozen at submission: figures, narrative, names, definitions (R83)
  snapshot jsonb,
  cutoff_at timestamptz,
  submitted_by uuid,
  submitted_at timestamptz,
  -- the first time that this month was sent, and the day it was due: sending it again, or a new version, is not late for that
  first_submitted_at timestamptz,
  due_on date,
  decided_by uuid,
  decided_at timestamptz,
  decision_note text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (commune_id, id),
  foreign key (commune_id, template_id) references report_templates (commune_id, id)
);
create unique index reports_one_version on reports (commune_id, kind, coalesce(hamlet_id, '00000000-0000-0000-0000-000000000000'), month, version);
create index reports_by_month on reports (commune_id, month);
