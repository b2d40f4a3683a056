-- The commune's own report of a period: consolidated by the Culture-Social office, approved by its head and by a leader, then
-- numbered, issued and archived by the records clerk (domain/03 §7.7, W16; R71, R74-R76). A report of the office to the People's
-- Committee and one of the Committee to the province are two documents from its one snapshot.
alter table report_templates drop constraint report_templates_kind_check;
alter table report_templates add constraint report_templates_kind_check check (kind in ('hamlet', 'office', 'commune'));

create table commune_reports (
  commune_id text not null,
  id uuid not null,
  period text not null,
  starts_on date not null,
  ends_on date not null,
  version integer not null,
  office_template_id uuid not null,
  commune_template_id uuid not null,
  state text not null check (state in ('draft', 'office_approved', 'leader_approved', 'numbered', 'issued', 'archived', 'superseded')),
  -- what people wrote, by section; what is not here is drafted from the hamlets' reports
  narrative jsonb not null,
  -- frozen when the head of the office approves: the hamlets' figures, texts, names
  snapshot jsonb,
  cutoff_at timestamptz,
  prepared_by uuid not null,
  office_approved_by uuid,
  office_approved_at timestamptz,
  leader_approved_by uuid,
  leader_approved_at timestamptz,
  returned_by uuid,
  returned_at timestamptz,
  return_note text,
  -- given by the records clerk, never by the product
  office_number text,
  office_dated_on date,
  commune_number text,
  commune_dated_on date,
  distribution jsonb,
  issued_by uuid,
  issued_at timestamptz,
  archived_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (commune_id, id),
  foreign key (commune_id, office_template_id) references report_templates (commune_id, id),
  foreign key (commune_id, commune_template_id) references report_templates (commune_id, id)
);
create unique index commune_reports_one_version on commune_reports (commune_id, period, version);

-- The signed files, as they came back from the document system.
create table commune_report_files (
  commune_id text not null,
  id uuid not null,
  report_id uuid not null,
  document text not null check (document in ('office', 'commune')),
  name text not null,
  bytes bytea not null,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null,
  primary key (commune_id, id),
  foreign key (commune_id, report_id) references commune_reports (commune_id, id)
);
create index commune_report_files_of_report on commune_report_files (commune_id, report_id);
