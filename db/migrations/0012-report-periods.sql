-- Reports of quarters, half-years and years beside those of months. The days of a period stand with its report, so that a plan
-- that changes changes no report that there is.
alter table reports drop constraint reports_kind_check;
alter table report_templates drop constraint report_templates_kind_check;
update report_templates set kind = case kind when 'hamlet_month' then 'hamlet' else 'office' end;
update reports set kind = case kind when 'hamlet_month' then 'hamlet' else 'office' end;
alter table report_templates add constraint report_templates_kind_check check (kind in ('hamlet', 'office'));
alter table reports add constraint reports_kind_check check (kind in ('hamlet', 'office'));

alter table reports rename column month to period;
alter table reports add column starts_on date, add column ends_on date;
update reports set starts_on = (period || '-01')::date,
                   ends_on = ((period || '-01')::date + interval '1 month' - interval '1 day')::date;
alter table reports alter column starts_on set not null, alter column ends_on set not null;
alter index reports_by_month rename to reports_by_period;

-- The same word in what was kept as JSON: no text of a person can hold this key, its quotes would be escaped.
update report_templates
   set definition = replace(replace(definition::text, '"month":', '"period":'), '"value": "month"', '"value": "period"')::jsonb;
update reports
   set snapshot = (replace(snapshot::text, '"month":', '"period":')::jsonb
                   || jsonb_build_object('startsOn', starts_on, 'endsOn', ends_on))
 where snapshot is not null;

-- Holidays, and weekends that are worked in exchange: the commune keeps the list, and says in its plan whether they put a due day off.
create table days_off (
  commune_id text not null,
  day date not null,
  kind text not null check (kind in ('off', 'working')),
  name text not null,
  primary key (commune_id, day)
);

-- A later due day for one hamlet, or for all (null), with the reason; the newest stands.
create table report_extensions (
  commune_id text not null,
  id uuid not null,
  period text not null,
  hamlet_id uuid,
  due_on date not null,
  reason text not null,
  granted_by uuid not null,
  granted_at timestamptz not null,
  primary key (commune_id, id)
);
create index report_extensions_of_period on report_extensions (commune_id, period);
