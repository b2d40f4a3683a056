-- What shows that a task was done (W8): a photograph without its traces, or a PDF. Who attached it may take it away while the
-- task is not over; that it was there stays in the history.
create table task_evidence (
  commune_id text not null,
  id uuid not null,
  task_id uuid not null,
  name text not null,
  media_type text not null check (media_type in ('application/pdf', 'image/jpeg', 'image/png', 'image/webp')),
  bytes bytea not null,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null,
  primary key (commune_id, id),
  foreign key (commune_id, task_id) references tasks (commune_id, id)
);
create index task_evidence_by_task on task_evidence (commune_id, task_id, uploaded_at);

-- Vouchers are read in by the same way.
alter table budget_vouchers drop constraint budget_vouchers_media_type_check;
alter table budget_vouchers add constraint budget_vouchers_media_type_check
  check (media_type in ('application/pdf', 'image/jpeg', 'image/png', 'image/webp'));
