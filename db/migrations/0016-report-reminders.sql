-- Reminders of reports (R45, R92): a row for each person who was told, made by the day's work and never again. `day` counts from
-- the due day that held then; a due day that is put off has its own reminders.
create table report_reminders (
  commune_id text not null,
  id uuid not null,
  period text not null,
  hamlet_id uuid not null,
  due_on date not null,
  day integer not null check (day in (-5, -2, 0, 1, 3)),
  account_id uuid not null,
  made_at timestamptz not null,
  -- null until the person has put it away
  seen_at timestamptz,
  primary key (commune_id, id),
  foreign key (commune_id, hamlet_id) references hamlets (commune_id, id),
  foreign key (commune_id, account_id) references accounts (commune_id, id)
);
create unique index report_reminders_once on report_reminders (commune_id, period, hamlet_id, account_id, due_on, day);
create index report_reminders_unseen on report_reminders (commune_id, account_id) where seen_at is null;
