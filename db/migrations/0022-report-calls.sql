-- Thematic and ad-hoc reports (decision 18): the office asks hamlets for a report with a title, days, a due day and a form of its own.
alter table report_templates drop constraint report_templates_kind_check;
alter table report_templates add constraint report_templates_kind_check check (kind in ('hamlet', 'office', 'commune', 'asked'));

create table report_calls (
  commune_id text not null,
  id uuid not null,
  -- as reports name it: "2026-C01" the first thematic one of the year, "2026-D01" the first ad-hoc one
  period text not null,
  title text not null,
  note text,
  starts_on date not null,
  ends_on date not null,
  due_on date not null,
  template_id uuid not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  cancelled_at timestamptz,
  primary key (commune_id, id),
  foreign key (commune_id, template_id) references report_templates (commune_id, id)
);
create unique index report_calls_of_period on report_calls (commune_id, period);

create table report_call_hamlets (
  commune_id text not null,
  call_id uuid not null,
  hamlet_id uuid not null,
  primary key (commune_id, call_id, hamlet_id),
  foreign key (commune_id, call_id) references report_calls (commune_id, id)
);
