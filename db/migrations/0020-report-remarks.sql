-- Words beside a figure or a section of a hamlet's report: what the reader wants mended, sent with the return, and the hamlet's
-- answer; and the hamlet's own word where a figure fell or is behind the plan (W15, R83).
create table report_remarks (
  commune_id text not null,
  id uuid not null,
  report_id uuid not null,
  subject text not null check (subject in ('figure', 'section')),
  code text not null,
  -- null: nobody asked but the figure itself
  question text,
  asked_by uuid,
  asked_at timestamptz not null,
  -- null: the reader still reads, and only who decides sees it
  sent_at timestamptz,
  answer text,
  answered_by uuid,
  answered_at timestamptz,
  primary key (commune_id, id),
  foreign key (commune_id, report_id) references reports (commune_id, id),
  check (question is not null or answer is not null)
);
create index report_remarks_of_report on report_remarks (commune_id, report_id);
-- One word that waits to be sent, and one explanation, for each figure or section.
create unique index report_remarks_waiting on report_remarks (commune_id, report_id, subject, code)
  where question is not null and sent_at is null;
create unique index report_remarks_explanation on report_remarks (commune_id, report_id, subject, code) where question is null;
