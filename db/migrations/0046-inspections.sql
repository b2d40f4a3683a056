-- What an inspection of a hamlet asks (R56, W20): the commune's own list, each change a new version that is never changed.
create table inspection_checklists (
  commune_id text not null,
  id uuid not null,
  version integer not null,
  -- [{ code, text, figure }] in order
  questions jsonb not null,
  -- null: the product's own list, with which a commune begins
  kept_by uuid,
  kept_at timestamptz not null,
  primary key (commune_id, id),
  unique (commune_id, version)
);

-- One inspection of one hamlet. What is planned at once for several hamlets is a batch.
create table inspections (
  commune_id text not null,
  id uuid not null,
  batch_id uuid not null,
  hamlet_id uuid not null,
  kind text not null check (kind in ('regular', 'surprise')),
  planned_on date not null,
  note text,
  -- the version that is asked, and which of its questions
  checklist_id uuid not null,
  topics jsonb not null,
  state text not null check (state in ('planned', 'held', 'closed', 'cancelled')),
  held_on date,
  held_at timestamptz,
  -- what the product knew of the hamlet when it was held: { on, values: [{ code, part, of }] }
  figures jsonb,
  conclusion text,
  closed_on date,
  -- why it was cancelled
  reason text,
  created_by uuid not null,
  created_at timestamptz not null,
  primary key (commune_id, id),
  foreign key (commune_id, hamlet_id) references hamlets (commune_id, id),
  foreign key (commune_id, checklist_id) references inspection_checklists (commune_id, id),
  check ((state in ('held', 'closed')) = (held_on is not null)),
  check ((held_on is null) = (held_at is null)),
  check ((state = 'closed') = (closed_on is not null)),
  check ((state = 'cancelled') = (reason is not null))
);
create index inspections_by_hamlet on inspections (commune_id, hamlet_id);
create index inspections_by_batch on inspections (commune_id, batch_id);
create index inspections_open on inspections (commune_id, planned_on) where state in ('planned', 'held');
create unique index inspections_once_a_day on inspections (commune_id, hamlet_id, planned_on) where state = 'planned';

-- Who goes: accounts of the commune's offices and units.
create table inspection_people (
  commune_id text not null,
  inspection_id uuid not null,
  account_id uuid not null,
  primary key (commune_id, inspection_id, account_id),
  foreign key (commune_id, inspection_id) references inspections (commune_id, id)
);
create index inspection_people_by_account on inspection_people (commune_id, account_id);

create table inspection_results (
  commune_id text not null,
  inspection_id uuid not null,
  code text not null,
  result text not null check (result in ('met', 'not_met', 'not_checked')),
  remark text,
  primary key (commune_id, inspection_id, code),
  foreign key (commune_id, inspection_id) references inspections (commune_id, id)
);

-- "Tồn tại": what is to be put right, and by when. It is closed by a word and stays so.
create table inspection_findings (
  commune_id text not null,
  id uuid not null,
  inspection_id uuid not null,
  -- of which question; null: of none
  code text,
  text text not null,
  remedy text not null,
  due_on date not null,
  -- the task that was given of it
  task_id uuid,
  state text not null check (state in ('open', 'closed')),
  found_by uuid not null,
  found_on date not null,
  found_at timestamptz not null,
  closed_by uuid,
  closed_on date,
  closed_at timestamptz,
  closing_word text,
  primary key (commune_id, id),
  foreign key (commune_id, inspection_id) references inspections (commune_id, id),
  foreign key (commune_id, task_id) references tasks (commune_id, id),
  check ((state = 'closed') = (closed_on is not null)),
  check ((state = 'closed') = (closed_at is not null)),
  check ((state = 'closed') = (closing_word is not null))
);
create index inspection_findings_of on inspection_findings (commune_id, inspection_id);
create index inspection_findings_by_task on inspection_findings (commune_id, task_id) where task_id is not null;
create index inspection_findings_open on inspection_findings (commune_id, due_on) where state = 'open';

-- What the hamlet says to a finding; never changed.
create table inspection_answers (
  commune_id text not null,
  id uuid not null,
  finding_id uuid not null,
  text text not null,
  written_by uuid not null,
  written_at timestamptz not null,
  primary key (commune_id, id),
  foreign key (commune_id, finding_id) references inspection_findings (commune_id, id)
);
create index inspection_answers_of on inspection_answers (commune_id, finding_id, written_at);
