-- Visits of a report that somebody of the commune goes to ask about again, drawn by chance, with what was found (R97).
create table report_samples (
  commune_id text not null,
  id uuid not null,
  report_id uuid not null,
  visit_id uuid not null,
  drawn_by uuid not null,
  drawn_at timestamptz not null,
  -- null until somebody has asked
  result text check (result in ('confirmed', 'differs', 'not_met')),
  note text,
  checked_by uuid,
  checked_at timestamptz,
  primary key (commune_id, id),
  foreign key (commune_id, report_id) references reports (commune_id, id)
);
create unique index report_samples_once on report_samples (commune_id, report_id, visit_id);
