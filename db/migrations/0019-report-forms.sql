-- Forms of reports that the Culture-Social office is editing: one draft of each kind, changed step by step and then put in force
-- as a new version from a day on. A version that is there never changes: reports point at it (R83).
create table report_template_drafts (
  commune_id text not null,
  id uuid not null,
  kind text not null check (kind in ('hamlet', 'office', 'commune')),
  definition jsonb not null,
  -- the version it began from
  based_on uuid not null,
  begun_by uuid not null,
  begun_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (commune_id, id),
  foreign key (commune_id, based_on) references report_templates (commune_id, id)
);
create unique index report_template_drafts_one_of_kind on report_template_drafts (commune_id, kind);
